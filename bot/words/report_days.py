"""Which days a report is about, and as of when."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.indicator import Window
from bot.rules.report_days import Days, Span
from bot.rules.weekly import Weekly
from bot.words import dates

UNDER_WAY = ", masih berjalan"
ROMAN = ("I", "II", "III", "IV")


def days(window: Days) -> str:
    """Oktober 2026; Triwulan III 2026; and of what is under way, until when it goes."""
    return f"{_days(window)}{UNDER_WAY}" if window.under_way else _days(window)


def _days(window: Days) -> str:
    first, exactly = window.first, dates.days(window.first, window.last)
    match window.span:
        case Span.MONTH:
            return f"{dates.month(first)} ({exactly})"
        case Span.QUARTER:
            return f"Triwulan {ROMAN[(first.month - 1) // 3]} {first.year} ({exactly})"
        case Span.HALF:
            return f"Semester {1 + first.month // 7} {first.year} ({exactly})"
        case Span.YEAR:
            return f"Tahun {first.year} ({exactly})"
        case Span.WEEK:
            return f"Pekan {exactly}"
        case _:
            return exactly


def week(report: Weekly, zone: ZoneInfo) -> str:
    """A week that is not over must not look as if it were."""
    today = report.as_of.astimezone(zone).date()
    if today > report.sunday:
        return f"Pekan {dates.days(report.monday, report.sunday)}"
    return f"Pekan berjalan: {dates.days(report.monday, today)}"


def as_at(moment: datetime, zone: ZoneInfo) -> str:
    return f"Keadaan per {dates.stamp(moment, zone)}"


def received_in(window: Window, zone: ZoneInfo) -> str:
    return f"Pengaduan yang diterima {window_days(window, zone)}"


def window_days(window: Window, zone: ZoneInfo) -> str:
    """The first to the last day inside; `end` itself is outside."""
    first = window.start.astimezone(zone).date()
    last = (window.end - timedelta(microseconds=1)).astimezone(zone).date()
    return dates.days(first, max(first, last))
