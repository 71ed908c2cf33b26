"""From lines to messages: when, by whom, what. Android and iOS, whatever their language.

The forms were gathered from what readers of such files report: a date in any order, 12 or 24
hours, with and without seconds, brackets or a dash, and marks that nobody sees in between.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from faq.chat_export.own_words import forms, whole, within

MOST_LETTERS = 4_000
"""Of a message."""
LONGEST_NAME = 80
LONGEST_NEWS = 400
MOST_SENDERS = 20_000
EARLIEST = datetime.min.replace(tzinfo=UTC)
RARE = 200
"""A form that so many times fewer lines have than the usual one is somebody's own words."""

_MONTHS = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"]
_OTHERS = {"may": 5, "aug": 8, "agt": 8, "ags": 8, "oct": 10, "dec": 12, "peb": 2, "nop": 11}
MONTHS = {month: at for at, month in enumerate(_MONTHS, 1)} | _OTHERS
LATE = {"p", "siang", "sore", "malam", "ptg"}
# What directs the eye; of the isolates those around a mention are kept.
UNSEEN = {ord(sign): None for sign in "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"}
BLANKS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
PLAIN = UNSEEN | BLANKS | {0x2010: "-", 0x2011: "-"}
ISOLATES = {0x2068: None, 0x2069: None}

OPTIONS = ("option:", "opsi:", "pilihan:")

HEAD = re.compile(
    r"(?P<open>\[?)"
    r"(?:(?P<a>\d{1,4})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<c>\d{1,4})"
    r"|(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]{3,9})\.?[ -](?P<year>\d{4}))"
    r"(?P<comma>,?) (?:pukul |jam |at )?"
    r"(?P<hour>\d{1,2})(?P<dot>[.:])(?P<minute>\d\d)(?:[.:](?P<second>\d\d))?"
    r"(?: ?(?P<half>[AaPp]\.? ?[Mm]\.?|pagi|siang|sore|malam|PG|PTG)(?![A-Za-z]))?"
    r"(?P<close>\]| [-–~] |: | -$)"
)


@dataclass(frozen=True, slots=True)
class Message:
    at: datetime
    """As the telephone showed it; a chat tells no zone, and only what lies between counts."""
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """Of a line that begins a message; `by` is "" where WhatsApp itself speaks."""

    form: tuple[str, ...]
    numbers: tuple[int, int, int]
    hour: int
    minute: int
    by: str
    text: str


def plain(line: str) -> str:
    return line if line.isascii() else line.translate(PLAIN)


def head(line: str) -> Head | None:
    """Of a plain line."""
    found = HEAD.match(line)
    if found is None:
        return None
    if (found["open"] == "[") != (found["close"] == "]"):
        return None
    hour = _hour(int(found["hour"]), (found["half"] or "").lower())
    numbers = _numbers(found)
    if numbers is None or hour > 23 or int(found["minute"]) > 59:
        return None
    spoken = _spoken(line[found.end() :].lstrip(" "))
    if spoken is None:
        return None
    form = (found["open"], found["sep"] or " ", found["comma"], found["dot"], found["close"])
    seconds, halves = str(found["second"] is not None), str(found["half"] is not None)
    return Head((*form, seconds, halves), numbers, hour, int(found["minute"]), *spoken)


def _hour(hour: int, half: str) -> int:
    if not half:
        return hour
    if half == "malam" and hour < 5:
        return hour
    late = half[0] == "p" and half not in {"pg", "pagi"}
    return hour % 12 + (12 if late or half in LATE else 0) if hour <= 12 else hour


def _numbers(found: re.Match[str]) -> tuple[int, int, int] | None:
    """As they are written, of a month by name as day, month and year."""
    if found["a"]:
        return int(found["a"]), int(found["b"]), int(found["c"])
    month = MONTHS.get(found["month"][:3].lower())
    return (int(found["day"]), month, int(found["year"])) if month else None


def _spoken(rest: str) -> tuple[str, str] | None:
    """Who, and what. None for a timetable: "08.00 - 10.00 WITA: rapat"."""
    by, colon, text = rest.partition(":")
    if not colon or (text and not text.startswith(" ")) or len(by) > LONGEST_NAME:
        return "", rest
    if by[:1].isdigit():
        return None
    name = by.translate(ISOLATES).strip().removeprefix("~").strip()
    if not name or within("system").search(by):
        return "", rest
    return name, text.strip()


