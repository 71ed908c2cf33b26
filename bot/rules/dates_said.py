"""Which day to come somebody means: "besok", "3 hari", "Senin depan", "1/12". Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

FARTHEST = timedelta(days=183)
DAYS_AHEAD = {"besok": 1, "bsk": 1, "lusa": 2}
NUMBERS = {
    "se": 1,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "sepuluh": 10,
}
WEEKDAYS = {
    "senin": 0,
    "selasa": 1,
    "rabu": 2,
    "kamis": 3,
    "jumat": 4,
    "jum'at": 4,
    "sabtu": 5,
    "minggu": 6,
}
MONTHS = {
    "jan": 1,
    "feb": 2,
    "peb": 2,
    "mar": 3,
    "apr": 4,
    "mei": 5,
    "jun": 6,
    "jul": 7,
    "agu": 8,
    "ags": 8,
    "agt": 8,
    "sep": 9,
    "okt": 10,
    "nov": 11,
    "nop": 11,
    "des": 12,
}
_NUMBER = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_BEFORE = r"(?:sampai|sampe|smp|s/d|hingga|tunda|ditunda|ke|hari|tanggal|tgl|pada|dalam)"
_LEAD = re.compile(rf"\s*(?:{_BEFORE}\b[\s.:]*){{0,4}}", re.IGNORECASE)
_NEAR = re.compile(rf"(?P<word>{'|'.join(DAYS_AHEAD)})\b", re.IGNORECASE)
_SPAN = re.compile(
    rf"{_NUMBER}\s*(?P<unit>hari|hr|minggu|mgg|pekan|bulan|bln)\b(?:\s+lagi\b)?", re.IGNORECASE
)
_WEEKDAY = re.compile(
    rf"(?P<day>{'|'.join(map(re.escape, WEEKDAYS))})\b(?P<next>\s+depan\b)?", re.IGNORECASE
)
_WRITTEN = re.compile(
    r"(?P<day>\d{1,2})\s*(?:[/.-]\s*(?P<month>\d{1,2})|\s(?P<name>[a-z]{3,9})\b)"
    r"(?:[/.\s-]{1,3}(?P<year>\d{4}|\d{2})\b)?(?![\d/])",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_END = re.compile(r"[\s,.;:–-]*")


class Said(NamedTuple):
    day: date
    rest: str
    """What stands behind it: perhaps why."""


def day_said(text: str, today: date) -> Said | None:
    """The day that the text begins with; None without one, or where it is over or too far."""
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    for start in dict.fromkeys((begin, 0)):
        for read in (_near, _iso, _written, _span, _weekday):
            found = read(text, start, today)
            if found is not None:
                day, end = found
                fits = today < day <= today + FARTHEST
                return Said(day, _END.sub("", text[end:], count=1).strip()) if fits else None
    return None


Found = tuple[date, int]


def _near(text: str, start: int, today: date) -> Found | None:
    found = _NEAR.match(text, start)
    if found is None:
        return None
    return today + timedelta(days=DAYS_AHEAD[found["word"].lower()]), found.end()


def _span(text: str, start: int, today: date) -> Found | None:
    found = _SPAN.match(text, start)
    if found is None:
        return None
    said = found["count"].lower()
    count = int(said) if said.isdigit() else NUMBERS[said]
    unit = found["unit"].lower()
    if unit in {"bulan", "bln"}:
        return _months_on(today, count), found.end()
    days = count * (1 if unit in {"hari", "hr"} else 7)
    return today + timedelta(days=days), found.end()


def _months_on(today: date, count: int) -> date:
    months = today.month - 1 + count
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _weekday(text: str, start: int, today: date) -> Found | None:
    """The next such day; "Senin depan" is that of the week to come."""
    found = _WEEKDAY.match(text, start)
    if found is None:
        return None
    wanted = WEEKDAYS[found["day"].lower()]
    if found["next"]:
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7)
        return monday + timedelta(days=wanted), found.end()
    ahead = (wanted - today.weekday()) % 7 or 7
    return today + timedelta(days=ahead), found.end()


def _written(text: str, start: int, today: date) -> Found | None:
    """Without a year it is the next such date."""
    found = _WRITTEN.match(text, start)
    if found is None:
        return None
    month = int(found["month"]) if found["month"] else MONTHS.get(found["name"][:3].lower(), 0)
    year = found["year"]
    if year:
        day = _date(int(year) + (2000 if len(year) == 2 else 0), month, int(found["day"]))
    else:
        both = [_date(today.year + later, month, int(found["day"])) for later in (0, 1)]
        day = next((each for each in both if each is not None and each > today), None)
    return None if day is None else (day, found.end())


def _iso(text: str, start: int, today: date) -> Found | None:
    found = _ISO.match(text, start)
    if found is None:
        return None
    day = _date(int(found["year"]), int(found["month"]), int(found["day"]))
    return None if day is None else (day, found.end())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
