"""What the desk taught a book, beside its matcher: a few wordings must weigh against the many that
an editor wrote for the entries beside them.

What was asked in a phrasing's very words is decided by the book. Any other question is laid
beside the taught wordings, and how sure it is that the nearest of them is meant is told by that
likeness and by what the trained classes say of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from faq.book.book import Book
from faq.matching.confidence import Confidence
from faq.matching.corpus import Classes
from faq.matching.exact import EXACT, ExactIndex
from faq.matching.likeness import Doubles, Likeness, Rarity, SketchIndex
from faq.matching.matcher import MOST_SUGGESTED, Matcher, Understood
from faq.matching.out_of_scope import out_of_scope
from faq.matching.ranking import Order
from faq.matching.results import Answer, Found, Silence, Suggestions
from faq.matching.weighing import weighed

HEARD = 0.2
"""From here on the taught entry is the answer;"""
OFFERED = 0.1
"""and from here on it is offered beside another."""
SAME_MATTER = 0.45
"""So near what was taught, something is out of scope no more."""
NEAREST = 3
FAR_BEHIND = -2.0


class TaughtEvidence(NamedTuple):
    like: float
    """How near the nearest wording is that was taught to mean the entry;"""
    apart: float
    """so much nearer than those of any other taught entry;"""
    foreign: float
    """and than what is known to be out of scope."""
    others: float
    """How near its nearest three are on the average."""
    known: float
    """Ahead of the best entry that was not taught, as the matcher ranks them;"""
    out_of_scope: float
    """and of what is out of scope."""
    nearer: float
    """Ahead of that best entry in likeness to what each is asked with;"""
    covers: float
    """and in how much of the question is in words that each is asked with."""
    answered: float
    """How sure the matcher by itself is of an answer;"""
    silent: float
    """or whether it keeps silent."""


# Fitted by tests/bench/learning/fit.py on the book without some of its entries, nine times over,
# 2026-11-27.
WEIGHTS = TaughtEvidence(
    like=2.57,
    apart=1.99,
    foreign=1.48,
    others=2.47,
    known=1.82,
    out_of_scope=0.96,
    nearer=1.15,
    covers=1.05,
    answered=-0.81,
    silent=-1.71,
)
INTERCEPT = -0.59


@dataclass(frozen=True)
class Wordings:
    """Those that were taught, and those that nobody has to answer."""

    index: SketchIndex
    taught: dict[str, list[int]]
    """Of each entry that was taught the places of those wordings in the index."""
    foreign: slice
    """What is known to be out of scope."""

    @classmethod
    def of(
        cls,
        book: Book,
        taught: Iterable[tuple[str, str]],
        foreign: Iterable[str],
        likeness: Likeness,
    ) -> Wordings:
        """`taught`: pairs of an entry's id and a wording."""
        index, places = SketchIndex(), dict[str, list[int]]()
        for entry_id, text in dict.fromkeys(taught):
            entry = book.get(entry_id)
            if entry is not None and text in entry.asked_with and tells(text, likeness):
                places.setdefault(entry_id, []).append(index.add(likeness.sketch(text)))
        first = len(index)
        for text in foreign:
            index.add(likeness.sketch(text))
        return cls(index, places, slice(first, len(index)))

    def nearest_taught(self, near: Doubles) -> list[tuple[float, str]]:
        found = [(float(near[some].max()), entry_id) for entry_id, some in self.taught.items()]
        return sorted(found, reverse=True)[:2]

    def mean(self, entry_id: str, near: Doubles) -> float:
        """How near the nearest few of the entry's taught wordings are on the average."""
        nearest: list[float] = sorted(near[self.taught[entry_id]].tolist())[-NEAREST:]
        return sum(nearest) / len(nearest)


