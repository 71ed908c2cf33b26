"""When a session is, as officers write it: "Kamis, 3 Desember 2026 pukul 09.00–11.30"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.letters import narrow
from faq.text.dates.date_words import (
    COUNTS,
    DAY,
    FILE,
    MONTH,
    NEAR,
    WEEK,
    WEEKDAYS,
    any_of,
    days_on,
    number,
    one_of,
    weekday_to_come,
)
from faq.text.dates.one_date import written_dates
from faq.text.vocabulary import phrases

# "3 hari" alone may be how long a session goes on.
_IN_DAYS = re.compile(
    rf"\b(\d{{1,2}}|{any_of(COUNTS)})\s?({any_of((*DAY, *WEEK, *MONTH))}) {one_of('from now')}\b"
)
_NEAR = {word: days for word, days in NEAR.items() if days >= 0}
_NEAR_SAID = re.compile(rf"\b(?:{any_of(_NEAR)})\b")
_WEEK, _NEXT = one_of("week"), one_of("next")
_NEXT_WEEK = re.compile(f"{_WEEK} {_NEXT}")
_WEEKDAY = re.compile(rf"\b({any_of(WEEKDAYS)})\b(?:\s+(?:{_WEEK}\s+)?({_NEXT}))?")
_MIDDAY, _EVENING = phrases("midday", FILE), phrases("evening", FILE)
_PART = any_of((*phrases("morning", FILE), *_MIDDAY, *_EVENING))
_HOUR = rf"(?P<{{0}}h>\d{{{{1,2}}}})(?:[.:](?P<{{0}}m>\d{{{{2}}}}))?(?:\s*(?P<{{0}}p>{_PART}))?"
_NAMED_HOUR = rf"{one_of('hour')}\s*"
_TO = rf"\s*{one_of('zone')}?\s*{one_of('hour to hour')}\s*"
SPAN = re.compile(
    rf"(?:{_NAMED_HOUR})?{_HOUR.format('a')}{_TO}(?:{_NAMED_HOUR})?{_HOUR.format('b')}"
)
CALLED = re.compile(rf"{_NAMED_HOUR}{_HOUR.format('a')}")
CLOCK = re.compile(rf"(?<!\d)(?P<ah>\d{{1,2}})[.:](?P<am>\d{{2}})(?!\d)(?:\s*(?P<ap>{_PART}))?")
HALF_DAY = re.compile(rf"(?<!\d)(?P<ah>\d{{1,2}})(?P<am>)\s*(?P<ap>{_PART})\b")
NOON = 12
LONGEST = 400  # letters in which a day and an hour may be said


@dataclass(frozen=True)
class SessionTime:
    """What was understood; None where it is not said, or not to be had."""

    day: date | None = None
    begins: time | None = None
    ends: time | None = None
    other_weekday: bool = False
    """The weekday that is named is not that day's."""
    backwards: bool = False
    """It would end before it begins."""

    def span(self, zone: ZoneInfo) -> tuple[datetime, datetime | None] | None:
        if self.day is None or self.begins is None or self.other_weekday or self.backwards:
            return None
        ends = None if self.ends is None else datetime.combine(self.day, self.ends, zone)
        return datetime.combine(self.day, self.begins, zone), ends


def read_when(text: str, today: date) -> SessionTime:
    said = " ".join(narrow(text[:LONGEST]).casefold().split())
    day, rest, named = _day(said, today)
    begins, ends = _hours(rest)
    return SessionTime(
        day,
        begins,
        ends,
        other_weekday=day is not None and named is not None and day.weekday() != named,
        backwards=begins is not None and ends is not None and ends <= begins,
    )


def _day(said: str, today: date) -> tuple[date | None, str, int | None]:
    """The day, what is left of the words, and the weekday named beside a date."""
    weekday = _WEEKDAY.search(said)
    named = None if weekday is None else WEEKDAYS[weekday[1]]
    written = next(written_dates(said), None)
    if written is not None:
        rest = f"{said[: written.begins]} {said[written.ends :]}"
        return written.next_from(today), _WEEKDAY.sub(" ", rest), named
    if found := _IN_DAYS.search(said):
        day = days_on(today, number(found[1]) or 0, found[2])
        return day, _IN_DAYS.sub(" ", said, count=1), None
    if found := _NEAR_SAID.search(said):
        return today + timedelta(days=_NEAR[found[0]]), _NEAR_SAID.sub(" ", said, count=1), None
    if weekday is None or named is None or _NEXT_WEEK.fullmatch(weekday[0]):  # any day of it
        return None, said, None
    day = weekday_to_come(named, today, next_week=weekday[2] is not None)
    return day, _WEEKDAY.sub(" ", said), None


def _hours(rest: str) -> tuple[time | None, time | None]:
    for found in SPAN.finditer(rest):
        begins = _time(found["ah"], found["am"], found["ap"] or found["bp"])
        ends = _time(found["bh"], found["bm"], found["bp"])
        if begins is not None and ends is not None:
            return begins, ends
    for pattern in (CALLED, CLOCK, HALF_DAY):
        found_one = pattern.search(rest)
        if found_one is not None:
            return _time(found_one["ah"], found_one["am"], found_one["ap"]), None
    return None, None


def _time(hour: str, minute: str | None, part: str | None) -> time | None:
    at = int(hour)
    if (part in _MIDDAY and at < 6) or (part in _EVENING and at < NOON):
        at += NOON
    try:
        return time(at, int(minute or 0))
    except ValueError:
        return None
