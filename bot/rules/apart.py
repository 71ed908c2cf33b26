"""What a report tells beside tickets, and keeps out of every ratio of theirs. Pure.

True deflection: a question was answered, it led to no ticket, and the same person neither filed
one nor asked for the same entry again within seven days. Only whose seven days are over is judged;
of somebody who was erased nothing can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

JUDGED_AFTER = 7  # days
WEEK = timedelta(days=JUDGED_AFTER)
NOTED_EACH = timedelta(minutes=5)
"""That the bot serves is written down so often."""
MISSED = timedelta(minutes=10)
"""So long without it, the bot did not serve."""


@dataclass(frozen=True)
class Questions:
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


@dataclass(frozen=True)
class Served:
    """Distinct, whatever they asked or filed; the desk's own people left out."""

    people: int
    offices: int
    erased: bool
    """Somebody else was there whose data was erased: how many, nobody knows any more."""


@dataclass(frozen=True)
class Satisfaction:
    """1 to 4, as the survey has it, of those who were asked once their ticket was closed."""

    asked: int
    scores: tuple[int, ...]
    """How often each was given, from 1."""

    @property
    def answers(self) -> int:
        return sum(self.scores)

    @property
    def index(self) -> Fraction | None:
        """Up to 100: the mean × 25."""
        points = sum(score * count for score, count in enumerate(self.scores, 1))
        return Fraction(25 * points, self.answers) if self.answers else None


@dataclass(frozen=True)
class Watched:
    """How long the bot did not serve, as far as that was written down."""

    down: timedelta
    times: int
    since: datetime | None
    """It is written down since then; None: never."""


@dataclass(frozen=True)
class Apart:
    questions: Questions
    served: Served
    satisfaction: Satisfaction
    watched: Watched


Step = tuple[int, datetime, bool, str | None, str | None, bool, bool | None]
"""What somebody did: who, when, and whether they filed a ticket, else asked the book in words.
Of a question: what answered it; the same, or what came nearest; whether it led to a ticket; and
whether that helped."""


def asked(
    steps: Iterable[Step], *, until: datetime, as_of: datetime, erased: int
) -> tuple[int, int, int, int]:
    """Of questions before `until` that were answered: how many; those without a ticket; those
    of them that are judged, and deflected. Steps of one person stand together, the newest first,
    with a ticket before what was asked at its moment; nothing is told of who is `erased`."""
    answered = without = judged = deflected = 0
    somebody: int | None = None
    filed: datetime | None = None
    since: dict[str | None, tuple[datetime, datetime | None]] = {}
    for asker, at, is_ticket, entry, topic, with_ticket, helpful in steps:
        if asker != somebody:
            somebody, filed, since = asker, None, {}
        if is_ticket:
            filed = at
            continue
        next_, after_it = since.get(topic, (None, None))
        again = after_it if next_ == at else next_  # two at the same moment are one asking
        since[topic] = at, again
        if entry is None or at >= until:
            continue
        answered += 1
        known, soon = asker != erased, at + WEEK
        if with_ticket or (known and filed is not None and filed <= soon):
            continue
        without += 1
        if known and at < as_of - WEEK:
            judged += 1
            deflected += (again is None or again > soon) and helpful is not False
    return answered, without, judged, deflected


Gap = tuple[datetime, datetime]


def watched(
    gaps: Iterable[Gap],
    first: datetime | None,
    last: datetime | None,
    *,
    start: datetime,
    end: datetime,
) -> Watched:
    """Within a window, whose `end` has come. `first` and `last`: when the bot was first and last
    known to serve; after that it may be down still."""
    if first is None or last is None or first >= end:
        return Watched(timedelta(), 0, None)
    known: Sequence[Gap] = [*gaps, (last, end)] if end - last > MISSED else [*gaps]
    inside = [(max(since, start), min(until, end)) for since, until in known]
    lengths = [until - since for since, until in inside if since < until]
    return Watched(sum(lengths, timedelta()), len(lengths), first)
