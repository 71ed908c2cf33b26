"""A written yes or no to "is it solved?"."""

from __future__ import annotations

import pytest

from bot.rules.verdict import verdict

YES = (
    "ya",
    "Sudah, terima kasih",
    "sudah bisa lagi pak",
    "ok",
    "Alhamdulillah beres",
    "iya, lancar",
)
NO = ("belum", "Masih belum bisa min", "tidak", "ga bisa", "kada", "masih sama", "tetap gagal pak")
NEITHER = (
    *("terima kasih", "ok makasih", "oke pak terima kasih banyak", "👍", "", "siap"),
    *("besok saya coba", "belum saya coba", "kode 419 muncul lagi", "ya nanti saya kabari"),
    *("sudah bisa?", "belum selesai kah?", "sudah selesai pak?"),
)


@pytest.mark.parametrize("text", YES)
def test_solved(text: str) -> None:
    assert verdict(text) is True


@pytest.mark.parametrize("text", NO)
def test_not_solved(text: str) -> None:
    assert verdict(text) is False


@pytest.mark.parametrize("text", NEITHER)
def test_neither(text: str) -> None:
    assert verdict(text) is None
