"""Reads when the office works: holidays.csv, special_periods.toml, office_hours.toml."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, time
from itertools import combinations
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.data.data_file import HERE, DataError, read_toml, text_of
from bot.rules.calendar import Calendar, OfficeHours, SpecialPeriod, Week
from bot.text_file import shown

LEAST_A_YEAR = 12  # every joint decree of the last years names more holidays than that
PERIOD = re.compile(r"\s*\[\[\s*period\s*\]\]")
HOURS = re.compile(r"([0-2]\d:[0-5]\d)-([0-2]\d:[0-5]\d)")


def calendar(zone: ZoneInfo, holidays_file: Path) -> Calendar:
    """Raises DataError."""
    free = holidays(holidays_file)
    return Calendar(zone, free, special_periods(), known_until(free), office_hours())


def holidays(path: Path) -> frozenset[date]:
    """Raises DataError with file and line when a row cannot be read."""
    text = text_of(path, f"HOLIDAYS_FILE: {path}")
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return frozenset(_dates(rows, path))


def known_until(days: Collection[date]) -> date:
    """The end of the last year whose holidays are all there; one with a fixed few waits for its
    decree (SKB)."""
    counted = Counter(day.year for day in days)
    whole = [year for year, count in counted.items() if count >= LEAST_A_YEAR]
    return date(max(whole), 12, 31) if whole else date.min


def special_periods(path: Path = HERE / "special_periods.toml") -> tuple[SpecialPeriod, ...]:
    """Ramadan and others. Raises DataError with the period's name and what to write."""
    data = read_toml(path)
    rows = data.raw.get("period", [])
    if not isinstance(rows, list):
        where = data.at(r"\[?period")
        raise DataError(f"{where}: write each period under [[period]]")
    heads = [n for n, line in enumerate(data.text.splitlines(), 1) if PERIOD.match(line)]
    places = [f"{path.name}:{line}" for line in heads] + [path.name] * len(rows)
    periods = tuple(_period(row, place) for row, place in zip(rows, places, strict=False))
    for one, other in combinations(periods, 2):
        if one.first <= other.last and other.first <= one.last:
            where = data.at(rf"name\s*=.*{re.escape(other.name)}")
            raise DataError(f"{where}: {shown(one.name)} and {shown(other.name)} overlap")
    return periods


def _period(row: Any, place: str) -> SpecialPeriod:
    name = str(row.get("name", "")).strip() if isinstance(row, dict) else ""
    where = f"{place}: period {shown(name) or 'without a name'}"
    try:
        first, last = row["first"], row["last"]
        if not (name and str(row["source"]).strip()):
            raise ValueError("name and source are needed")
        if type(first) is not date or type(last) is not date or first > last:
            raise ValueError("first and last are dates like 2027-02-08, in order")
        return SpecialPeriod(name, first, last, _hours(row), _friday(row))
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(
            f"{where}: write name, first, last, source, and opens with closes, or hours, or"
            f" closed = true ({type(error).__name__}: {error})"
        ) from None


def _hours(row: dict[str, Any]) -> OfficeHours | None:
    if row.get("closed") is True:
        return None
    if "hours" in row:
        return _periods(row["hours"])
    opens, closes = row["opens"], row["closes"]
    if type(opens) is not time or type(closes) is not time or opens >= closes:
        raise ValueError("opens and closes are times like 08:00:00, in order")
    return OfficeHours(opens, closes)


def _friday(row: dict[str, Any]) -> OfficeHours | None:
    return _periods(row["friday"]) if "friday" in row else None


def _periods(written: Any) -> OfficeHours:
    """One or two periods of a day's work: ["08:00-12:00", "13:00-17:00"]."""
    texts = written if isinstance(written, list) else []
    found = [HOURS.fullmatch(each) for each in texts if isinstance(each, str)]
    times = [time.fromisoformat(part) for each in found if each for part in each.groups()]
    if len(times) != 2 * len(texts) or len(texts) not in {1, 2} or times != sorted(set(times)):
        raise ValueError('hours are one or two periods in order, like ["08:00-12:00"]')
    rest = (times[1], times[2]) if len(texts) == 2 else None
    return OfficeHours(times[0], times[-1], rest)


def office_hours(path: Path = HERE / "office_hours.toml") -> tuple[Week, ...]:
    """The usual hours, oldest first. Raises DataError for what cannot be used."""
    data = read_toml(path)
    rows = data.raw.get("week")
    if not isinstance(rows, list) or not rows:
        raise DataError(f"{path.name}:1: write the usual hours under [[week]]")
    weeks = sorted((_week(row, path.name) for row in rows), key=lambda week: week.first)
    if len({week.first for week in weeks}) < len(weeks):
        raise DataError(f"{path.name}: two weeks begin on the same day")
    return tuple(weeks)


def _week(row: Any, name: str) -> Week:
    try:
        first, hours = row["from"], _periods(row["hours"])
        if type(first) is not date or not str(row["source"]).strip():
            raise ValueError("from is a date like 2020-01-01, and a source is needed")
        return Week(first, hours, _friday(row))
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(
            f"{name}: week: write from, hours and source ({type(error).__name__}: {error})"
        ) from None


def _dates(rows: csv.DictReader[str], path: Path) -> Iterator[date]:
    try:
        if "date" not in (rows.fieldnames or ()):
            raise DataError(
                f"{path}:1: write date,name,source there, with commas between; now it has no date"
            )
        for row in rows:
            yield date.fromisoformat((row["date"] or "").strip())
    except csv.Error as error:
        line = rows.line_num + 1
        raise DataError(
            f"{path}:{line}: no CSV from here on ({error}); look for a quotation mark"
        ) from None
    except ValueError:
        raise DataError(
            f"{path}:{rows.line_num}: write the date like 2026-12-25; this is none"
        ) from None
