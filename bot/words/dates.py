"""Dates, moments and spans of time as Indonesian readers write them. Plain text, not yet Html."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_month_names

LOCALE = "id"
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FORTNIGHT = timedelta(days=14)

# Only the country's own zones have a name people know; any other is told by its offset.
ZONE_NAMES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Ujung_Pandang": "WITA",
    "Asia/Jayapura": "WIT",
}


@lru_cache(maxsize=4_000)
def _formed(day: date, form: str) -> str:
    """Kept: babel puts it together anew each time, and a long history has a day in every line."""
    return format_date(day, form, locale=LOCALE)


def date_of(day: date) -> str:
    """23 November 2026"""
    return _formed(day, "d MMMM y")


def read_date(said: str) -> date | None:
    """What `date_of` wrote."""
    parts = said.split()
    if len(parts) != 3 or not parts[0].isdecimal() or not parts[2].isdecimal():
        return None
    months = {name: number for number, name in get_month_names(locale=LOCALE).items()}
    try:
        day = date(int(parts[2]), months.get(parts[1], 0), int(parts[0]))
    except ValueError:
        return None
    return day if date_of(day) == said else None


def month(day: date) -> str:
    """November 2026"""
    return _formed(day, "MMMM y")


def short_date(day: date) -> str:
    """23 Nov"""
    return _formed(day, "d MMM")


def short_month(day: date) -> str:
    """Nov 2026"""
    return _formed(day, "MMM y")


def month_alone(day: date) -> str:
    """Nov"""
    return _formed(day, "MMM")


def weekday_date(day: date) -> str:
    """Senin, 23 November 2026"""
    return _formed(day, "EEEE, d MMMM y")


def short_weekday(day: date) -> str:
    """Sen, 23 Nov"""
    return _formed(day, "EEE, d MMM")


def long_date(moment: datetime, zone: ZoneInfo) -> str:
    """Senin, 23 November 2026, of a moment."""
    return weekday_date(moment.astimezone(zone).date())


def days(first: date, last: date) -> str:
    """Both days included: 16–22 November 2026, 30 November – 6 Desember 2026."""
    if first == last:
        return date_of(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_of(last)}"
    if first.year == last.year:
        return f"{_formed(first, 'd MMMM')} – {date_of(last)}"
    return f"{date_of(first)} – {date_of(last)}"


def short(moment: datetime, zone: ZoneInfo) -> str:
    """23 Nov 2026 14.05"""
    local = moment.astimezone(zone)
    return f"{_formed(local.date(), 'd MMM y')} {local:%H.%M}"


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """pukul 17.00"""
    return f"pukul {moment.astimezone(zone):%H.%M}"


def weekday(end: datetime, zone: ZoneInfo) -> str:
    """Senin, 23 November 2026, for a span that ends at the midnight after that day."""
    day = (end - timedelta(microseconds=1)).astimezone(zone).date()
    return _formed(day, "EEEE, d MMMM y")


def weekday_at(moment: datetime, zone: ZoneInfo) -> str:
    """Senin, 23 November pukul 08.00"""
    day = format_date(moment.astimezone(zone).date(), "EEEE, d MMMM", locale=LOCALE)
    return f"{day} {clock(moment, zone)}"


def last_day(end: datetime, zone: ZoneInfo) -> str:
    """23 November 2026, for a span that ends at the midnight after that day."""
    return date_of((end - timedelta(microseconds=1)).astimezone(zone).date())


def stamp(moment: datetime, zone: ZoneInfo) -> str:
    """23 Nov 2026 14.05 WITA: for figures that travel, where the zone must be said."""
    return f"{short(moment, zone)} {zone_name(moment, zone)}"


def zone_name(moment: datetime, zone: ZoneInfo) -> str:
    """WIB, WITA, WIT, or the offset at that moment: UTC+5.30."""
    known = ZONE_NAMES.get(zone.key)
    if known:
        return known
    offset = moment.astimezone(zone).utcoffset() or timedelta()
    hours, minutes = divmod(abs(offset) // MINUTE, 60)
    sign = "-" if offset < timedelta() else "+"
    return f"UTC{sign}{hours}" + (f".{minutes:02d}" if minutes else "")


def span(length: timedelta) -> str:
    """2 hari 3 jam, 45 menit; under a minute (or clocks that disagree): baru saja."""
    return "baru saja" if length < MINUTE else _parts(length)


def ago(length: timedelta) -> str:
    """2 menit lalu"""
    return "baru saja" if length < MINUTE else f"{_parts(length)} lalu"


def duration(length: timedelta) -> str:
    """How long something took: like `span`, but never "baru saja"."""
    return "kurang dari 1 menit" if length < MINUTE else _parts(length)


def hours(length: timedelta) -> str:
    """Never told in days: of work, and of what did not run, a day has no fixed length."""
    if length < MINUTE:
        return "kurang dari 1 menit"
    return _two(length // HOUR, "jam", length % HOUR // MINUTE, "menit")


def _parts(length: timedelta) -> str:
    if length >= FORTNIGHT:  # nobody asks for the hours any more
        return f"{length // DAY} hari"
    if length >= DAY:
        return _two(length // DAY, "hari", length % DAY // HOUR, "jam")
    return _two(length // HOUR, "jam", length % HOUR // MINUTE, "menit")


def _two(more: int, large: str, less: int, small: str) -> str:
    return " ".join(f"{count} {unit}" for count, unit in ((more, large), (less, small)) if count)
