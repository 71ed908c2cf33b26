"""How tickets were handled: what stands beside the ratio, and is never mixed with it. Pure.

Within time: the first answer, and each one after the reporter wrote again, within so many working
days (`Terms.answered_days`); the last one by the ticket's own due date, which moves while it waits
for its reporter. What is not due yet is told apart, and what ended without an answer of the desk
is in neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from statistics import median

from bot.rules.calendar import Calendar
from bot.rules.deadline import Clock, Terms
from bot.rules.report_rows import Row, WorkingDays
from bot.rules.ticket import DeadlineClass
from bot.rules.working_time import WorkingTime


@dataclass(frozen=True)
class Measures:
    """What days and hours are counted by."""

    calendar: Calendar
    terms: Terms


AGES = (7, 30, 90)  # days of what is open; the last band has no end
NOBODY = ""


class Facet(StrEnum):
    CLASS = "class"
    CATEGORY = "category"
    OFFICE = "office"
    OFFICER = "officer"


@dataclass(frozen=True)
class InTime:
    met: int = 0
    missed: int = 0
    not_yet: int = 0
    """Open, and not due."""

    @property
    def judged(self) -> int:
        return self.met + self.missed

    @property
    def share(self) -> Fraction | None:
        """In per cent."""
        return Fraction(100 * self.met, self.judged) if self.judged else None


@dataclass(frozen=True)
class Took:
    """In seconds of work, or in working days; see `Handling`."""

    have: int
    median: float | None
    most: float | None
    """Nine in ten took no longer."""
    lack: int
    longest: timedelta | None
    """Of those who lack it, the oldest, in time that goes by at night as well."""


@dataclass(frozen=True)
class Group:
    """Those of one class, category, office or officer. Nobody's name but of an officer."""

    name: str
    received: int
    resolved: int
    first: InTime
    later: InTime
    last: InTime


@dataclass(frozen=True)
class Handling:
    """Of what counts in the ratio."""

    received: int
    resolved: int
    first: InTime
    later: InTime
    last: InTime
    ended: int
    """Ever, whether or not it was opened again."""
    reopened: int
    to_first: Took
    """Seconds of work."""
    to_last: Took
    """Working days, of those resolved."""
    backlog: tuple[int, ...]
    """Open ones by age, in the bands of AGES."""
    groups: dict[Facet, tuple[Group, ...]]

    @property
    def reopen_rate(self) -> Fraction | None:
        return Fraction(100 * self.reopened, self.ended) if self.ended else None


@dataclass(frozen=True)
class Waited:
    """What its reporter wrote again, and was answered or not: how often in time, how often not,
    and since when something of it waits."""

    met: int = 0
    missed: int = 0
    since: datetime | None = None


Event = tuple[int, datetime, bool]
"""Of which ticket, when, and whether the desk answered; else its reporter wrote."""


def waited(events: Iterable[Event], by: Measures) -> Iterator[tuple[int, Waited]]:
    """In the order of tickets, each one's events in theirs. The first answer is none of it, and
    what was written before it waited for that."""
    working, days = WorkingTime(by.calendar), by.terms.answered_days
    ticket, met, missed, answered = 0, 0, 0, False
    since: datetime | None = None
    for of, at, by_desk in events:
        if of != ticket:
            if met or missed or since is not None:
                yield ticket, Waited(met, missed, since)
            ticket, met, missed, answered, since = of, 0, 0, False, None
        if by_desk:
            if since is not None:
                late = at >= working.due(since, days)
                met, missed, since = met + (not late), missed + late, None
            answered = True
        elif answered and since is None:
            since = at
    if met or missed or since is not None:
        yield ticket, Waited(met, missed, since)


def judged(rows: Iterable[Row], by: Measures, as_of: datetime) -> Iterator[Row]:
    """Each, with its days and what was in time filled in as far as that can be told."""
    working, terms = WorkingTime(by.calendar), by.terms
    days = WorkingDays(by.calendar)
    for row in rows:
        received, answered = row.received_at, row.first_answer_at
        if row.done_at is not None:
            row.working_days = days.between(received, row.done_at)
        row.first_in_time = _first(row, working.due(received, terms.answered_days), as_of)
        row.later_in_time = _later(row, working, terms, as_of)
        row.last_in_time = _last(row, as_of)
        if answered is not None:
            row.work_to_first = working.between(received, answered)
        yield row


def _first(row: Row, due: datetime, as_of: datetime) -> bool | None:
    if row.first_answer_at is not None:
        return row.first_answer_at < due
    return False if row.open and due <= as_of else None


