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
        ("1 April 2027 08.00 sebulan sekali", Rhythm.MONTHLY, "1 April 2027 08.00"),
        ("setiap bulan sekali 1 April 2027", Rhythm.MONTHLY, "1 April 2027"),
        ("1 April 2027 tiga bulan sekali", Rhythm.QUARTERLY, "1 April 2027"),
        ("1 April 2027 setahun sekali", Rhythm.YEARLY, "1 April 2027"),
        ("seminggu sekali, 1 April 2027", Rhythm.WEEKLY, "1 April 2027"),
        ("1 April 2027 sekali", Rhythm.ONCE, "1 April 2027"),
        ("1 April 2027 sekali saja", Rhythm.ONCE, "1 April 2027"),
        ("1 April 2027", Rhythm.ONCE, "1 April 2027"),
    ],
)
def test_how_often(said: str, every: Rhythm, left: str) -> None:
    assert read_every(said) == (every, left)


@pytest.mark.parametrize(
    ("left", "another"),
    [
        *(
            (said, True)
            for said in ("1 April 2027 setiap hari", "harian", "1 April 2 bulan sekali")
        ),
        *((said, True) for said in ("dua minggu sekali 1 April 2027", "sehari sekali")),
        *((said, False) for said in ("1 April 2027 08.00", "1 April 2027 sekali saja")),
    ],
)
def test_another_rhythm(left: str, another: bool) -> None:
    _, rest = read_every(left)
    assert is_of_another_rhythm(rest) is another


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
