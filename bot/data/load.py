"""Reads the dated data files: thresholds, deadlines, holidays, special periods, privacy."""

from __future__ import annotations

import csv
import io
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

from bot.rules.calendar import OfficeHours, Period
from bot.rules.indicator import Edition
from bot.rules.privacy import Kept, Privacy
from bot.rules.ticket import Kind

HERE = Path(__file__).parent
LEAST_A_YEAR = 12  # every joint decree of the last years names more holidays than that
MOST_DAYS = 366  # beyond, it is a slip of the finger
MOST_KEPT = 36_525  # a hundred years


class DataError(Exception):
    """One line: which file, what is wrong, how to mend it."""


@dataclass(frozen=True)
class Editions:
    default: Edition
    by_name: dict[str, Edition]

    def get(self, name: str | None) -> Edition:
        """Raises DataError for an edition whose thresholds are not known."""
        if name is None:
            return self.default
        if name not in self.by_name:
            known = ", ".join(sorted(self.by_name))
            raise DataError(
                f"edition {name}: thresholds not known (known: {known});"
                " add them to bot/data/editions.toml with their source"
            )
        return self.by_name[name]


def editions(path: Path = HERE / "editions.toml") -> Editions:
    """Raises DataError for an edition that cannot be used, or no default among them."""
    raw = _read(path)
    rows = raw.get("edition")
    if not isinstance(rows, dict) or not rows:
        raise DataError(f"{path.name}: write each edition's thresholds under [edition.…]")
    by_name = {name: _edition(name, row, path) for name, row in rows.items()}
    default = str(raw.get("default"))
    if default not in by_name:
        known = ", ".join(sorted(by_name))
        raise DataError(f'{path.name}: write at its top default = "…", with one of: {known}')
    return Editions(by_name[default], by_name)


def _edition(name: str, row: Any, path: Path) -> Edition:
    """By way of text: 40.01 written without quotes would be a float, and not exactly 40.01."""
    where = f"{path.name}, edition {name}"
    try:
        exclusive = "level3_more_than" in row
        level2 = Fraction(str(row["level2"]))
        level3 = Fraction(str(row["level3_more_than" if exclusive else "level3"]))
        source = str(row["source"]).strip()
    except (KeyError, TypeError, ValueError, ZeroDivisionError) as error:
        raise DataError(
            f"{where}: write level2, level3 and source ({type(error).__name__}: {error})"
        ) from None
    if exclusive and "level3" in row:
        raise DataError(f"{where}: write level3 or level3_more_than, not both")
    if not source:
        raise DataError(f"{where}: write its source")
    if not 0 < level2 < level3 <= 100:
        raise DataError(f"{where}: level2 must be below level3, both ≤ 100")
    return Edition(name, level2, level3, source, level3_exclusive=exclusive)


def deadlines(path: Path = HERE / "deadlines.toml") -> dict[Kind, int]:
    """Working days for each kind of report. Raises DataError for one missing or out of reason."""
    days = _read(path).get("working_days")
    if not isinstance(days, dict):
        raise DataError(f"{path.name}: write each kind's days under [working_days]")
    return {kind: _days(kind.value, days.get(kind.value), path) for kind in Kind}


def _days(kind: str, days: Any, path: Path) -> int:
    if type(days) is not int or not 1 <= days <= MOST_DAYS:  # `true` is an int as well
        raise DataError(f"{path.name}: {kind} needs a whole number of days, 1 to {MOST_DAYS}")
    return days


def privacy(path: Path = HERE / "privacy.toml") -> Privacy:
    """Raises DataError for a period that is missing, without a source or out of reason."""
    raw = _read(path)
    erasure, rows = raw.get("erasure"), raw.get("keep")
    if not isinstance(erasure, dict) or not isinstance(rows, list):
        raise DataError(f"{path.name}: write [erasure], and [[keep]] for each period")
    within, before = (_hours_of(name, erasure, path) for name in ("hours", "remind_hours"))
    _sourced("erasure", erasure, path)
    if before >= within:
        raise DataError(f"{path.name}: remind_hours must be fewer than hours")
    return Privacy(within, before, {what: _kept(what, rows, path) for what in Kept})


