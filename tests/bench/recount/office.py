"""When the desk of the generated histories works: as the product takes it, and as plain numbers
that the recount adds up by itself. Fridays and March are otherwise, as in a Ramadan."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from bot.rules.calendar import Calendar, OfficeHours, SpecialPeriod, Week
from tests.rules.cases import WITA

YEARS = range(2025, 2061)
HOLIDAYS = frozenset(
    date(year, month, day)
    for year in YEARS
    for month, day in ((1, 1), (3, 20), (5, 1), (8, 17), (12, 25))
)
USUAL, FRIDAY = ((480, 720), (780, 960)), ((480, 690), (810, 990))  # minutes of the day
MARCH, FRIDAY_OF_MARCH = ((480, 720), (750, 900)), ((480, 690), (750, 930))
EIGHT, DAY = timedelta(hours=8), timedelta(days=1)
Spans = tuple[tuple[int, int], tuple[int, int]]


def _hours(spans: Spans) -> OfficeHours:
    (opens, rests), (goes_on, closes) = (
        (time(*divmod(first, 60)), time(*divmod(last, 60))) for first, last in spans
    )
    return OfficeHours(opens, closes, (rests, goes_on))


CALENDAR = Calendar(
    WITA,
    HOLIDAYS,
    periods=tuple(
        SpecialPeriod(
            f"Maret {year}",
            date(year, 3, 1),
            date(year, 3, 31),
            _hours(MARCH),
            _hours(FRIDAY_OF_MARCH),
        )
        for year in YEARS
    ),
    weeks=(Week(date(YEARS[0], 1, 1), _hours(USUAL), _hours(FRIDAY)),),
)


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def seconds_worked(since: datetime, until: datetime) -> float:
    """WITA is eight hours before UTC, always."""
    day, total = (since + EIGHT).date(), 0.0
    while day <= (until + EIGHT).date():
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) - EIGHT
        for first, last in _spans(day) if works(day) else ():
            begins = max(since, midnight + timedelta(minutes=first))
            ends = min(until, midnight + timedelta(minutes=last))
            total += max(0.0, (ends - begins).total_seconds())
        day += DAY
    return total


def _spans(day: date) -> Spans:
    if day.month == 3:
        return FRIDAY_OF_MARCH if day.weekday() == 4 else MARCH
    return FRIDAY if day.weekday() == 4 else USUAL


def days_worked(since: datetime, until: datetime) -> int:
    """Those after the first day, the last one included."""
    day, last, count = (since + EIGHT).date(), (until + EIGHT).date(), 0
    while day < last:
        day += DAY
        count += works(day)
    return count
