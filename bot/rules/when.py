"""A day and an hour as officers write them: "Kamis, 3 Desember 2026 pukul 09.00–11.30". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
OTHERWISE = {"jum'at": "jumat", "jum’at": "jumat", "ahad": "minggu", "rebo": "rabu"}
MONTHS = {
    "januari": 1,
    "jan": 1,
    "februari": 2,
    "pebruari": 2,
    "feb": 2,
    "peb": 2,
    "maret": 3,
    "mar": 3,
    "april": 4,
    "apr": 4,
    "mei": 5,
    "juni": 6,
    "jun": 6,
    "juli": 7,
    "jul": 7,
    "agustus": 8,
    "agu": 8,
    "ags": 8,
    "agt": 8,
    "september": 9,
    "sep": 9,
    "sept": 9,
    "oktober": 10,
    "okt": 10,
    "november": 11,
    "nopember": 11,
    "nov": 11,
    "nop": 11,
    "desember": 12,
    "des": 12,
}
ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
NAMED = re.compile(rf"(?<!\d)(\d{{1,2}})\s*({_MONTH})\b\.?(?:\s+(\d{{4}}))?")
IN_DAYS = re.compile(r"\b(\d{1,2}) hari (?:lagi|ke depan)\b")
RELATIVE = {"hari ini": 0, "besok": 1, "lusa": 2}
WEEKDAY = re.compile(
    rf"\b({'|'.join((*WEEKDAYS, *OTHERWISE))})\b(?:\s+(?:(?:minggu|pekan)\s+)?(depan))?"
)
_HOUR = r"(?P<{0}h>\d{{1,2}})(?:[.:](?P<{0}m>\d{{2}}))?(?:\s*(?P<{0}p>pagi|siang|sore|malam))?"
_NAMED_HOUR = r"(?:pukul|jam|pkl\.?)\s*"
_TO = r"\s*(?:wita|wib|wit)?\s*(?:-|–|—|s/d|s\.d\.?|sd|sampai|hingga|smp)\s*"
SPAN = re.compile(
    rf"(?:{_NAMED_HOUR})?{_HOUR.format('a')}{_TO}(?:{_NAMED_HOUR})?{_HOUR.format('b')}"
)
CALLED = re.compile(rf"{_NAMED_HOUR}{_HOUR.format('a')}")
CLOCK = re.compile(
    r"(?<!\d)(?P<ah>\d{1,2})[.:](?P<am>\d{2})(?!\d)(?:\s*(?P<ap>pagi|siang|sore|malam))?"
)
HALF_DAY = re.compile(r"(?<!\d)(?P<ah>\d{1,2})(?P<am>)\s*(?P<ap>pagi|siang|sore|malam)\b")
NOON = 12


@dataclass(frozen=True)
class Written:
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


def read_when(text: str, today: date) -> Written:
    said = " ".join(text.casefold().split())
    day, rest, named = _day(said, today)
    begins, ends = _hours(rest)
    return Written(
        day,
        begins,
        ends,
        other_weekday=day is not None and named is not None and day.weekday() != named,
        backwards=begins is not None and ends is not None and ends <= begins,
    )


def _day(said: str, today: date) -> tuple[date | None, str, int | None]:
    """The day, what is left of the words, and the weekday named beside a date."""
    weekday = WEEKDAY.search(said)
    named = None if weekday is None else _weekday(weekday[1])
    for pattern, read in ((ISO, _iso), (NUMBERS, _numbers), (NAMED, _named)):
        found = pattern.search(said)
        if found is not None:
            rest = f"{said[: found.start()]} {said[found.end() :]}"
            return read(found, today), WEEKDAY.sub(" ", rest), named
    if found := IN_DAYS.search(said):
        return today + timedelta(days=int(found[1])), IN_DAYS.sub(" ", said), None
    for words, days in RELATIVE.items():
        if re.search(rf"\b{words}\b", said):
            return today + timedelta(days=days), said.replace(words, " "), None
    if weekday is None or named is None or weekday[0] == "minggu depan":  # any day of it
        return None, said, None
    ahead = (named - today.weekday()) % 7 or 7
    if weekday[2] and today.weekday() < named:  # "depan": in the week that begins on Monday
        ahead += 7
    return today + timedelta(days=ahead), WEEKDAY.sub(" ", said), None


def _weekday(word: str) -> int:
    return WEEKDAYS.index(OTHERWISE.get(word, word))


def _iso(found: re.Match[str], _today: date) -> date | None:
    return _date(int(found[1]), int(found[2]), int(found[3]))


def _numbers(found: re.Match[str], _today: date) -> date | None:
    year = int(found[4])
    return _date(year + 2000 if year < 100 else year, int(found[3]), int(found[1]))


def _named(found: re.Match[str], today: date) -> date | None:
    month, day = MONTHS[found[2]], int(found[1])
    if found[3]:
        return _date(int(found[3]), month, day)
    this_year = _date(today.year, month, day)
    return this_year if this_year and this_year >= today else _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
    if (part == "siang" and at < 6) or (part in {"sore", "malam"} and at < NOON):
        at += NOON
    try:
        return time(at, int(minute or 0))
    except ValueError:
        return None