def is_news(text: str) -> bool:
    return len(text) <= LONGEST_NEWS and "?" not in text and bool(within("system").search(text))


@dataclass
class Survey:
    """What a first look at all lines tells of the whole: its form, and who speaks in it."""

    lines: int = 0
    heads: int = 0
    senders: Counter[str] = field(default_factory=Counter)
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    _news: Counter[str] = field(default_factory=Counter)
    _largest: list[int] = field(default_factory=lambda: [0, 0, 0])
    _back: list[int] = field(default_factory=lambda: [0, 0])
    _before: list[tuple[int, ...]] = field(default_factory=lambda: [(), ()])
    _american: bool = False

    def look(self, line: str) -> Head | None:
        self.lines += 1
        found = head(line)
        if found is None:
            return None
        self.heads += 1
        self.forms[found.form] += 1
        if found.by and (found.by in self.senders or len(self.senders) < MOST_SENDERS):
            self.senders[found.by] += 1
            self._news[found.by] += is_news(found.text)
        self._order(found)
        return found

    @property
    def groups(self) -> frozenset[str]:
        """Names of the group itself, under which iOS tells its news."""
        return frozenset(by for by, count in self._news.items() if count == self.senders[by])

    @property
    def people(self) -> list[str]:
        return [by for by in self.senders if by not in self.groups]

    def _order(self, found: Head) -> None:
        """Which of the two comes first, the day or the month: who is over 12, or jumps back."""
        a, b, c = found.numbers
        self._largest = [max(pair) for pair in zip(self._largest, found.numbers, strict=True)]
        self._american |= found.form[-1] == "True" and found.form[1] == "/"
        for at, day in enumerate(((c, b, a), (c, a, b))):
            if day < self._before[at]:
                self._back[at] += 1
            self._before[at] = day

    @property
    def day_first(self) -> bool:
        first, second, _ = self._largest
        if (first > 12) != (second > 12):
            return first > 12
        if self._back[0] != self._back[1]:
            return self._back[0] < self._back[1]
        return not self._american

    def usual(self) -> frozenset[tuple[str, ...]]:
        most = max(self.forms.values(), default=0)
        return frozenset(form for form, count in self.forms.items() if count * RARE >= most)


def messages(lines: Iterable[str], survey: Survey) -> Iterator[Message]:
    """Those that people wrote, in their own words."""
    usual, day_first, groups = survey.usual(), survey.day_first, survey.groups
    at, by, said, room = EARLIEST, "", list[str](), 0
    for line in lines:
        found = head(line)
        moment = _moment(found, day_first) if found and found.form in usual else None
        if found is None or moment is None:
            if by and room > 0:
                said.append(line[:room])
                room -= len(line)
            continue
        if by and (text := own(said)):
            yield Message(at, by, text)
        at, by, said = moment, "" if found.by in groups else found.by, [found.text]
        room = MOST_LETTERS - len(found.text)
    if by and (text := own(said)):
        yield Message(at, by, text)


def _moment(found: Head, day_first: bool) -> datetime | None:
    a, b, c = found.numbers
    if a > 31:
        year, month, day = a, b, c
    else:
        year, (day, month) = c, (a, b) if day_first else (b, a)
    if month > 12:
        day, month = month, day
    year += 2_000 if year < 100 else 0
    try:
        return datetime(year, month, day, found.hour, found.minute, tzinfo=UTC)
    except ValueError:
        return None


def own(said: list[str]) -> str:
    """What somebody wrote, without attachments, marks of an edit, polls and what was deleted."""
    text = "\n".join(said).strip()
    if "<" in text:
        text = _edited().sub("", text).strip()
    if not text or whole("deleted").fullmatch(text) or is_poll(text):
        return ""
    return "\n".join(
        line for line in text.split("\n") if not whole("media").fullmatch(line)
    ).strip()


def _edited() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, forms("edited"))), re.IGNORECASE)


def is_poll(text: str) -> bool:
    lines = text.lower().split("\n")
    return lines[0].strip() in forms("poll") or sum(map(_is_option, lines)) > 1


def _is_option(line: str) -> bool:
    return line.startswith(OPTIONS)
