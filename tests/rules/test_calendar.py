"""Due dates, Mondays and summaries, over weekends, holidays and years."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data.data_file import HERE
from bot.data.working_time import holidays
from bot.rules.calendar import USUAL, Calendar, OfficeHours, SpecialPeriod, week_number
from tests.rules.cases import CALENDAR, WITA, at

REAL = Calendar(WITA, holidays(Path(HERE / "holidays.csv")))
MOMENTS = st.dates(date(2026, 1, 1), date(2030, 1, 1)).flatmap(
    lambda day: st.times().map(lambda clock: datetime.combine(day, clock, UTC))
)


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("2026-11-23T09:00", 1, "2026-11-25T00:00"),  # Monday: by the end of Tuesday
        ("2026-11-23T00:00", 1, "2026-11-25T00:00"),  # midnight belongs to the day it begins
        ("2026-11-23T23:59", 1, "2026-11-25T00:00"),
        ("2026-11-20T09:00", 1, "2026-11-24T00:00"),  # Friday: Monday is the next working day
        ("2026-11-21T09:00", 1, "2026-11-24T00:00"),  # Saturday
        ("2026-11-22T09:00", 5, "2026-11-28T00:00"),  # Sunday: Monday to Friday
        ("2026-11-23T09:00", 14, "2026-12-12T00:00"),
        ("2026-03-17T09:00", 5, "2026-04-01T00:00"),  # over Nyepi and Idulfitri
        ("2026-12-23T09:00", 1, "2026-12-29T00:00"),  # over Christmas and a weekend
        ("2026-12-31T09:00", 1, "2027-01-05T00:00"),  # over the new year
    ],
)
def test_due_at_the_end_of_the_last_working_day(received: str, days: int, due: str) -> None:
    assert REAL.due(at(received), days) == at(due)


def test_the_day_of_receipt_is_the_local_one() -> None:
    sunday_in_utc = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)  # Monday 00:00 WITA
    assert REAL.due(sunday_in_utc, 1) == at("2026-11-25T00:00")


@given(received=MOMENTS, days=st.integers(1, 60))
def test_exactly_so_many_working_days_lie_before_the_due_moment(
    received: datetime, days: int
) -> None:
    due = REAL.due(received, days)
    first = REAL.today(received) + timedelta(days=1)
    between = (due.date() - first).days
    counted = [first + timedelta(days=step) for step in range(between)]
    assert sum(map(REAL.is_working_day, counted)) == days
    assert REAL.is_working_day(counted[-1])
    assert due.timetz() == time(0, tzinfo=WITA)


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        ("2026-11-23T00:00", date(2026, 11, 23)),
        ("2026-11-22T23:59", date(2026, 11, 16)),
        ("2027-01-01T12:00", date(2026, 12, 28)),
    ],
)
def test_the_week_begins_on_monday_at_midnight(now: str, monday: date) -> None:
    assert CALENDAR.monday_of(at(now)) == monday
    assert CALENDAR.monday_of(at(now).astimezone(UTC)) == monday


@pytest.mark.parametrize(
    ("since", "now", "due"),
    [
        ("2026-11-16T08:00", "2026-11-23T07:59", []),
        ("2026-11-16T08:00", "2026-11-23T08:00", ["2026-11-23T08:00"]),
        ("2026-11-23T08:00", "2026-11-23T08:00", []),  # `since` itself was dealt with
        ("2026-11-23T07:59", "2026-11-23T08:01", ["2026-11-23T08:00"]),
        ("2026-11-22T23:00", "2026-12-01T00:00", ["2026-11-23T08:00", "2026-11-30T08:00"]),
        ("2026-12-27T00:00", "2027-01-04T09:00", ["2026-12-28T08:00", "2027-01-04T08:00"]),
        ("2026-12-01T00:00", "2026-11-01T00:00", []),  # a clock set back
    ],
)
def test_summaries_due(since: str, now: str, due: list[str]) -> None:
    assert list(CALENDAR.summaries_due(at(since), at(now))) == [at(moment) for moment in due]


def test_summaries_over_years_are_a_week_apart_and_at_midnight_utc() -> None:
    due = list(CALENDAR.summaries_due(at("2026-01-01T00:00"), at("2036-01-01T00:00")))
    assert len(due) == 522  # 5 January 2026 to 31 December 2035, both Mondays
    assert {moment.astimezone(UTC).timetz() for moment in due} == {time(0, tzinfo=UTC)}
    assert {late - early for early, late in pairwise(due)} == {timedelta(days=7)}
    assert {moment.weekday() for moment in due} == {0}


def test_where_clocks_change_it_stays_eight_in_the_morning() -> None:
    abroad = Calendar(ZoneInfo("Europe/Amsterdam"), frozenset())
    year = abroad.summaries_due(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    moments = [moment.astimezone(UTC).hour for moment in year]
    assert set(moments) == {6, 7}


@given(cuts=st.lists(MOMENTS, min_size=3, max_size=3).map(sorted))
def test_no_summary_is_lost_or_doubled_however_often_one_looks(cuts: list[datetime]) -> None:
    first, middle, last = cuts
    pieces = [
        *CALENDAR.summaries_due(first, middle),
        *CALENDAR.summaries_due(middle, last),
    ]
    assert pieces == list(CALENDAR.summaries_due(first, last))


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2026, 11, 23), "2026-W48"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_the_week_has_one_name(day: date, key: str) -> None:
    assert week_number(day) == key


RAMADAN = SpecialPeriod(
    "Ramadan", date(2027, 2, 8), date(2027, 3, 9), OfficeHours(time(8), time(15))
)
MOVING = SpecialPeriod("Kantor pindah", date(2027, 6, 7), date(2027, 6, 8), None)
SPECIAL = replace(CALENDAR, periods=(RAMADAN, MOVING))


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        ("2027-02-07", USUAL),
        ("2027-02-08", RAMADAN.hours),
        ("2027-03-09", RAMADAN.hours),
        ("2027-03-10", USUAL),
        ("2027-06-07", None),
    ],
)
def test_office_hours_of_a_special_period(day: str, hours: OfficeHours | None) -> None:
    assert SPECIAL.office_hours(date.fromisoformat(day)) == hours
    assert CALENDAR.office_hours(date.fromisoformat(day)) == USUAL


def test_a_closed_period_has_no_working_days() -> None:
    friday = at("2027-06-04T09:00")
    assert CALENDAR.due(friday, 1) == at("2027-06-08T00:00")
    assert SPECIAL.due(friday, 1) == at("2027-06-10T00:00")
    assert SPECIAL.is_working_day(date(2027, 2, 8)), "shorter days are working days"


def test_hours_end_before_their_end() -> None:
    assert USUAL.has(time(8))
    assert USUAL.has(time(16, 59))
    assert not USUAL.has(time(17))
    assert not USUAL.has(time(7, 59))


@pytest.mark.parametrize(
    ("now", "last_due", "runs_out"),
    [
        ("2026-10-30T09:00", None, False),
        ("2026-10-31T09:00", None, True),
        ("2027-01-02T09:00", None, True),
        ("2026-06-01T09:00", "2027-01-01T00:00", False),  # due by the end of the 31st
        ("2026-06-01T09:00", "2027-01-02T00:00", True),
    ],
)
def test_when_holidays_run_out(now: str, last_due: str | None, *, runs_out: bool) -> None:
    calendar = replace(CALENDAR, known_until=date(2026, 12, 31))
    assert calendar.runs_out(at(now), at(last_due) if last_due else None) is runs_out
    assert not CALENDAR.runs_out(at(now), at(last_due) if last_due else None)
