"""What a report tells beside tickets, and keeps out of every ratio of theirs. Pure.

True deflection: a question was answered, it led to no ticket, and the same person neither filed
one nor asked for the same entry again within seven days. Only whose seven days are over is judged;
of somebody who was erased nothing can be told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from bot.rules.survey import Grade, SurveyRules

JUDGED_AFTER = 7  # days
NOTED_EACH = timedelta(minutes=5)
"""That the bot serves is written down so often."""
MISSED = timedelta(minutes=10)
"""So long without it, the bot did not serve."""


@dataclass(frozen=True)
class QuestionFigures:
    """Asked of the book in words, and answered."""

    answered: int
    without_ticket: int
    judged: int
    """Of those without a ticket: by somebody known, and seven days are over."""
    deflected: int
    kept_since: datetime | None
    """The oldest question of all that is kept: older ones were forgotten by the rules of
    privacy, or never asked."""

    @property
    def deflection(self) -> Fraction | None:
        return Fraction(100 * self.deflected, self.judged) if self.judged else None


class AskedQuestion(NamedTuple):
    """A question in words, put by whom; see storage.tables.Question."""

    by: int
    at: datetime
    entry: str | None
    """What was given."""
    topic: str | None
    """What it was about, given or not."""
    with_ticket: bool
    unhelpful: bool


Filed = tuple[int, datetime]
"""By whom and when."""


def counted(
    asked: Iterable[AskedQuestion],
    filed: Iterable[Filed],
    *,
    until: datetime,
    as_of: datetime,
    nobody: int,
    kept_since: datetime | None,
) -> QuestionFigures:
    """What was asked, the newest first, and filed, the oldest first, both also in the week after
    `until`. `nobody`: who stands for all who were erased."""
    week = timedelta(days=JUDGED_AFTER)
    tickets = defaultdict[int, list[datetime]](list)
    for by, at in filed:
        if by != nobody:
            tickets[by].append(at)
    answered = without = judged = deflected = 0
    nearest: dict[tuple[int, str | None], datetime] = {}
    for by, at, entry, topic, with_ticket, unhelpful in asked:
        about = by, topic
        again = nearest.get(about)
        nearest[about] = at
        if entry is None or at >= until:
            continue
        answered += 1
        over = at + week
        if with_ticket or (by in tickets and _within(tickets[by], at, over)):
            continue
        without += 1
        if over >= as_of or by == nobody:
            continue
        judged += 1
        deflected += not unhelpful and (again is None or not at < again <= over)
    return QuestionFigures(answered, without, judged, deflected, kept_since)


def _within(moments: Sequence[datetime], first: datetime, last: datetime) -> bool:
    place = bisect_left(moments, first)
    return place < len(moments) and moments[place] <= last


@dataclass(frozen=True)
class PeopleServed:
    """Distinct, whatever they asked or filed; the desk's own people left out."""

    people: int
    offices: int
    erased: bool
    """Somebody else was there whose data was erased: how many, nobody knows any more."""


@dataclass(frozen=True)
class SatisfactionFigures:
    """1 to 4, as the survey has it, of those who were asked once their ticket was closed."""

    asked: int
    scores: tuple[int, ...]
    """How often each was given, from 1."""
    grade: Grade | None = None
    """As the survey grades its index; None of so few answers that none is claimed."""
    graded_from: int | None = None
    """How many answers that takes; None: not looked for."""

    @property
    def answers(self) -> int:
        return sum(self.scores)

    @property
    def index(self) -> Fraction | None:
        """Up to 100: the mean × 25."""
        points = sum(score * count for score, count in enumerate(self.scores, 1))
        return Fraction(25 * points, self.answers) if self.answers else None


@dataclass(frozen=True)
class Downtime:
    """How long the bot did not serve, as far as that was written down."""

    down: timedelta
    times: int
    since: datetime | None
    """It is written down since then; None: never."""


@dataclass(frozen=True)
class Apart:
    questions: QuestionFigures
    served: PeopleServed
    satisfaction: SatisfactionFigures
    watched: Downtime


def graded(found: Apart, day: date, rules: SurveyRules) -> Apart:
    """Satisfaction by the edition in force on that day; of few answers without a grade, as in the
    survey."""
    satisfied, grade = found.satisfaction, None
    if satisfied.index is not None and satisfied.answers >= rules.claimed_from:
        grade = rules.in_force(day).grade(satisfied.index)
    told = replace(satisfied, grade=grade, graded_from=rules.claimed_from)
    return replace(found, satisfaction=told)


Gap = tuple[datetime, datetime]


def watched(
    gaps: Iterable[Gap],
    first: datetime | None,
    last: datetime | None,
    *,
    start: datetime,
    end: datetime,
) -> Downtime:
    """Within a window, whose `end` has come. `first` and `last`: when the bot was first and last
    known to serve; after that it may be down still."""
    if first is None or last is None or first >= end:
        return Downtime(timedelta(), 0, None)
    known: Sequence[Gap] = [*gaps, (last, end)] if end - last > MISSED else [*gaps]
    inside = [(max(since, start), min(until, end)) for since, until in known]
    lengths = [until - since for since, until in inside if since < until]
    return Downtime(sum(lengths, timedelta()), len(lengths), first)
