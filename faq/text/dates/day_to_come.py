"""Until when something is put off: "besok", "3 hari", "Senin depan", "1/12"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from bot.rules.letters import narrow
from faq.text.dates.date_words import (
    COUNTS,
    DAY,
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
from faq.text.dates.one_date import date_at

FARTHEST = timedelta(days=183)
_COUNT = rf"(?P<count>\d{{1,3}}|{any_of(COUNTS)})"
_LEAD = re.compile(rf"\s*(?:{one_of('until')}\b[\s.:]*){{0,4}}", re.IGNORECASE)
_NEAR = re.compile(rf"(?P<word>{any_of(NEAR)})\b", re.IGNORECASE)
_SPAN = re.compile(
    rf"{_COUNT}\s*(?P<unit>{any_of((*DAY, *WEEK, *MONTH))})\b(?:\s+{one_of('from now')}\b)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"(?P<day>{any_of(WEEKDAYS)})\b(?P<next>(?:\s+{one_of('week')})?\s+{one_of('next')}\b)?",
    re.IGNORECASE,
)
_END = re.compile(r"[\s,.;:–-]*")


class DayAndRest(NamedTuple):
    day: date
    rest: str
    """What stands behind it: perhaps why."""


def day_said(text: str, today: date) -> DayAndRest | None:
    """The day that the text begins with; None without one, or where it is over or too far."""
    typed = narrow(text)
    lead = _LEAD.match(typed)
    begin = lead.end() if lead else 0
    for start in dict.fromkeys((begin, 0)):
        for read in (_near, _written, _span, _weekday):
            found = read(typed, start, today)
            if found is not None:
                day, end = found
                if day is None or not today < day <= today + FARTHEST:
                    return None
                sign = _END.match(typed, end)
                return DayAndRest(day, text[sign.end() if sign else end :].strip())
    return None


Found = tuple[date | None, int]
"""None: it is said, and there is no such day."""


def _near(text: str, start: int, today: date) -> Found | None:
    found = _NEAR.match(text, start)
    if found is None:
        return None
    return today + timedelta(days=NEAR[found["word"].lower()]), found.end()


def _written(text: str, start: int, today: date) -> Found | None:
    written = date_at(text, start, short="/.-")
    if written is None:
        return None
    day = written.next_from(today + timedelta(days=1))
    return (None if day is None or written.belies(day) else day), written.ends


def _span(text: str, start: int, today: date) -> Found | None:
    found = _SPAN.match(text, start)
    if found is None:
        return None
    return days_on(today, number(found["count"]) or 0, found["unit"]), found.end()


def _weekday(text: str, start: int, today: date) -> Found | None:
    found = _WEEKDAY.match(text, start)
    if found is None:
        return None
    weekday, next_week = WEEKDAYS[found["day"].lower()], found["next"] is not None
    return weekday_to_come(weekday, today, next_week=next_week), found.end()
