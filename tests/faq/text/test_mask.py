from __future__ import annotations

import pytest

from faq.text.mask import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("NIP 198501012010011001 saya", "NIP [NIP] saya"),
        ("19850101 201001 1 001", "[NIP]"),
        ("19850101.201001.1.001", "[NIP]"),
        ("NIK 6311010101010001", "NIK [NIK]"),
        ("hp 0812-3456-7890", "hp [telepon]"),
        ("+62 812 3456 7890", "[telepon]"),
        ("kirim ke a.b@c.go.id ya", "kirim ke [email] ya"),
        ("rekening 123456789012", "rekening [nomor]"),
        ("tgl 23-11-2026 kode 419", "tgl 23-11-2026 kode 419"),
        ("PermenPANRB 6/2022 pukul 08.00-16.00", "PermenPANRB 6/2022 pukul 08.00-16.00"),
        ("6.600 menit, SKP 2026", "6.600 menit, SKP 2026"),
    ],
)
def test_mask(text: str, masked: str) -> None:
    assert mask(text) == masked
