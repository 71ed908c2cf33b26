"""Which day somebody means, as people write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.text.dates.day_to_come import FARTHEST, day_said

TODAY = date(2026, 11, 26)  # a Thursday


@pytest.mark.parametrize(
    ("said", "day", "rest"),
    [
        ("besok", date(2026, 11, 27), ""),
        ("lusa", date(2026, 11, 28), ""),
        ("sampai besok, menunggu BKN", date(2026, 11, 27), "menunggu BKN"),
        ("3 hari", date(2026, 11, 29), ""),
        ("3 hari lagi menunggu server", date(2026, 11, 29), "menunggu server"),
        ("dua minggu", date(2026, 12, 10), ""),
        ("seminggu", date(2026, 12, 3), ""),
        ("sebulan", date(2026, 12, 26), ""),
        ("Senin", date(2026, 11, 30), ""),
        ("hari Senin depan", date(2026, 11, 30), ""),
        ("kamis", date(2026, 12, 3), ""),  # today is one: the next
        ("jumat depan", date(2026, 12, 4), ""),
        ("Jumat minggu depan karena libur", date(2026, 12, 4), "karena libur"),
        ("Kamis, 10 Desember 2026, rapat", date(2026, 12, 10), "rapat"),
        ("dua belas hari ke depan", date(2026, 12, 8), ""),
        ("３ hari： menunggu BKN (１)", date(2026, 11, 29), "menunggu BKN (１)"),
        ("1 des 09.00", date(2026, 12, 1), "09.00"),
        ("1/12", date(2026, 12, 1), ""),
        ("1/12/2026", date(2026, 12, 1), ""),
        ("1/12 2026", date(2026, 12, 1), ""),
        ("01-12-26", date(2026, 12, 1), ""),
        ("tgl 1 Desember", date(2026, 12, 1), ""),
        ("tanggal 1 des 2026 ya", date(2026, 12, 1), "ya"),
        ("5 Jan – menunggu SK", date(2027, 1, 5), "menunggu SK"),
        ("2026-12-01", date(2026, 12, 1), ""),
    ],
)
def test_a_day_as_people_write_it(said: str, day: date, rest: str) -> None:
    assert day_said(said, TODAY) == (day, rest)


@pytest.mark.parametrize(
    "said",
    ["", "nanti", "kemarin", "26/11", "26/11/2026", "0 hari", "999 hari", "31/2", "1/13", "5 kali",
     "1 Desember 2030", "besoknya", "senyap"],
)  # fmt: skip
def test_no_day_to_come(said: str) -> None:
    assert day_said(said, TODAY) is None


@given(st.text(max_size=40) | st.from_regex(r"[a-z0-9 /.-]{0,30}"))
def test_whatever_is_said_the_day_is_to_come(said: str) -> None:
    found = day_said(said, TODAY)
    assert found is None or TODAY < found.day <= TODAY + FARTHEST
