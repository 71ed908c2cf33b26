"""Weeks, months and years that are over: which, and when each is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.rules.closing import Period, PeriodKind, closes_at, closing, exactly, holding
from tests.rules.cases import CALENDAR, WITA


def at(year: int, month: int, day: int, hour: int = 0) -> datetime:
    return datetime(year, month, day, hour, tzinfo=WITA)


@pytest.mark.parametrize(
    ("day", "span", "first", "last", "key"),
    [
        (date(2026, 12, 31), PeriodKind.WEEK, date(2026, 12, 28), date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 1), PeriodKind.WEEK, date(2026, 12, 28), date(2027, 1, 3), "2026-W53"),
        (date(2028, 2, 10), PeriodKind.MONTH, date(2028, 2, 1), date(2028, 2, 29), "2028-02"),
        (date(2026, 12, 5), PeriodKind.MONTH, date(2026, 12, 1), date(2026, 12, 31), "2026-12"),
        (date(2026, 7, 1), PeriodKind.YEAR, date(2026, 1, 1), date(2026, 12, 31), "2026"),
    ],
)
def test_each_day_lies_in_one_of_each(
    day: date, span: PeriodKind, first: date, last: date, key: str
) -> None:
    period = holding(day, span)
    assert (period.first, period.last, period.key) == (first, last, key)
    assert exactly(first, last) == period
    assert exactly(first, last + timedelta(days=1)) is None


def test_months_and_years_close_on_their_first_working_morning() -> None:
    holidays = replace(CALENDAR, holidays=CALENDAR.holidays | {date(2027, 1, 1)})
    new_year = holding(date(2026, 12, 1), PeriodKind.YEAR)
    assert closes_at(new_year, holidays) == at(2027, 1, 4, 8)  # after a holiday and a weekend
    assert closes_at(holding(date(2026, 11, 2), PeriodKind.MONTH), CALENDAR) == at(2026, 12, 1, 8)
    assert closes_at(holding(date(2026, 11, 29), PeriodKind.WEEK), CALENDAR) == at(2026, 11, 30, 8)


def test_what_was_missed_is_closed_as_well_and_nothing_from_before() -> None:
    since, now = at(2026, 11, 24), at(2027, 1, 5, 9)
    found: list[Period] = list(closing(since, now, CALENDAR))
    weeks = [period.key for period in found if period.span is PeriodKind.WEEK]
    assert weeks == [f"2026-W{week}" for week in range(48, 54)]
    assert [period.key for period in found if period.span is PeriodKind.MONTH] == [
        "2026-11",
        "2026-12",
    ]
    assert [period.key for period in found if period.span is PeriodKind.YEAR] == ["2026"]
    assert not list(closing(now, now, CALENDAR))
