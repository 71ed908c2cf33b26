from __future__ import annotations

import pytest

from bot.rules.privacy.numbers import mask
from tests.bench import masks


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
        ("NIP:19850101/201001/1/001", "NIP:[NIP]"),
        ("19850101  201001  1  001", "[NIP]"),
        ("19850101\n201001\n1\n001", "[NIP]"),
        ("1985\u200b0101\u00a02010\u200901\u2060 1 001", "[NIP]"),
        ("1985O1O1 2O1OO1 l OO1", "[NIP]"),
        ("0812/3456/7890", "[telepon]"),
        ("812 3456 7890", "[telepon]"),
        ("081.234.567.890", "[telepon]"),
        ("nilai 0.812, pagu 81.234.567.890", "nilai 0.812, pagu 81.234.567.890"),
        ("(0812) 3456.7890", "[telepon]"),
        ("kantor (0526) 2028060", "kantor [telepon]"),
        ("٠٨١٢٣٤٥٦٧٨٩٠", "[telepon]"),
        ("hp 812 345 678", "hp [telepon]"),
        ("08/12/2026 12 orang", "08/12/2026 12 orang"),
        ("11-10-2026 - 12-10-2026", "11-10-2026 - 12-10-2026"),
        ("Rp812.345.678 - Rp 62.812.345.678", "Rp812.345.678 - Rp 62.812.345.678"),
        ("-2.3347281, 115.4619572", "-2.3347281, 115.4619572"),
        ("EK-2026-00042, EK-2026-00043", "EK-2026-00042, EK-2026-00043"),
        ("surat 821/1234/2026", "surat 821/1234/2026"),
        ("NIP 19870101 201001 L 001", "NIP [NIP]"),
        ("NPWP 09.254.294.3-407.000", "NPWP [nomor]"),
        ("tulis ke budi @ gmail.com", "tulis ke [email]"),
        ("HTTP 502 20261127103000", "HTTP 502 20261127103000"),
        ("id 2026112700012345", "id 2026112700012345"),
        ("rekening 20261127103000", "rekening [nomor]"),
    ],
)
def test_mask(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize("seed", range(3))
def test_many_spellings(seed: int) -> None:
    """`python -m tests.bench.masks` tries more."""
    assert masks.missed(seed, 1_000) == []
    assert masks.wrongly_masked(seed, 1_000) == []


def test_a_list_of_many_people_is_masked_too() -> None:
    listed = "\n".join(f"Ahmad 198501{day:02} 201001 1 {day:03}" for day in range(1, 29)) + "\n"
    assert not any(sign.isdigit() for sign in mask(listed * 3))
