"""Several words without the blanks between."""

from __future__ import annotations

from collections import Counter

import pytest

from faq.text.run_together import LONGEST, RunTogether

TOGETHER = RunTogether(Counter({"cetak": 9, "skp": 30, "tombol": 8, "hilang": 7, "sinkron": 5}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("caracetakskpgimanamin", "cara cetak skp gimana min"),
        ("tombolnyahilang", "tombol nya hilang"),
        ("syamausinkron", "sya mau sinkron"),
        ("tombolsinkron", "tombol sinkron"),
        ("hpsayahilang", "hp saya hilang"),
        ("skpsygadicetak", "skp sy ga di cetak"),
    ],
)
def test_the_words_are_found(typed: str, meant: str) -> None:
    assert TOGETHER.parted(typed) == tuple(meant.split())


@pytest.mark.parametrize("typed", ["asdfghjkl", "tombolx", "kopi", "yaiyalahdong", "", "a" * 90])
def test_nonsense_is_not_parted(typed: str) -> None:
    assert TOGETHER.parted(typed) == ()


def test_the_longest_is_looked_into() -> None:
    assert TOGETHER.parted(("tombol" * 9)[: LONGEST + 1]) == ()
