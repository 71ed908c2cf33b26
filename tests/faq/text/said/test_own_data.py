"""Rights over one's own data, asked for in plain words."""

from __future__ import annotations

import pytest

from bot.rules.privacy.own_rights import Right
from faq.text.said.own_data import right_in

ERASED = (
    *("hapus data saya", "Tolong hapus data saya ya pak", "mohon dihapus data saya", "hapus data"),
    *("saya minta hapus semua data pribadi saya di bot ini", "Hapus_data", "hapuskan dataku dong"),
)
SEEN = (
    "data saya",
    "lihat data saya",
    "saya mau lihat data pribadi saya",
    "minta salinan data saya",
)
NEITHER = (
    *(
        "hapus data dobel saya",
        "data saya belum diperbarui",
        "data saya hilang",
        "data saya salah",
    ),
    *("apakah data saya aman?", "siapa yang lihat data saya", "mohon dicek data saya"),
    *(
        "hapus data skp saya",
        "data keluarga saya",
        "jangan hapus data saya",
        "siapa hapus data saya?",
    ),
)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        *((said, Right.BE_ERASED) for said in ERASED),
        *((said, Right.SEE) for said in SEEN),
        *((said, None) for said in NEITHER),
    ],
)
def test_a_right_is_told_from_a_trouble(said: str, right: Right | None) -> None:
    assert right_in(said) is right