@dataclass(frozen=True)
class TaughtWordings:
    """A matcher's second look."""

    wordings: Wordings
    likeness: Likeness
    classes: Classes
    exact: ExactIndex
    confidence: Confidence

    def weigh(self, question: str, said: Understood, found: Found) -> Found:
        if not self.wordings.taught or self.exact.same(said.asked.key) is not None:
            return found
        entry_id, evidence = self.evidence(question, said, found)
        score = probability(evidence)
        if score >= HEARD:
            return Answer(entry_id, min(EXACT, score), found.score, "diajarkan petugas")
        of_taught = isinstance(found, Answer) and found.best in self.wordings.taught
        if of_taught or isinstance(found, Silence) or score < OFFERED:
            return found
        return beside(entry_id, found)

    def evidence(
        self, question: str, said: Understood, found: Found
    ) -> tuple[str, TaughtEvidence]:
        """For the entry that is nearest of the taught ones."""
        near = self.wordings.index.alike(self.likeness.sketch(question))
        (like, entry_id), *others = self.wordings.nearest_taught(near)
        totals, nearness = self.standings(said.order)
        own = self.classes.label_of[entry_id]
        rival = int(np.where(self.not_taught, totals, -np.inf).argmax())
        ahead = max(FAR_BEHIND, float(totals[own]))
        (covers, *_), (rival_covers, *_) = self.confidence.coverages(said.asked, [own, rival])
        return entry_id, TaughtEvidence(
            like=like,
            apart=like - max((each for each, _ in others), default=0.0),
            foreign=like - float(near[self.wordings.foreign].max(initial=0.0)),
            others=self.wordings.mean(entry_id, near),
            known=ahead - max(FAR_BEHIND, float(totals[rival])),
            out_of_scope=ahead - max(FAR_BEHIND, self.out_of_scope(totals)),
            nearer=float(nearness[own] - nearness[rival]),
            covers=covers - rival_covers,
            answered=found.score if isinstance(found, Answer) else 0.0,
            silent=float(isinstance(found, Silence)),
        )

    def standings(self, order: Order) -> tuple[Doubles, Doubles]:
        """Of each class by its label the total, and how near its phrasings are."""
        totals, nearness = np.empty(len(self.classes)), np.zeros(len(self.classes))
        totals[order.labels] = order.totals
        nearness[order.labels] = order.near
        return totals, nearness

    @cached_property
    def not_taught(self) -> NDArray[np.bool_]:
        """Which classes are entries that the desk did not touch."""
        ids = self.classes.ids[: self.classes.entries]
        mask = np.zeros(len(self.classes), np.bool_)
        mask[: self.classes.entries] = [id_ not in self.wordings.taught for id_ in ids]
        return mask

    def out_of_scope(self, totals: Doubles) -> float:
        label = self.classes.out_of_scope
        return FAR_BEHIND if label is None else float(totals[label])


def taught_matcher(
    book: Book, changes: Sequence[tuple[str, str]], rarity: Callable[[], Rarity]
) -> Matcher:
    """`changes`: pairs of an entry's id and what was taught to mean it."""
    foreign = apart_from([text for _, text in changes], rarity)
    matcher = Matcher.of(book, foreign)
    likeness = Likeness(rarity, correct=matcher.correct)
    wordings = Wordings.of(book, changes, [text for text, _ in foreign], likeness)
    matcher.second_look = TaughtWordings(
        wordings, likeness, matcher.classes, matcher.exact, matcher.confidence
    )
    return matcher


def tells(text: str, likeness: Likeness) -> bool:
    """A single word that everybody uses is in questions about anything: it counts as it stands."""
    words = [word for word in likeness.words(text) if not word.weak]
    return len(words) > 1 or any(not likeness.rarity.seen[word.stem] for word in words)


def probability(evidence: TaughtEvidence) -> float:
    return 1 / (1 + math.exp(-INTERCEPT - weighed(WEIGHTS, evidence)))


def apart_from(taught: Sequence[str], rarity: Callable[[], Rarity]) -> tuple[tuple[str, str], ...]:
    """What is out of scope, without what asks about that which was taught."""
    likeness, index = Likeness(rarity), SketchIndex()
    for text in taught:
        index.add(likeness.sketch(text))
    return tuple(
        (text, topic)
        for text, topic in out_of_scope()
        if index.alike(likeness.sketch(text)).max(initial=0.0) < SAME_MATTER
    )


def beside(taught: str, found: Answer | Suggestions) -> Suggestions:
    """The taught entry first, then what else it may be."""
    others = found.ids if isinstance(found, Suggestions) else (found.best,)
    ids = tuple(dict.fromkeys((taught, *others)))[:MOST_SUGGESTED]
    reason = "dekat dengan yang diajarkan"
    return Suggestions(taught, found.score, found.runner_up_score, reason, ids)
