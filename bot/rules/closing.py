"""Which weeks, months and years are over and may be closed. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.calendar import SUMMARY_AT, Calendar, week_number

DAY = timedelta(days=1)


class PeriodKind(StrEnum):
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Period:
    """Whole days, both ends included."""

    span: PeriodKind
    first: date
    last: date

    @property
    def key(self) -> str:
        """2026-W48, 2026-11, 2026."""
        if self.span is PeriodKind.WEEK:
            return week_number(self.first)
        return f"{self.first:%Y-%m}" if self.span is PeriodKind.MONTH else f"{self.first:%Y}"


def holding(day: date, span: PeriodKind) -> Period:
    if span is PeriodKind.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(span, monday, monday + timedelta(days=6))
    if span is PeriodKind.YEAR:
        return Period(span, date(day.year, 1, 1), date(day.year, 12, 31))
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return Period(span, day.replace(day=1), following - DAY)


def exactly(first: date, last: date) -> Period | None:
    """The week, month or year that these days are."""
    periods = (holding(first, span) for span in PeriodKind)
    return next((each for each in periods if (each.first, each.last) == (first, last)), None)


def closes_at(period: Period, calendar: Calendar) -> datetime:
    """A week with its page, on Monday morning; the others on their first working morning after."""
    day = period.last + DAY
    while period.span is not PeriodKind.WEEK and not calendar.is_working_day(day):
        day += DAY
    return datetime.combine(day, SUMMARY_AT, calendar.zone)


def closing(since: datetime, now: datetime, calendar: Calendar) -> Iterator[Period]:
    """Those whose moment has come after `since`, the earliest of each span first."""
    for span in PeriodKind:
        period = holding(calendar.today(since) - timedelta(days=31), span)
        while (moment := closes_at(period, calendar)) <= now:
            if moment > since:
                yield period
            period = holding(period.last + DAY, span)
