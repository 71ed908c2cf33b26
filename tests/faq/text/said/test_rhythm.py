"""How often something is to come."""

from __future__ import annotations

import pytest

from bot.rules.announcement import Rhythm
from bot.rules.digest import Digest
from faq.text.said.rhythm import NEVER, digest_said, is_of_another_rhythm, read_every


@pytest.mark.parametrize(
    ("said", "every", "left"),
    [
        ("25 Januari 2027 08.00 setiap bulan", Rhythm.MONTHLY, "25 Januari 2027 08.00"),
        ("25 Januari 2027 08.00 setiap minggu", Rhythm.WEEKLY, "25 Januari 2027 08.00"),
        ("tiap triwulan, 1 April 2027", Rhythm.QUARTERLY, "1 April 2027"),
        ("Setiap 3 bulan 1 April 2027", Rhythm.QUARTERLY, "1 April 2027"),
        ("1 April 2027 tahunan", Rhythm.YEARLY, "1 April 2027"),
        ("1 April 2027 sekali saja", Rhythm.ONCE, "1 April 2027"),
        ("1 April 2027", Rhythm.ONCE, "1 April 2027"),
    ],
)
def test_how_often(said: str, every: Rhythm, left: str) -> None:
    assert read_every(said) == (every, left)


@pytest.mark.parametrize(
    ("left", "another"),
    [("1 April 2027 setiap hari", True), ("harian", True), ("1 April 2027 08.00", False)],
)
def test_another_rhythm(left: str, another: bool) -> None:
    assert is_of_another_rhythm(left) is another


@pytest.mark.parametrize(
    ("said", "often"),
    [
        *((said, Digest.DAILY) for said in ("harian", " Tiap  hari")),
        *((said, Digest.WEEKLY) for said in ("mingguan", "setiap minggu")),
        *((said, NEVER) for said in ("berhenti", "tidak usah")),
        *((said, None) for said in ("", "harian mingguan", "bulanan", "hari ini")),
    ],
)
def test_a_digest(said: str, often: str | None) -> None:
    assert digest_said(said) == often