def _later(row: Row, working: WorkingTime, terms: Terms, as_of: datetime) -> tuple[int, int]:
    met, missed = row.later_in_time or (0, 0)
    if row.waits_since is not None and row.open:
        missed += working.due(row.waits_since, terms.answered_days) <= as_of
    return met, missed


def _last(row: Row, as_of: datetime) -> bool | None:
    """By the ticket's own clock."""
    if row.due_at is None:
        return None
    clock = Clock(row.due_at, row.paused_at)
    if row.resolved:
        return not clock.is_late(row.done_at or as_of)
    return False if row.open and clock.is_late(as_of) else None


def handling(
    rows: Iterable[Row], as_of: datetime, officers: Mapping[str, str] | None = None
) -> Handling:
    """Out of rows that are `judged`. `officers`: by a ticket's number, who has it; without them
    nobody's name is in it."""
    total = _Tally("")
    groups: dict[Facet, dict[str, _Tally]] = {facet: {} for facet in Facet}
    work, days = list[float](), list[float]()
    unanswered, unresolved = list[timedelta](), list[timedelta]()
    backlog, ended, reopened = [0] * (len(AGES) + 1), 0, 0
    for row in rows:
        if not row.counted:
            continue
        told = _told(row)
        for tally in (total, *_tallies(row, groups, officers)):
            tally.add(told)
        ended += row.was_ended or row.done_at is not None or row.was_reopened
        reopened += row.was_reopened
        age = as_of - row.received_at
        if row.work_to_first is not None:
            work.append(row.work_to_first.total_seconds())
        elif row.open:
            unanswered.append(age)
        if row.resolved and row.working_days is not None:
            days.append(row.working_days)
        if row.open:
            unresolved.append(age)
            backlog[next((n for n, most in enumerate(AGES) if age.days < most), len(AGES))] += 1
    whole = total.group()
    return Handling(
        received=whole.received,
        resolved=whole.resolved,
        first=whole.first,
        later=whole.later,
        last=whole.last,
        ended=ended,
        reopened=reopened,
        to_first=_took(work, unanswered),
        to_last=_took(days, unresolved),
        backlog=tuple(backlog),
        groups={facet: _most_first(tallies) for facet, tallies in groups.items() if tallies},
    )


_Told = tuple[bool, int, tuple[int, int], int]
"""Resolved; the first answer's place in a tally; later ones in time and not; the last one's."""
_MET, _MISSED, _NOT_YET, _NEITHER = range(4)


def _told(row: Row) -> _Told:
    open_ = row.open
    first, last = _place(row.first_in_time, open_), _place(row.last_in_time, open_)
    return row.resolved, first, row.later_in_time or (0, 0), last


def _place(in_time: bool | None, open_: bool) -> int:
    if in_time is None:
        return _NOT_YET if open_ else _NEITHER
    return _MET if in_time else _MISSED


class _Tally:
    def __init__(self, name: str) -> None:
        self._name = name
        self._received = self._resolved = self._later_met = self._later_missed = 0
        self._first, self._last = [0] * 4, [0] * 4

    def add(self, told: _Told) -> None:
        resolved, first, (met, missed), last = told
        self._received += 1
        self._resolved += resolved
        self._first[first] += 1
        self._later_met += met
        self._later_missed += missed
        self._last[last] += 1

    def group(self) -> Group:
        first, last = InTime(*self._first[:_NEITHER]), InTime(*self._last[:_NEITHER])
        later = InTime(self._later_met, self._later_missed)
        return Group(self._name, self._received, self._resolved, first, later, last)


def _tallies(
    row: Row, groups: dict[Facet, dict[str, _Tally]], officers: Mapping[str, str] | None
) -> Iterator[_Tally]:
    names = {
        Facet.CLASS: DeadlineClass.of(row.kind)
        if row.deadline_class is None
        else row.deadline_class,
        Facet.CATEGORY: row.category,
        Facet.OFFICE: row.office or NOBODY,
    }
    if officers is not None:
        names[Facet.OFFICER] = officers.get(row.number, NOBODY)
    for facet, name in names.items():
        tallies = groups[facet]
        if name not in tallies:
            tallies[name] = _Tally(name)
        yield tallies[name]


def _most_first(tallies: dict[str, _Tally]) -> tuple[Group, ...]:
    found = [tally.group() for tally in tallies.values()]
    return tuple(sorted(found, key=lambda group: (-group.received, group.name)))


def _took(took: list[float], waiting: list[timedelta]) -> Took:
    took.sort()
    return Took(
        have=len(took),
        median=median(took) if took else None,
        most=took[-(-9 * len(took) // 10) - 1] if took else None,
        lack=len(waiting),
        longest=max(waiting, default=None),
    )
