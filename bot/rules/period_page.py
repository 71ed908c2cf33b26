"""The head's page about a month or a year, beside the period before it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.apart import Apart
from bot.rules.calendar import Calendar
from bot.rules.figure_lines import Line, told_by
from bot.rules.indicator import Edition, Indicator, MeasuredTicket, Summary, measure, summarise
from bot.rules.report_days import Days, Span, months_on
from bot.rules.weekly import (
    MOST_CATEGORIES,
    Waiting,
    came,
    in_and_out,
    most_common,
    oldest,
    settled,
    window,
    year_before,
    year_window,
    years_begin,
)

MONTHS_BACK = 6
HAVE_A_PAGE = frozenset({Span.MONTH, Span.YEAR})


@dataclass(frozen=True)
class By:
    """What a page is counted by."""

    calendar: Calendar
    edition: Edition


@dataclass(frozen=True)
class Stretch:
    """What happened within some days, and how it all stood at a moment."""

    first: date
    last: date
    summary: Summary
    """Of what was received within them."""
    resolved: int  # in them, of whatever time it came
    answered: int  # for the first time
    reopened: int
    open: int
    overdue: int
    apart: Apart | None = None

    @property
    def received(self) -> int:
        return self.summary.indicator.received

    @property
    def as_of(self) -> datetime:
        return self.summary.indicator.window.as_of


@dataclass(frozen=True)
class PeriodPage:
    days: Days
    now: Stretch
    before: Stretch
    """As it stood when as much of it had gone by."""
    information_received: int
    information_resolved: int
    information_open: int
    categories: tuple[tuple[str, int], ...]
    oldest: tuple[Waiting, ...]
    year: Indicator
    year_before: Indicator | None
    """Until the end of March, of a page about a month."""

    @property
    def as_of(self) -> datetime:
        return self.now.as_of


@dataclass(frozen=True)
class MonthPoint:
    """What came in and what was settled in one month, of whatever month it had come."""

    first: date
    received: int
    resolved: int


def stretch(
    cases: Sequence[MeasuredTicket], first: date, last: date, as_of: datetime, by: By
) -> Stretch:
    """Out of all cases as they stood at `as_of`."""
    span = window(first, last, as_of, by.calendar)
    counted = [case for case in cases if case.counted]
    return Stretch(
        first=first,
        last=last,
        summary=summarise(cases, span, by.edition),
        resolved=len(told_by(Line.SETTLED, counted, span)),
        answered=len(told_by(Line.ANSWERED, counted, span)),
        reopened=len(told_by(Line.REOPENED, counted, span)),
        open=len(told_by(Line.OPEN, counted, span)),
        overdue=len(told_by(Line.OVERDUE, counted, span)),
    )


def period_page(
    cases: Sequence[MeasuredTicket], days: Days, as_of: datetime, was: Stretch, by: By
) -> PeriodPage:
    """Out of all cases as they stood at `as_of`, and what was made of those of the period
    before."""
    span = window(days.first, days.last, as_of, by.calendar)
    counted = [case for case in cases if case.counted]
    apart = [case for case in cases if not case.counted]
    now = stretch(cases, days.first, days.last, as_of, by)
    of_a_year = days.span is Span.YEAR
    return PeriodPage(
        days=days,
        now=now,
        before=was,
        information_received=came(apart, span),
        information_resolved=settled(apart, span),
        information_open=sum(case.open for case in apart),
        categories=most_common(counted, span, MOST_CATEGORIES),
        oldest=oldest(told_by(Line.OPEN, counted, span), as_of),
        year=now.summary.indicator
        if of_a_year
        else measure(cases, year_window(as_of, by.calendar), by.edition),
        year_before=None if of_a_year else year_before(cases, as_of, by.calendar, by.edition),
    )


def months(cases: Sequence[MeasuredTicket], days: Days, calendar: Calendar) -> list[MonthPoint]:
    """Those of the year; or some, of which the page's is the last."""
    firsts = _months(days)
    counts = in_and_out(cases, (*firsts, months_on(firsts[-1], 1)), calendar)
    return [MonthPoint(first, *count) for first, count in zip(firsts, counts, strict=True)]


def _months(days: Days) -> list[date]:
    count = days.last.month if days.span is Span.YEAR else MONTHS_BACK
    last = days.last.replace(day=1)
    return [months_on(last, -back) for back in reversed(range(count))]


def reaches_back_to(days: Days, as_of: datetime, calendar: Calendar) -> datetime:
    """The earliest moment that the page, its history or the years' figures look at."""
    first = calendar.midnight(_months(days)[0])
    return min(first, years_begin(as_of, calendar))
