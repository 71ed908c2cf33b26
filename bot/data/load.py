"""Reads the dated data files: thresholds, deadlines, holidays, office hours, privacy."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

from bot.rules.calendar import OfficeHours, Period, Week
from bot.rules.clinic import ClinicRules
from bot.rules.deadline import Terms
from bot.rules.indicator import Edition
from bot.rules.privacy.retention import Kept, Privacy
from bot.rules.ticket import Kind
from bot.text_file import Unfit, Why, read_text, shown

HERE = Path(__file__).parent
LEAST_A_YEAR = 12  # every joint decree of the last years names more holidays than that
MOST_BYTES = 500_000
# A name of thousands of parts takes the parser a minute: its time grows with their square.
LONGEST_LINE = 1_000
MOST_TOML = 100_000
PERCENT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?")
PERIOD = re.compile(r"\s*\[\[\s*period\s*\]\]")
PLACE = re.compile(r"line (?P<line>\d+)")
HOURS = re.compile(r"([0-2]\d:[0-5]\d)-([0-2]\d:[0-5]\d)")
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
    data = read_toml(path)
    rows = data.raw.get("edition")
    if not isinstance(rows, dict) or not rows:
        raise DataError(f"{path.name}:1: write each edition's thresholds under [edition.…]")
    by_name = {
        name: _edition(name, row, data.at(rf"\[\s*edition\s*\.\s*[\"']?{re.escape(name)}\b"))
        for name, row in rows.items()
    }
    default = str(data.raw.get("default"))
    if default not in by_name:
        known = shown(", ".join(sorted(by_name)))
        where = data.at(r"default\s*=")
        raise DataError(f'{where}: write at its top default = "…", with one of: {known}')
    return Editions(by_name[default], by_name)


def _edition(name: str, row: Any, place: str) -> Edition:
    where = f"{place}: edition {shown(name)}"
    try:
        exclusive = "level3_more_than" in row
        level2 = _threshold(row["level2"])
        level3 = _threshold(row["level3_more_than" if exclusive else "level3"])
        source, sure = str(row["source"]).strip(), str(row["sure"]).strip()
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(
            f"{where}: write level2, level3, source and sure"
            f" ({type(error).__name__}: {shown(str(error))})"
        ) from None
    if exclusive and "level3" in row:
        raise DataError(f"{where}: write level3 or level3_more_than, not both")
    if not source or not sure:
        raise DataError(f"{where}: write its source, and how sure it is")
    if not 0 < level2 < level3 <= 100:
        raise DataError(f"{where}: level2 must be below level3, both ≤ 100")
    numbers = str(row.get("numbers", "")).strip()
    return Edition(
        name, level2, level3, source, level3_exclusive=exclusive, sure=sure, numbers=numbers
    )


def _threshold(value: object) -> Fraction:
    """By way of text: 40.01 written without quotes would be a float, and not exactly 40.01."""
    written = str(value)
    if not PERCENT.fullmatch(written):
        raise ValueError(f"{written} is no percentage like 40 or 40.01")
    return Fraction(written)


def deadlines(path: Path = HERE / "deadlines.toml") -> dict[Kind, int]:
    """Working days for each kind of report. Raises DataError for one missing or out of reason."""
    data = read_toml(path)
    days = data.raw.get("working_days")
    if not isinstance(days, dict):
        raise DataError(f"{path.name}:1: write each kind's days under [working_days]")
    return {kind: _days(kind.value, days.get(kind.value), data) for kind in Kind}


def reopen_days(path: Path = HERE / "deadlines.toml") -> int:
    """For how many days an ended ticket may be opened again. Raises DataError."""
    data = read_toml(path)
    section = data.raw.get("reopening")
    days = section.get("reopen_days") if isinstance(section, dict) else None
    return _days("reopen_days", days, data)


def terms(path: Path = HERE / "deadlines.toml") -> Terms:
    """All that deadlines are made of. Raises DataError as `deadlines` does."""
    data = read_toml(path)
    days = data.raw.get("working_days")
    steps = data.raw.get("steps")
    if not isinstance(days, dict) or not isinstance(steps, dict):
        raise DataError(f"{path.name}:1: write [working_days] and [steps]")

    def step(name: str) -> int:
        return _days(name, steps.get(name), data)

    found = Terms(
        resolution=deadlines(path),
        supervisory=_days("supervisory", days.get("supervisory"), data),
        verified_days=step("verified_days"),
        answered_hours=step("answered_hours"),
        answered_days=step("answered_days"),
        again_days=step("again_days"),
        reporter_reminded_on_day=step("reporter_reminded_on_day"),
        silence_days=step("silence_days"),
        rating_reminded_days=step("rating_reminded_days"),
    )
    if found.reporter_reminded_on_day > found.silence_days:
        where = data.at("reporter_reminded_on_day")
        raise DataError(f"{where}: reporter_reminded_on_day must not be after silence_days")
    return found


def _days(kind: str, days: Any, data: Toml) -> int:
    if type(days) is not int or not 1 <= days <= MOST_DAYS:  # `true` is an int as well
        where = data.at(rf"[\"']?{kind}\b")
        raise DataError(f"{where}: {kind} needs a whole number, 1 to {MOST_DAYS}")
    return days


def privacy(path: Path = HERE / "privacy.toml") -> Privacy:
    """Raises DataError for a period that is missing, without a source or out of reason."""
    data = read_toml(path)
    erasure, rows = data.raw.get("erasure"), data.raw.get("keep")
    if not isinstance(erasure, dict) or not isinstance(rows, list):
        raise DataError(f"{path.name}:1: write [erasure], and [[keep]] for each period")
    where = data.at(r"\[\s*erasure")
    within, before = (_erasure(name, erasure, where) for name in ("hours", "remind_hours"))
    _sourced(erasure, f"{where}: erasure")
    if before >= within:
        raise DataError(f"{where}: remind_hours must be fewer than hours")
    return Privacy(within, before, {what: _kept(what, rows, data) for what in Kept})


def _erasure(name: str, erasure: dict[str, Any], where: str) -> timedelta:
    hours = erasure.get(name)
    if type(hours) is not int or not 0 < hours <= MOST_DAYS * 24:
        raise DataError(f"{where}: erasure needs {name}, a whole number")
    return timedelta(hours=hours)


def _kept(what: Kept, rows: list[Any], data: Toml) -> timedelta:
    """The period that was set last."""
    where = data.at(rf"what\s*=\s*[\"']{what.value}[\"']")
    named = [row for row in rows if isinstance(row, dict) and row.get("what") == what.value]
    if not named or any(type(row.get("from")) is not date for row in named):
        raise DataError(f'{where}: write a [[keep]] with what = "{what.value}" and from')
    row = max(named, key=lambda row: row["from"])
    days = row.get("days")
    if type(days) is not int or not 1 <= days <= MOST_KEPT:
        raise DataError(f"{where}: {what.value} needs whole days, 1 to {MOST_KEPT}")
    _sourced(row, f"{where}: {what.value}")
    return timedelta(days=days)


def _sourced(row: dict[str, Any], where: str) -> None:
    if not str(row.get("source", "")).strip():
        raise DataError(f"{where}: write its source")


@dataclass(frozen=True)
class Toml:
    file: str
    text: str
    raw: dict[str, Any]

    def at(self, pattern: str) -> str:
        """File and line of the first line that begins so, else of the first."""
        lines = enumerate(self.text.splitlines(), 1)
        found = (number for number, line in lines if re.match(rf"\s*{pattern}", line))
        return f"{self.file}:{next(found, 1)}"


def read_toml(path: Path) -> Toml:
    """TOML as editors save it: also with a byte order mark, which it does not know."""
    text = _text(path, path.name)
    long = next((n for n, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_LINE), 0)
    if long or len(text) > MOST_TOML:
        raise DataError(
            f"{path.name}:{long or 1}: too long; write lines of at most {LONGEST_LINE} letters,"
            f" {MOST_TOML // 1_000} kB in all"
        )
    try:
        return Toml(path.name, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
    except (ValueError, RecursionError) as error:  # a number or a nesting without end
        reason = type(error).__name__
    found = PLACE.search(reason)
    where = f"{path.name}:{found['line'] if found else 1}"
    raise DataError(f"{where}: no TOML; correct it: {shown(reason)}")


def _text(path: Path, name: str) -> str:
    try:
        return read_text(path, most=MOST_BYTES)
    except Unfit as unfit:
        where = f"{name}:{unfit.line}:{unfit.column}"
        match unfit.why:
            case Why.UNREADABLE:
                raise DataError(f"{name}: cannot be read ({unfit.reason}); correct it") from None
            case Why.NO_FILE:
                raise DataError(f"{name}: cannot be read; it is no ordinary file") from None
            case Why.TOO_BIG:
                raise DataError(
                    f"{name}: cannot be read; it is larger than {MOST_BYTES // 1_000} kB"
                ) from None
            case _:
                raise DataError(
                    f"{where}: cannot be read ({unfit.why.value}); save it as UTF-8 text"
                ) from None


def holidays(path: Path) -> frozenset[date]:
    """Raises DataError with file and line when a row cannot be read."""
    text = _text(path, f"HOLIDAYS_FILE: {path}")
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


def _period(row: Any, place: str) -> Period:
    name = str(row.get("name", "")).strip() if isinstance(row, dict) else ""
    where = f"{place}: period {shown(name) or 'without a name'}"
    try:
        first, last = row["first"], row["last"]
        if not (name and str(row["source"]).strip()):
            raise ValueError("name and source are needed")
        if type(first) is not date or type(last) is not date or first > last:
            raise ValueError("first and last are dates like 2027-02-08, in order")
        return Period(name, first, last, _hours(row), _friday(row))
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


_CLINIC = (
    *("usual_minutes", "code_before_minutes", "code_after_minutes", "tries", "tries_minutes"),
    *("rated_after_minutes", "helped_after_days", "news_after_minutes"),
    *("compared_days", "compared_least", "compared_least_people"),
)
MOST_OF_CLINIC = 10_000


def clinic(path: Path = HERE / "clinic.toml") -> ClinicRules:
    """Raises DataError for a figure that is missing or out of reason."""
    data = read_toml(path)
    row = data.raw.get("session")
    if not isinstance(row, dict):
        raise DataError(f"{path.name}:1: write the figures under [session]")
    for name in _CLINIC:
        if type(row.get(name)) is not int or not 0 < row[name] <= MOST_OF_CLINIC:
            where = data.at(rf"{name}\b")
            raise DataError(f"{where}: {name} needs a whole number, 1 to {MOST_OF_CLINIC}")
    _sourced(row, data.at(r"\[\s*session"))
    minutes = {name: timedelta(minutes=row[name]) for name in _CLINIC}
    return ClinicRules(
        usual_length=minutes["usual_minutes"],
        code_before=minutes["code_before_minutes"],
        code_after=minutes["code_after_minutes"],
        tries=row["tries"],
        tries_within=minutes["tries_minutes"],
        rated_after=minutes["rated_after_minutes"],
        helped_after=timedelta(days=row["helped_after_days"]),
        news_after=minutes["news_after_minutes"],
        compared=timedelta(days=row["compared_days"]),
        compared_least=row["compared_least"],
        compared_least_people=row["compared_least_people"],
    )
