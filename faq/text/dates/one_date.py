"""Reads one date out of a text: "3 Desember 2026", "3/12/26", "2026-12-03", "3 des"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from faq.text.dates.date_words import FILE, MONTHS, WEEKDAYS, any_of, month_named, one_of
from faq.text.vocabulary import phrases

_WEEKDAY = (
    rf"(?:\b(?P<weekday>{any_of(WEEKDAYS)})\b[\s,.]{{1,3}}(?:{one_of('date')}\b[\s.]{{1,2}})?)?"
)
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_MONTH = r"\s{0,2}(?P<month>\d{1,2})"
_YEAR_IN_FIGURES = r"\s{0,2}(?:(?P=sign)\s{0,2}|[\s/.-]{1,3}(?=\d{4}))(?P<year>\d{4}|\d\d)(?!\d)"
# After a name two figures may be an hour (none is 25), people ("30 orang") or the next day.
_OF_ANOTHER = any_of((*phrases("counted", FILE), *{name[:3] for name in MONTHS}))
_SHORT_YEAR = rf"(?:2[5-9]|[3-9]\d)(?!\d|\s*(?:{_OF_ANOTHER}))"
_YEAR_NAMED = rf"(?:[\s.,/-]{{0,3}}(?P<year>\d{{4}}(?!\d)|(?<!,\s){_SHORT_YEAR}))?"
_IN_FULL = tuple(
    re.compile(rf"{_WEEKDAY}{pattern}", re.IGNORECASE)
    for pattern in (
        rf"{_DAY}[\s.-]{{0,2}}(?P<name>[a-z]{{3,10}})(?![a-z])\.?{_YEAR_NAMED}",
        r"(?<!\d)(?P<year>\d{4})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)",
        rf"{_DAY}\s{{0,2}}(?P<sign>[/.-]){_MONTH}{_YEAR_IN_FIGURES}",
        rf"{_DAY}\s(?P<month>\d{{1,2}})\s(?P<year>\d{{4}})(?!\d)",
    )
)
_SHORT = {
    signs: re.compile(rf"{_WEEKDAY}(?<!/){_DAY}\s{{0,2}}[{signs}]{_MONTH}(?![\d/])", re.IGNORECASE)
    for signs in ("/", "/.", "/.-")
}
MONTHS_A_YEAR, MOST_DAYS = 12, 31


class WrittenDate(NamedTuple):
    """A date as it is written from `begins` up to `ends`; perhaps there is no such day."""

    begins: int
    ends: int
    day: int
    month: int
    year: int | None
    weekday: int | None

    def next_from(self, first: date) -> date | None:
        """Without a year the next such day, `first` included."""
        if self.year is not None:
            return self._in(self.year)
        days = (self._in(first.year + later) for later in (0, 1))
        return next((day for day in days if day is not None and day >= first), None)

    def newest_until(self, last: date) -> date | None:
        """Without a year the newest such day, `last` included."""
        if self.year is not None:
            return self._in(self.year)
        days = (self._in(last.year - before) for before in (0, 1))
        return next((day for day in days if day is not None and day <= last), None)

    def belies(self, day: date) -> bool:
        """Whether it names another weekday than that day's."""
        return self.weekday is not None and self.weekday != day.weekday()

    def _in(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def written_dates(text: str, *, short: str = "/") -> Iterator[WrittenDate]:
    """Those in full first, from the left; none that lies in another. `short`: the signs that may
    stand between day and month where no year follows, for elsewhere they stand in hours and
    spans."""
    taken: list[WrittenDate] = []
    for patterns in (_IN_FULL, (_SHORT[short],)):
        begins = 0
        while begins < len(text):
            written = _first_of(patterns, text, begins)
            if written is None or any(_overlap(written, other) for other in taken):
                begins += 1
            else:
                taken.append(written)
                yield written
                begins = written.ends


def date_at(text: str, begins: int, *, short: str) -> WrittenDate | None:
    """The one that begins there."""
    return _first_of((*_IN_FULL, _SHORT[short]), text, begins)


def _first_of(patterns: Iterable[re.Pattern[str]], text: str, begins: int) -> WrittenDate | None:
    for pattern in patterns:
        found = pattern.match(text, begins)
        written = None if found is None else _read(found)
        if written is not None:
            return written
    return None


def _overlap(one: WrittenDate, other: WrittenDate) -> bool:
    return one.begins < other.ends and other.begins < one.ends


def _read(found: re.Match[str]) -> WrittenDate | None:
    said = found.groupdict()
    name, year, weekday = said.get("name"), said.get("year"), said["weekday"]
    day, month = int(said["day"]), month_named(name) if name else int(said["month"])
    if month is None:
        return None
    if "year" not in said and not (1 <= month <= MONTHS_A_YEAR and 1 <= day <= MOST_DAYS):
        return None  # "1/100" are no day and month
    return WrittenDate(
        found.start(),
        found.end(),
        day,
        month,
        None if year is None else int(year) + (2000 if len(year) == 2 else 0),
        None if weekday is None else WEEKDAYS[weekday.lower()],
    )
