"""The period before, that a report's figures stand against. Pure."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from bot.rules.calendar import Calendar
from bot.rules.closing import PeriodKind, exactly, holding
from bot.rules.indicator import Window
from bot.rules.report_days import months_on
from bot.rules.weekly import window

DAY = timedelta(days=1)
WHOLE = (1, 3, 6, 12, 24)  # months that are told of as one: a quarter, a half, two years


def before(first: date, last: date) -> tuple[date, date]:
    """Of a week, month, quarter, half or year the one before, whole; of the part of one that has
    gone by as much of the one before; of other days as many right before them."""
    if (period := exactly(first, last)) is not None:
        found = holding(first - DAY, period.span)
        return found.first, found.last
    if first.day == 1 and (months := _months(first, last)) in WHOLE:
        return months_on(first, -months), first - DAY
    if first.weekday() == 0 and (last - first).days < 7:
        return first - timedelta(days=7), last - timedelta(days=7)
    for span, months in ((PeriodKind.YEAR, 12), (PeriodKind.MONTH, 1)):
        if holding(first, span).first == first and last <= holding(first, span).last:
            return months_on(first, -months), months_on(last, -months)
    length = last - first + DAY
    return first - length, first - DAY


def days_before(
    first: date, last: date, as_of: datetime, calendar: Calendar
) -> tuple[date, date, datetime]:
    """The period before, and the moment that it is looked at for comparison."""
    was_first, was_last = before(first, last)
    was = window(was_first, was_last, as_of, calendar)
    return was_first, was_last, _stood_at(window(first, last, as_of, calendar), was)


def _stood_at(now: Window, was: Window) -> datetime:
    """The moment at which as much had gone by of the period before: counted from its end, for
    months differ in length, or from its beginning while this one is under way."""
    if now.as_of < now.end:
        return was.start + (now.as_of - now.start)
    return was.end + (now.as_of - now.end)


def _months(first: date, last: date) -> int:
    """Whole ones; 0 where the last is none."""
    if last.day != monthrange(last.year, last.month)[1]:
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1
