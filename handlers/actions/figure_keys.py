"""The buttons under a report that show the tickets behind its figures."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.papers.chart import WeeklyChart
from bot.rules.figure_lines import Figure, Line
from bot.rules.indicator import Indicator, Window
from bot.rules.period_page import PeriodPage, Stretch
from bot.rules.report_days import Span
from bot.rules.weekly import Weekly
from bot.words import labels
from bot.words.labels import Label
from handlers.buttons import FigureGroup, FigureRows, PagePaper
from handlers.keyboard import Key, Keyboard

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
IN_A_ROW = 3


def of_week(page: WeeklyChart) -> Keyboard:
    report = page.report
    rows = keys(_lines(report), report.as_of, report.monday, report.sunday)
    return (*rows, _below(Span.WEEK, report.monday, report.as_of))


def of_period(page: PeriodPage) -> Keyboard:
    now = page.now
    rows = keys(_lines(now), page.as_of, now.first, now.last)
    return (*rows, _below(page.days.span, page.days.first, page.as_of))


def _lines(counted: Weekly | Stretch) -> dict[Line, int]:
    return {
        Line.RECEIVED: counted.received,
        Line.SETTLED: counted.resolved,
        Line.OPEN: counted.open,
        Line.OVERDUE: counted.overdue,
        Line.ANSWERED: counted.answered,
        Line.REOPENED: counted.reopened,
    }


def _below(about: Span, first: date, as_of: datetime) -> tuple[Key, Key]:
    page = about.value, f"{first:%Y%m%d}", written(as_of)
    return (
        Key(labels.OTHER_FIGURES, FigureGroup(*page, "")),
        Key(labels.PAGE_PAPER, PagePaper(*page)),
    )


def of_ratio(figures: Indicator, zone: ZoneInfo) -> Keyboard:
    return keys(lines_of_ratio(figures), *days_of(figures.window, zone))


def lines_of_ratio(figures: Indicator) -> dict[Line, int]:
    return {
        Line.RECEIVED: figures.received,
        Line.RESOLVED: figures.resolved,
        Line.UNRESOLVED: figures.received - figures.resolved,
    }


DaysAsOf = tuple[datetime, date, date]
"""As it stood when, from which day to which."""


def days_of(span: Window, zone: ZoneInfo) -> DaysAsOf:
    first, last = (each.astimezone(zone).date() for each in (span.start, span.end - INSTANT))
    return span.as_of, first, last


def keys(
    lines: dict[Line, int], as_of: datetime, first: date, last: date, *, in_a_row: int = IN_A_ROW
) -> Keyboard:
    """One for each figure that counts any."""
    found = [
        key(labels.figure(line, count), Figure(line), as_of, first, last)
        for line, count in lines.items()
        if count
    ]
    return tuple(tuple(found[at : at + in_a_row]) for at in range(0, len(found), in_a_row))


def key(label: Label, figure: Figure, as_of: datetime, first: date, last: date) -> Key:
    days = f"{first.toordinal():x}-{last.toordinal():x}"
    return Key(label, FigureRows(figure.written, days, written(as_of), 0, turned=False))


def written(moment: datetime) -> int:
    """Microseconds since 1970, exactly: a float of them would be off by one."""
    return (moment - EPOCH) // INSTANT


def read(microseconds: int) -> datetime:
    """Raises OverflowError."""
    return EPOCH + INSTANT * microseconds
