"""A date is read alike wherever one is written."""

from __future__ import annotations

from datetime import date

import pytest

from bot.errors import Refusal
from faq.text.dates.date_words import MONTH_NAMES, MONTHS, month_named
from faq.text.dates.day_to_come import day_said
from faq.text.dates.report_days import days_said
from faq.text.dates.session_time import read_when

BEFORE, THURSDAY, AFTER = date(2026, 11, 24), date(2026, 12, 3), date(2026, 12, 10)


def _reported(said: str, today: date) -> date | None:
    try:
        days = days_said(said, today)
    except Refusal:
        return None
    return days.first if days.first == days.last else None


def _put_off(said: str, today: date) -> date | None:
    found = day_said(said, today)
    return None if found is None or found.rest else found.day


@pytest.mark.parametrize(
    "said",
    [
        *("3 Desember 2026", "3 desember", "03 Des. 2026", "3 des", "3 dec 2026", "3 Des 26"),
        *("3 Desembr 2026", "3 Dsember 2026", "3 desmber", "3 desbr", "3 desem", "3desember 2026"),
        *("3/12/2026", "03/12/26", "3-12-2026", "3.12.2026", "3 12 2026", "3/12"),
        *(
            "3-Des-2026",
            "2026-12-03",
            "2026/12/3",
            "３／１２／２０２６",
            "３ Ｄｅｓｅｍｂｅｒ ２０２６",
        ),
        *("3‑12‑2026", "2026‐12‐03", "tgl 3 Desember 2026", "tanggal 3/12/2026"),
        *("Kamis, 3 Desember 2026", "kamis 3/12", "KEMIS tanggal 3 desember 2026"),
    ],
)
def test_each_use_reads_each_way_to_write_a_date(said: str) -> None:
    assert _reported(said, AFTER) == THURSDAY
    assert _put_off(said, BEFORE) == THURSDAY
    written = read_when(f"{said} pukul 09.00", BEFORE)
    assert (written.day, written.other_weekday) == (THURSDAY, False)
    assert written.begins is not None


@pytest.mark.parametrize(
    "said",
    [
        *("31 Februari 2026", "31/2/2026", "3/13/2026", "3 desa 2026", "5 kali", "3 marah"),
        *("2026-13-01", "31/2", "0/12", "Jumat, 3 Desember 2026", "12345/12/2026"),
    ],
)
def test_no_use_takes_for_a_date_what_is_none(said: str) -> None:
    assert _reported(said, AFTER) is None
    assert _put_off(said, BEFORE) is None
    written = read_when(said, BEFORE)
    assert written.day is None or written.other_weekday


@pytest.mark.parametrize(
    ("word", "month"),
    [
        *(("Oktobr", 10), ("oktaber", 10), ("sebtember", 9), ("Agust.", 8), ("febuari", 2)),
        *(("novembar", 11), ("nopem", 11), ("mart", None), ("maert", 3), ("apirl", 4)),
        *(("jun", 6), ("ju", None), ("jula", None), ("embe", None), ("", None), ("halo", None)),
    ],
)
def test_a_slip_in_a_months_name(word: str, month: int | None) -> None:
    assert month_named(word) == month


@pytest.mark.parametrize(("number", "name"), [*enumerate(MONTH_NAMES, 1)])
def test_any_letter_of_a_long_name_may_be_missing(number: int, name: str) -> None:
    if len(name) > len("maret"):
        slips = {name[:place] + name[place + 1 :] for place in range(len(name))}
        assert {month_named(slip) for slip in slips} == {number}


@pytest.mark.parametrize(("name", "number"), MONTHS.items())
def test_every_name_of_a_month_is_known(name: str, number: int) -> None:
    assert month_named(name) == number
