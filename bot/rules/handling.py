"""How tickets were handled: what stands beside the ratio, and is never mixed with it. Pure.

Within time: the first answer, and each one after the reporter wrote again, within so many working
days (`Terms.answered_days`); the last one by the ticket's own due date, which moves while it waits
for its reporter. What is not due yet is told apart, and what ended without an answer of the desk
is in neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from statistics import median

from bot.rules.calendar import Calendar
from bot.rules.deadline import Clock, Terms
from bot.rules.report_rows import Ending, Row, WorkingDays
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
    working = WorkingTime(by.calendar)
    ticket, found, answered = 0, Waited(), False
    for of, at, by_desk in events:
        if of != ticket:
            if found != Waited():
                yield ticket, found
            ticket, found, answered = of, Waited(), False
        if by_desk:
            if found.since is not None:
                late = at >= working.due(found.since, by.terms.answered_days)
                found = Waited(found.met + (not late), found.missed + late)
            answered = True
        elif answered and found.since is None:
            found = replace(found, since=at)
    if found != Waited():
        yield ticket, found


def judged(rows: Iterable[Row], by: Measures, as_of: datetime) -> Iterator[Row]:
    """Each with its days, and what was in time, as far as that can be told."""
    working, terms = WorkingTime(by.calendar), by.terms
    days = WorkingDays(by.calendar)
    for row in rows:
        yield replace(
            row,
            working_days=(
                None if row.done_at is None else days.between(row.received_at, row.done_at)
            ),
            first_in_time=_first(row, working.due(row.received_at, terms.answered_days), as_of),
            later_in_time=_later(row, working, terms, as_of),
            last_in_time=_last(row, as_of),
            work_to_first=(
                working.between(row.received_at, row.first_answer_at)
                if row.first_answer_at is not None
                else None
            ),
        )


def _first(row: Row, due: datetime, as_of: datetime) -> bool | None:
    if row.first_answer_at is not None:
        return row.first_answer_at < due
    return False if row.ending is Ending.OPEN and due <= as_of else None


def _later(row: Row, working: WorkingTime, terms: Terms, as_of: datetime) -> tuple[int, int]:
    met, missed = row.later_in_time or (0, 0)
    if row.waits_since is not None and row.ending is Ending.OPEN:
        missed += working.due(row.waits_since, terms.answered_days) <= as_of
    return met, missed


def _last(row: Row, as_of: datetime) -> bool | None:
    """By the ticket's own clock."""
    if row.due_at is None:
        return None
    clock = Clock(row.due_at, row.paused_at)
    if row.resolved:
        return not clock.is_late(row.done_at or as_of)
    return False if row.ending is Ending.OPEN and clock.is_late(as_of) else None


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
        for tally in (total, *_tallies(row, groups, officers)):
            tally.add(row)
        ended += row.done_at is not None or row.was_reopened
        reopened += row.was_reopened
        age = as_of - row.received_at
        if row.work_to_first is not None:
            work.append(row.work_to_first.total_seconds())
        elif row.ending is Ending.OPEN:
            unanswered.append(age)
        if row.resolved and row.working_days is not None:
            days.append(row.working_days)
        if row.ending is Ending.OPEN:
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


class _Tally:
    def __init__(self, name: str) -> None:
        self._name = name
        self._count = defaultdict[str, int](int)

    def add(self, row: Row) -> None:
        count = self._count
        count["received"] += 1
        count["resolved"] += row.resolved
        open_ = row.ending is Ending.OPEN
        for of, in_time in (("first", row.first_in_time), ("last", row.last_in_time)):
            if in_time is not None:
                count[f"{of} {in_time}"] += 1
            elif open_:
                count[f"{of} None"] += 1
        met, missed = row.later_in_time or (0, 0)
        count["later True"] += met
        count["later False"] += missed

    def group(self) -> Group:
        first, later, last = (
            InTime(
                self._count[f"{of} True"], self._count[f"{of} False"], self._count[f"{of} None"]
            )
            for of in ("first", "later", "last")
        )
        received, resolved = self._count["received"], self._count["resolved"]
        return Group(self._name, received, resolved, first, later, last)


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
