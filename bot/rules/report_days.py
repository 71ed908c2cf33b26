"""Which days a report is about: a week, a quarter, a year, or those between two dates. Pure."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.errors import NoSuchDate, WindowInFuture, WindowReversed

FIRST, LAST = date(2000, 1, 1), date(2999, 12, 31)
DAYS_A_WEEK = 7


class Span(StrEnum):
    """What kind of days they are; it names the report."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    YEARS = "years"
    ROLLING = "rolling"
    """So many months up to today."""
    DATES = "dates"


@dataclass(frozen=True)
class Days:
    """Whole days, both ends included, and no day that is still to come."""

    first: date
    last: date
    span: Span
    ends: date
    """When it is over: later than `last` while it is under way."""

    @property
    def under_way(self) -> bool:
        return self.last < self.ends


def week_of(day: date, today: date) -> Days:
    monday = day - timedelta(days=day.weekday())
    return up_to(monday, monday + timedelta(days=DAYS_A_WEEK - 1), Span.WEEK, today)


def year_of(year: int, today: date) -> Days:
    return up_to(date(year, 1, 1), date(year, 12, 31), Span.YEAR, today)


def between(first: date, last: date, today: date) -> Days:
    """Raises WindowReversed, WindowInFuture or NoSuchDate."""
    if last < first:
        raise WindowReversed(first, last)
    return up_to(first, last, Span.DATES if first < last else Span.DAY, today)


def up_to(first: date, last: date, span: Span, today: date) -> Days:
    """Raises WindowInFuture, where no day of it has come yet, and NoSuchDate."""
    if first < FIRST or last > LAST:
        raise NoSuchDate
    if first > today:
        raise WindowInFuture(first)
    return Days(first, min(last, today), span, last)


def months_on(day: date, count: int) -> date:
    """The same day so many months later, or the last of a month that has none. Raises
    ValueError beyond the calendar's end."""
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
