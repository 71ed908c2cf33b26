"""A session as a calendar's file (RFC 5545): any phone's or office's calendar opens it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.letters import harmless

FILE_NAME = "coaching-clinic.ics"
LINE = 75  # octets; what is longer goes on in the next, behind a blank
LOCAL = "%Y%m%dT%H%M%S"
MARKS = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True)
class CalendarEntry:
    uid: str
    revision: int
    title: str
    place: str
    about: str
    starts: datetime
    ends: datetime
    made: datetime
    zone: str
    cancelled: bool = False


def calendar_file(entry: CalendarEntry) -> bytes:
    return b"".join(_folded(line) for line in _lines(entry))


def _lines(entry: CalendarEntry) -> Iterable[str]:
    zone = ZoneInfo(entry.zone)
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//BKPSDM Balangan//Coaching Clinic//ID"
    yield "CALSCALE:GREGORIAN"
    yield f"METHOD:{'CANCEL' if entry.cancelled else 'PUBLISH'}"
    yield from _zone(entry, zone)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"SEQUENCE:{entry.revision}"
    yield f"DTSTAMP:{entry.made.astimezone(UTC):{LOCAL}}Z"
    yield f"DTSTART;TZID={entry.zone}:{entry.starts.astimezone(zone):{LOCAL}}"
    yield f"DTEND;TZID={entry.zone}:{entry.ends.astimezone(zone):{LOCAL}}"
    yield f"SUMMARY:{_text(entry.title)}"
    yield f"LOCATION:{_text(entry.place)}"
    if entry.about:
        yield f"DESCRIPTION:{_text(entry.about)}"
    yield f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}"
    if not entry.cancelled:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_text(entry.title)}"
        yield "TRIGGER:-PT1H"
        yield "END:VALARM"
    yield "END:VEVENT"
    yield "END:VCALENDAR"


def _zone(entry: CalendarEntry, zone: ZoneInfo) -> Iterable[str]:
    """The offset of that day: no more of it is asked for, and where we are it never changes."""
    local = entry.starts.astimezone(zone)
    offset = local.utcoffset() or timedelta()
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{entry.zone}"
    yield "BEGIN:STANDARD"
    yield "DTSTART:19700101T000000"
    yield f"TZOFFSETFROM:{_offset(offset)}"
    yield f"TZOFFSETTO:{_offset(offset)}"
    yield f"TZNAME:{local.tzname() or entry.zone}"
    yield "END:STANDARD"
    yield "END:VTIMEZONE"


def _offset(offset: timedelta) -> str:
    minutes = int(abs(offset).total_seconds()) // 60
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02d}{minutes % 60:02d}"


def _text(words: str) -> str:
    """No control characters, and nothing of it read as the calendar's own."""
    kept = harmless(words.replace("\r\n", "\n"))
    return "".join(sign for sign in kept if sign == "\n" or sign.isprintable()).translate(MARKS)


def _folded(line: str) -> bytes:
    """Between letters, never inside one of them."""
    parts: list[bytes] = [b""]
    for letter in line:
        written = letter.encode()
        room = LINE if len(parts) == 1 else LINE - 1
        if len(parts[-1]) + len(written) > room:
            parts.append(b"")
        parts[-1] += written
    return b"\r\n ".join(parts) + b"\r\n"