def _hours_of(name: str, erasure: dict[str, Any], path: Path) -> timedelta:
    hours = erasure.get(name)
    if type(hours) is not int or not 0 < hours <= MOST_DAYS * 24:
        raise DataError(f"{path.name}: erasure needs {name}, a whole number")
    return timedelta(hours=hours)


def _kept(what: Kept, rows: list[Any], path: Path) -> timedelta:
    """The period that was set last."""
    named = [row for row in rows if isinstance(row, dict) and row.get("what") == what.value]
    if not named or any(type(row.get("from")) is not date for row in named):
        raise DataError(f'{path.name}: write a [[keep]] with what = "{what.value}" and from')
    row = max(named, key=lambda row: row["from"])
    days = row.get("days")
    if type(days) is not int or not 1 <= days <= MOST_KEPT:
        raise DataError(f"{path.name}: {what.value} needs whole days, 1 to {MOST_KEPT}")
    _sourced(what.value, row, path)
    return timedelta(days=days)


def _sourced(name: str, row: dict[str, Any], path: Path) -> None:
    if not str(row.get("source", "")).strip():
        raise DataError(f"{path.name}, {name}: write its source")


def _read(path: Path) -> dict[str, Any]:
    """TOML as editors save it: also with a byte order mark, which it does not know."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise DataError(f"{path.name}: cannot be read ({error.strerror})") from None
    except ValueError as error:  # not UTF-8, or not TOML: the words name the place
        raise DataError(f"{path.name}: cannot be read; correct it: {error}") from None


def holidays(path: Path) -> frozenset[date]:
    """Raises DataError with file and line when a row cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"HOLIDAYS_FILE: cannot read {path} ({type(error).__name__})") from None
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return frozenset(_dates(rows, path))


def known_until(days: Collection[date]) -> date:
    """The end of the last year whose holidays are all there; one with a fixed few waits for its
    decree (SKB)."""
    counted = Counter(day.year for day in days)
    whole = [year for year, count in counted.items() if count >= LEAST_A_YEAR]
    return date(max(whole), 12, 31) if whole else date.min


def special_periods(path: Path = HERE / "special_periods.toml") -> tuple[Period, ...]:
    """Ramadan and others. Raises DataError with the period's name and what to write."""
    rows = _read(path).get("period", [])
    if not isinstance(rows, list):
        raise DataError(f"{path.name}: write each period under [[period]]")
    periods = tuple(_period(row, path) for row in rows)
    for one, other in combinations(periods, 2):
        if one.first <= other.last and other.first <= one.last:
            raise DataError(f"{path.name}: {one.name} and {other.name} overlap")
    return periods


def _period(row: Any, path: Path) -> Period:
    name = str(row.get("name", "")).strip() if isinstance(row, dict) else ""
    where = f"{path.name}, period {name or 'without a name'}"
    try:
        first, last = row["first"], row["last"]
        if not (name and str(row["source"]).strip()):
            raise ValueError("name and source are needed")
        if type(first) is not date or type(last) is not date or first > last:
            raise ValueError("first and last are dates like 2027-02-08, in order")
        return Period(name, first, last, _hours(row))
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(
            f"{where}: write name, first, last, source, and opens with closes, or closed = true"
            f" ({type(error).__name__}: {error})"
        ) from None


def _hours(row: dict[str, Any]) -> OfficeHours | None:
    if row.get("closed") is True:
        return None
    opens, closes = row["opens"], row["closes"]
    if type(opens) is not time or type(closes) is not time or opens >= closes:
        raise ValueError("opens and closes are times like 08:00:00, in order")
    return OfficeHours(opens, closes)


def _dates(rows: csv.DictReader[str], path: Path) -> Iterator[date]:
    try:
        if "date" not in (rows.fieldnames or ()):
            raise DataError(f"{path}:1: write date,name,source there, with commas between")
        for row in rows:
            yield date.fromisoformat((row["date"] or "").strip())
    except csv.Error as error:
        raise DataError(f"{path}:{rows.line_num}: a quotation mark is amiss ({error})") from None
    except ValueError:
        raise DataError(f"{path}:{rows.line_num}: write the date like 2026-12-25") from None
