"""The buttons under a report that show the tickets behind its figures."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.papers.chart import WeeklyChart
from bot.rules.dates.report_days import Span
from bot.rules.indicator import Indicator
from bot.rules.period_page import PeriodPage, Stretch
from bot.rules.weekly import Line, Weekly
from bot.words import labels
from handlers.buttons import FigureRows, PagePaper
from handlers.keyboard import Key, Keyboard

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
IN_A_ROW = 3


def of_week(page: WeeklyChart) -> Keyboard:
    report = page.report
    rows = _keys(_lines(report), report.as_of, report.monday, report.sunday)
    return (*rows, (paper(Span.WEEK, report.monday, report.as_of),))


def of_period(page: PeriodPage) -> Keyboard:
    now = page.now
    rows = _keys(_lines(now), page.as_of, now.first, now.last)
    return (*rows, (paper(page.days.span, page.days.first, page.as_of),))


def _lines(counted: Weekly | Stretch) -> dict[Line, int]:
    return {
        Line.RECEIVED: counted.received,
        Line.SETTLED: counted.resolved,
        Line.OPEN: counted.open,
        Line.OVERDUE: counted.overdue,
        Line.ANSWERED: counted.answered,
        Line.REOPENED: counted.reopened,
    }


def paper(about: Span, first: date, as_of: datetime) -> Key:
    return Key(labels.PAGE_PAPER, PagePaper(about.value, f"{first:%Y%m%d}", written(as_of)))


def of_ratio(figures: Indicator, zone: ZoneInfo) -> Keyboard:
    lines = {
        Line.RECEIVED: figures.received,
        Line.RESOLVED: figures.resolved,
        Line.UNRESOLVED: figures.received - figures.resolved,
    }
    span = figures.window
    first, last = (each.astimezone(zone).date() for each in (span.start, span.end - INSTANT))
    return _keys(lines, span.as_of, first, last)


def _keys(lines: dict[Line, int], as_of: datetime, first: date, last: date) -> Keyboard:
    """One for each figure that counts any."""
    days, moment = f"{first.toordinal():x}-{last.toordinal():x}", written(as_of)
    found = [
        Key(labels.figure(line, count), FigureRows(line.value, days, moment, 0, turned=False))
        for line, count in lines.items()
        if count
    ]
    return tuple(tuple(found[at : at + IN_A_ROW]) for at in range(0, len(found), IN_A_ROW))


def written(moment: datetime) -> int:
    """Microseconds since 1970, exactly: a float of them would be off by one."""
    return (moment - EPOCH) // INSTANT


def read(microseconds: int) -> datetime:
    """Raises OverflowError."""
    return EPOCH + INSTANT * microseconds
