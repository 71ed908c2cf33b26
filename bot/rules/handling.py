"""How tickets were handled: what stands beside the ratio, and is never mixed with it. Pure.

Within time: the first answer, and each one after the reporter wrote again, within so many working
days (`Terms.answered_days`); the last one by the ticket's own due date, which moves while it waits
for its reporter. What is not due yet is told apart, and what ended without an answer of the desk
is in neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from statistics import median

from bot.rules.calendar import Calendar
from bot.rules.deadline import Terms, TicketClock
from bot.rules.report_rows import Ending, TicketRow, WorkingDays
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
class HandledGroup:
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
    groups: dict[Facet, tuple[HandledGroup, ...]]


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
    working = WorkingTime(by.calendar)
    for ticket, its in groupby(events, key=itemgetter(0)):
        met, missed, since, answered = 0, 0, None, False
        for _, at, by_desk in its:
            if by_desk:
                if since is not None:
                    late = at >= working.due(since, by.terms.answered_days)
                    met, missed, since = met + (not late), missed + late, None
                answered = True
            elif answered and since is None:
                since = at
        if met or missed or since is not None:
            yield ticket, Waited(met, missed, since)


def judged(rows: Iterable[TicketRow], by: Measures, as_of: datetime) -> Iterator[TicketRow]:
    """Each with its days, and what was in time, as far as that can be told."""
    working, terms = WorkingTime(by.calendar), by.terms
    days = WorkingDays(by.calendar)
    for row in rows:
        received = row.received_at
        row.first_in_time = _first(row, working.due(received, terms.answered_days), as_of)
        row.later_in_time = _later(row, working, terms, as_of)
        row.last_in_time = _last(row, as_of)
        if row.done_at is not None:
            row.working_days = days.between(received, row.done_at)
        if row.first_answer_at is not None:
            row.work_to_first = working.between(received, row.first_answer_at)
        yield row


def _first(row: TicketRow, due: datetime, as_of: datetime) -> bool | None:
    if row.first_answer_at is not None:
        return row.first_answer_at < due
    return False if row.ending is Ending.OPEN and due <= as_of else None


def _later(row: TicketRow, working: WorkingTime, terms: Terms, as_of: datetime) -> tuple[int, int]:
    met, missed = row.later_in_time or (0, 0)
    if row.waits_since is not None and row.ending is Ending.OPEN:
        missed += working.due(row.waits_since, terms.answered_days) <= as_of
    return met, missed


def _last(row: TicketRow, as_of: datetime) -> bool | None:
    """By the ticket's own clock."""
    if row.due_at is None:
        return None
    clock = TicketClock(row.due_at, row.paused_at)
    if row.resolved:
        return not clock.is_late(row.done_at or as_of)
    return False if row.ending is Ending.OPEN and clock.is_late(as_of) else None


def handling(
    rows: Iterable[TicketRow], as_of: datetime, officers: Mapping[str, str] | None = None
) -> Handling:
    """Out of rows that are `judged`. `officers`: by a ticket's number, who has it; without them
    nobody's name is in it."""
    total = _Tally()
    facets = tuple(Facet) if officers is not None else WITHOUT_NAMES
    groups = tuple(defaultdict[str, _Tally](_Tally) for _ in facets)
    work, days = list[float](), list[float]()
    unanswered, unresolved = list[timedelta](), list[timedelta]()
    ended = reopened = 0
    for row in rows:
        if not row.counted:
            continue
        open_ = row.ending is Ending.OPEN
        stands = (row.resolved, _told(row.first_in_time, open_), _told(row.last_in_time, open_))
        later = row.later_in_time or NEVER
        total.add(stands, later)
        for tallies, name in zip(groups, _names(row, officers), strict=True):
            tallies[name].add(stands, later)
        ended += row.was_ended or row.done_at is not None or row.was_reopened
        reopened += row.was_reopened
        age = as_of - row.received_at
        if row.work_to_first is not None:
            work.append(row.work_to_first.total_seconds())
        elif open_:
            unanswered.append(age)
        if row.resolved and row.working_days is not None:
            days.append(row.working_days)
        if open_:
            unresolved.append(age)
    whole = total.group("")
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
        backlog=by_age(unresolved),
        groups={
            facet: _most_first(tallies)
            for facet, tallies in zip(facets, groups, strict=True)
            if tallies
        },
    )


def by_age(ages: Iterable[timedelta]) -> tuple[int, ...]:
    """How many there are in each band of AGES."""
    found = [0] * (len(AGES) + 1)
    for age in ages:
        found[age_band(age)] += 1
    return tuple(found)


def age_band(age: timedelta) -> int:
    return next((n for n, most in enumerate(AGES) if age.days < most), len(AGES))


WITHOUT_NAMES = (Facet.CLASS, Facet.CATEGORY, Facet.OFFICE)
NEVER = (0, 0)
MET, MISSED, NOT_YET, NEITHER = range(4)
Stands = tuple[bool, int, int]
"""Whether it is resolved, and how its first and its last answer stand."""


def _told(in_time: bool | None, open_: bool) -> int:
    if in_time is None:
        return NOT_YET if open_ else NEITHER
    return MET if in_time else MISSED


class _Tally:
    """Counts how tickets stand, which is one of a few ways, and adds up at the end."""

    def __init__(self) -> None:
        self._stand = defaultdict[Stands, int](int)
        self._met = self._missed = 0

    def add(self, stands: Stands, later: tuple[int, int]) -> None:
        self._stand[stands] += 1
        if later is not NEVER:
            self._met += later[0]
            self._missed += later[1]

    def group(self, name: str) -> HandledGroup:
        first, last = [0] * 4, [0] * 4
        received = resolved = 0
        for (was_resolved, to_first, to_last), count in self._stand.items():
            received += count
            resolved += count * was_resolved
            first[to_first] += count
            last[to_last] += count
        return HandledGroup(
            name=name,
            received=received,
            resolved=resolved,
            first=InTime(*first[:NEITHER]),
            later=InTime(self._met, self._missed),
            last=InTime(*last[:NEITHER]),
        )


def _names(row: TicketRow, officers: Mapping[str, str] | None) -> tuple[str, ...]:
    """Of its class, category and office; and of its officer."""
    kind = DeadlineClass.of(row.kind) if row.deadline_class is None else row.deadline_class
    names = (kind, row.category, row.office or NOBODY)
    return names if officers is None else (*names, officers.get(row.number, NOBODY))


def _most_first(tallies: Mapping[str, _Tally]) -> tuple[HandledGroup, ...]:
    found = [tally.group(name) for name, tally in tallies.items()]
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
