"""What stands beside the ratio once more, in plain Python over the raw rows: it shares no query,
no rule and no calendar with the product, only data (holidays, hours of work, terms)."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from math import ceil
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

Figures = dict[str, object]

EIGHT = timedelta(hours=8)  # WITA
DAY = timedelta(days=1)
ANSWERS = {"reply", "ask_info", "resolve", "out_of_scope", "resolve_by_merge"}
ANSWERS |= {"resolve_by_incident"}
RESOLVES = {"resolve", "resolve_by_merge", "resolve_by_incident"}
OPEN = {"open", "verified", "taken", "waiting", "deferred"}
RESOLVED = {"resolved", "closed", "lapsed"}
RUNNING = {"open", "verified", "taken"}
HOURS = Path(__file__).parents[3] / "bot" / "data" / "office_hours.toml"
BANDS = ((0, 7), (7, 30), (30, 90), (90, 10**6))  # days of what is open


@dataclass(frozen=True)
class Window:
    since: datetime
    until: datetime
    as_of: datetime

    @property
    def end(self) -> datetime:
        return min(self.until, self.as_of)

    def has(self, at: datetime) -> bool:
        return self.since <= at < self.end

    def of(self, rows: list[tuple[datetime, Any]]) -> list[tuple[datetime, Any]]:
        """Of rows in the order of their times."""
        first = bisect_left(rows, self.since, key=itemgetter(0))
        return rows[first : bisect_left(rows, self.end, key=itemgetter(0))]


class Raw:
    """All there is, read once."""

    def __init__(self, connection: Connection, holidays: frozenset[date], terms: Any) -> None:
        self.holidays, self.terms = holidays, terms
        week = tomllib.loads(HOURS.read_text("utf-8"))["week"][-1]
        self.hours = [_spans(week["friday" if day == 4 else "hours"]) for day in range(5)]
        self.people = {row.id: row for row in _read(connection, "SELECT * FROM person")}
        self.tickets = _timed(connection, "SELECT * FROM ticket ORDER BY created_at", "created_at")
        self.questions = _timed(connection, "SELECT * FROM question ORDER BY at", "at")
        self.rated = _read(connection, "SELECT * FROM satisfaction")
        self.agenda = _read(connection, "SELECT * FROM agenda")
        self.lives = defaultdict[int, list[tuple[datetime, Any]]](list)
        for at, event in _timed(connection, "SELECT * FROM ticket_event ORDER BY id", "at"):
            self.lives[event.ticket_id].append((at, event))

    def works(self, day: date) -> bool:
        return day.weekday() < 5 and day not in self.holidays

    def limit(self, at: datetime) -> datetime:
        """The midnight that ends the last of so many working days after the day."""
        day, left = (at + EIGHT).date(), self.terms
        while left:
            day += DAY
            left -= self.works(day)
        return _midnight(day + DAY)

    def days(self, since: datetime, until: datetime) -> int:
        """Working days after the one day up to the other."""
        day, last, count = (since + EIGHT).date(), (until + EIGHT).date(), 0
        while day < last:
            day += DAY
            count += self.works(day)
        return count

    def work(self, since: datetime, until: datetime) -> float:
        """Seconds in which the office worked."""
        total, day = 0.0, (since + EIGHT).date()
        while day <= (until + EIGHT).date():
            for opens, closes in self.hours[day.weekday()] if self.works(day) else ():
                begin, end = (
                    max(since, _midnight(day) + opens),
                    min(until, _midnight(day) + closes),
                )
                total += max(0.0, (end - begin).total_seconds())
            day += DAY
        return total


def recounted(raw: Raw, window: Window, full_hours: int, most_hours: int) -> Figures:
    found: Figures = {}
    count: defaultdict[str, int] = defaultdict(int)
    work, days = list[float](), list[int]()
    unanswered, unresolved = list[timedelta](), list[timedelta]()
    for came, ticket in window.of(raw.tickets):
        if ticket.kind == "information":
            continue
        one = _One(raw, came, ticket, window.as_of)
        names = {
            "class": ticket.deadline_class,
            "category": ticket.category,
            "office": raw.people[ticket.reporter_id].office or "",
            "officer": raw.people[ticket.officer_id].name if ticket.officer_id else "",
        }
        for said in one.said():
            count[said] += 1
            for facet, name in names.items():
                if not said.startswith("-"):
                    count[f"{facet} {name}: {said}"] += 1
        count["- F-02 lapor"] += ticket.channel == "lapor" or ticket.lapor_number is not None
        if one.first is not None:
            took = one.first - came
            full, most = timedelta(hours=full_hours), timedelta(hours=most_hours)
            count[f"- F-02 {'full' if took <= full else 'most' if took <= most else 'later'}"] += 1
            work.append(raw.work(came, one.first))
        elif one.open:
            unanswered.append(window.as_of - came)
        if one.state in RESOLVED and one.done is not None:
            days.append(raw.days(came, one.done))
        if one.open:
            unresolved.append(window.as_of - came)
    found |= {name: number for name, number in count.items() if number}
    found |= _took("first answer", work, unanswered) | _took("resolution", days, unresolved)
    return found | _asked(raw, window) | _satisfied(raw, window) | _down(raw, window)


class _One:
    """A ticket as it stood."""

    def __init__(self, raw: Raw, came: datetime, ticket: Any, as_of: datetime) -> None:
        self._raw, self._came, self._as_of = raw, came, as_of
        self._due = _moment(ticket.due_at)
        self._life = [(at, event) for at, event in raw.lives[ticket.id] if at < as_of]
        self.state = self._life[-1][1].after
        self.open = self.state in OPEN
        answers = [at for at, event in self._life if event.deed in ANSWERS]
        self.first = answers[0] if answers else None
        if self.state in RESOLVED:
            ends = [at for at, event in self._life if event.deed in RESOLVES]
        else:
            ends = [at for at, e in self._life if e.after not in OPEN and e.before != e.after]
        self.done = ends[-1] if ends and not self.open else None

    def said(self) -> list[str]:
        """What of it counts; what begins with a dash counts in no group."""
        said = ["received", *(["resolved"] if self.state in RESOLVED else [])]
        said += [*self._of_first(), *self._of_later(), *self._of_last()]
        back = any(event.deed in ("reopen", "dispute") for _, event in self._life)
        over = any(e.before in OPEN and e.after not in OPEN for _, e in self._life)
        said += ["- reopened"] * back + ["- ended"] * (over or back)
        if self.open:
            age = (self._as_of - self._came).days
            said += [f"- open from {low} days" for low, high in BANDS if low <= age < high]
        return said

    def _of_first(self) -> list[str]:
        limit = self._raw.limit(self._came)
        if self.first is not None:
            return ["first met" if self.first < limit else "first missed"]
        if self.open:
            return ["first missed" if limit <= self._as_of else "first not yet"]
        return []

    def _of_later(self) -> list[str]:
        said, wrote, answered = list[str](), None, False
        for at, event in self._life:
            if event.deed in ANSWERS:
                if wrote is not None:
                    said.append("later met" if at < self._raw.limit(wrote) else "later missed")
                wrote, answered = None, True
            elif event.deed in ("answer", "dispute") and event.after in OPEN and answered:
                wrote = wrote or at
        if wrote is not None and self.open and self._raw.limit(wrote) <= self._as_of:
            said.append("later missed")
        return said

    def _of_last(self) -> list[str]:
        stops = [at for at, e in self._life if e.before in RUNNING and e.after not in RUNNING]
        stopped = stops[-1] if stops and self.state not in RUNNING else None
        late = self._due <= (stopped or self._as_of)
        if self.state in RESOLVED:
            return ["last missed" if late else "last met"]
        if self.open:
            return ["last missed" if late else "last not yet"]
        return []


def _took(of: str, took: list[Any], waiting: list[timedelta]) -> Figures:
    took = sorted(took)
    middle = None
    if took:
        middle = (took[(len(took) - 1) // 2] + took[len(took) // 2]) / 2
    return {
        f"{of}: have": len(took),
        f"{of}: median": middle,
        f"{of}: nine in ten": took[ceil(Fraction(9 * len(took), 10)) - 1] if took else None,
        f"{of}: lack": len(waiting),
        f"{of}: oldest": max(waiting) if waiting else None,
    }


def _asked(raw: Raw, window: Window) -> Figures:
    week = timedelta(days=7)
    later = Window(window.since, window.end + week, datetime.max.replace(tzinfo=UTC))
    asked = [(at, row) for at, row in later.of(raw.questions) if row.text]
    filings = later.of(raw.tickets)
    answered = without = judged = deflected = 0
    people = {row.asker_id for _, row in window.of(raw.questions)}
    people |= {row.reporter_id for _, row in window.of(raw.tickets)}
    for at, row in asked:
        if row.entry_id is None or not window.has(at):
            continue
        answered += 1
        filed = any(
            other.reporter_id == row.asker_id and at <= then <= at + week and then < window.as_of
            for then, other in filings
        )
        if row.ticket_id is not None or filed:
            continue
        without += 1
        if at >= window.as_of - week:
            continue
        judged += 1
        again = any(
            other.asker_id == row.asker_id
            and at < then <= at + week
            and row.entry_id == (other.entry_id or other.nearest_id)
            for then, other in asked
        )
        deflected += not again and row.helpful not in (False, 0)
    served = [raw.people[each] for each in people if raw.people[each].role == "asker"]
    return {
        "book: answered": answered,
        "book: without a ticket": without,
        "book: judged": judged,
        "book: deflected": deflected,
        "people": len(served),
        "offices": len({each.office.strip().lower() for each in served if each.office}),
    }


def _satisfied(raw: Raw, window: Window) -> Figures:
    scores = [
        row.score
        for row in raw.rated
        if row.score is not None and window.has(_moment(row.rated_at))
    ]
    return {
        "satisfaction: asked": sum(window.has(_moment(row.asked_at)) for row in raw.rated),
        "satisfaction: answers": len(scores),
        "satisfaction: mean x 25": Fraction(25 * sum(scores), len(scores)) if scores else None,
    }


def _down(raw: Raw, window: Window) -> Figures:
    """Hours without a sign of life, within the window."""
    noted = {(row.kind, row.period): _moment(row.made_at) for row in raw.agenda}
    first, last = noted["serving", "first"], noted["serving", "last"]
    if first >= window.end:
        return {"down": timedelta(), "down: times": 0}
    gaps = [
        (datetime.fromisoformat(since), to)
        for (kind, since), to in noted.items()
        if kind == "down"
    ]
    if window.end - last > timedelta(minutes=10):
        gaps.append((last, window.end))
    lengths = [min(to, window.end) - max(since, window.since) for since, to in gaps]
    within = [length for length in lengths if length > timedelta()]
    return {"down": sum(within, timedelta()), "down: times": len(within)}


def _spans(written: list[str]) -> list[tuple[timedelta, timedelta]]:
    def since_midnight(told: str) -> timedelta:
        at = time.fromisoformat(told)
        return timedelta(hours=at.hour, minutes=at.minute)

    return [(since_midnight(each[:5]), since_midnight(each[6:])) for each in written]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - EIGHT


def _read(connection: Connection, query: str) -> list[Any]:
    return list(connection.execute(text(query)))


def _timed(connection: Connection, query: str, column: str) -> list[tuple[datetime, Any]]:
    return [(_moment(getattr(row, column)), row) for row in _read(connection, query)]


def _moment(told: Any) -> datetime:
    """As it lies there: SQLite has text, in UTC."""
    if isinstance(told, str):
        return datetime.fromisoformat(told).replace(tzinfo=UTC)
    return datetime.fromtimestamp(told.timestamp(), UTC)
