"""The phrasings as they stand to a question, whatever is then made of that.

A linear model ranks the classes, and the nearest phrasings add their voice. Classes are the
entries, all strangers together, and the crossroads, in this order.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from faq.book.disambiguation import Disambiguation
from faq.matching.classifier import Apart, Classifier, train
from faq.matching.confidence import SHORT, Evidence
from faq.matching.exact import ExactWording
from faq.matching.examples import Asked, Examples
from faq.matching.inverted_index import InvertedIndex
from faq.matching.ownership import Ownership
from faq.text.correction import Corrector
from faq.text.features import features
from faq.text.hashing import Ints

NEAR_VOICE = 0.5
NEAR_FADES = (1.0, 0.6, 0.36)
NEAREST = 60
EXACT = 0.95
"""How sure a question in a phrasing's very words is: what an officer adds must be heard."""
CROSSING = "\1"
"""Begins the ids of crossroads, so that no entry has them too."""
OUTSIDE = "\0"
"""The id of all that is known not to be in the book."""


class Ranked(NamedTuple):
    entry: int
    total: float
    margin: float
    near: float


class Ranking:
    """Built once and never changed, so any thread may ask it."""

    def __init__(
        self,
        phrasings: Iterable[tuple[str, str]],
        strangers: Iterable[tuple[str, str]] = (),
        disambiguation: Iterable[Disambiguation] = (),
    ) -> None:
        inside, outside_ = list(phrasings), list(strangers)
        self.disambiguation = {CROSSING + one.id: one for one in disambiguation}
        crossing = [
            (text, at) for at, one in self.disambiguation.items() for text in one.phrasings
        ]
        # One class for all strangers: apart, like matters would argue with each other.
        pairs = [*inside, *((text, OUTSIDE) for text, _ in outside_), *crossing]
        self.matters = tuple(matter for _, matter in outside_)
        self.inside = len(inside)
        self.ids = tuple(dict.fromkeys(entry for _, entry in pairs))
        self.entries = len({entry for _, entry in inside})
        number = {entry: at for at, entry in enumerate(self.ids)}
        labels = [number[entry] for _, entry in pairs]
        self.labels = np.array(labels, np.int32)
        examples = Examples(text for text, _ in pairs)
        self.vocabulary = examples.vocabulary
        # An entry must not learn to keep back where a crossroads offers it.
        self.first = len(pairs) - len(crossing)
        apart = Apart(self.first, self.entries)
        self.linear: Classifier | None = train(examples, labels, len(self.ids), apart)
        self.correct = Corrector(examples.words)
        self.nearest = InvertedIndex(examples, apart.first)
        self.wording = ExactWording(examples, labels, len(self.ids), self.entries)
        self.holders = Ownership(self.nearest, self.labels, len(inside), len(outside_))

    def read(self, question: str) -> Asked:
        return Asked(features(question, self.correct), self.vocabulary)

    def ranked(self, asked: Asked, wanted: int) -> list[Ranked]:
        """The best by the linear model and by their nearest phrasings, down to the `wanted`-th
        entry: what else stands among those is of use, what stands behind them is not."""
        near = self.likeness(asked)
        if self.linear is None:
            found = [Ranked(at, 2 * like - 1, 2 * like - 1, like) for at, like in near.items()]
            found.sort(key=lambda one: -one.total)
            return found[: self.depth((one.entry for one in found), wanted)]
        margins = self.linear.scores(asked.blocks)
        totals = margins.copy()
        for at, like in near.items():
            totals[at] += NEAR_VOICE * like
        if (same := self.wording.same(asked.key)) is not None:
            totals[same] = totals.max() + EXACT
        order = np.argsort(-totals, kind="stable")
        best = order[: self.depth(order.tolist(), wanted)]
        columns = (best.tolist(), totals[best].tolist(), margins[best].tolist())
        return [
            Ranked(at, total, margin, near.get(at, 0.0))
            for at, total, margin in zip(*columns, strict=True)
        ]

    def depth(self, order: Iterable[int], wanted: int) -> int:
        """How many places it takes until so many are entries."""
        entries = (place for place, at in enumerate(order, 1) if at < self.entries)
        return next(itertools.islice(entries, wanted - 1, None), len(self.ids))

    def likeness(self, asked: Asked) -> dict[int, float]:
        """For each entry its three nearest phrasings, each counting less than the one before."""
        numbers, cosines = self.nearest.similar(asked.terms)
        order = np.argsort(-cosines, kind="stable")
        crossing = numbers[order] >= self.first
        # Crossroads take no places from the entries, so that they leave those as they are.
        order = np.append(order[~crossing][:NEAREST], order[crossing][:NEAREST])
        found: dict[int, float] = {}
        seen: dict[int, int] = {}
        entries = self.labels[numbers[order]].tolist()
        for entry, cosine in zip(entries, cosines[order].tolist(), strict=True):
            times = seen.get(entry, 0)
            if times < len(NEAR_FADES):
                found[entry] = found.get(entry, 0.0) + cosine * NEAR_FADES[times]
                seen[entry] = times + 1
        return found

    def evidence(self, asked: Asked, ranked: list[Ranked]) -> Evidence:
        best, others = ranked[0], [one.total for one in ranked[1:4]] or [-1.0]
        covered, foreign = self.coverage(asked.telling, best.entry)
        length = asked.informative
        return Evidence(
            margin=best.margin,
            gap=best.total - others[0],
            lead=best.total - sum(others) / len(others),
            near=best.near,
            covered=covered,
            foreign=foreign,
            length=math.log1p(length),
            short=float(length <= SHORT),
        )

    def coverage(self, telling: Ints, entry: int) -> tuple[float, float]:
        """Shares of the informative words' weight: in the entry, and in no entry at all."""
        if not len(telling):
            return 0.0, 0.0
        weights = self.nearest.idf(telling)
        known = weights @ self.wording.held(telling, entry)
        foreign = weights @ (self.nearest.common[telling] == 0)
        return float(known / weights.sum()), float(foreign / weights.sum())

    def matter(self, asked: Asked) -> str:
        """What the stranger is about, for the log and the desk."""
        numbers, cosines = self.nearest.similar(asked.terms)
        likely = dict(zip(cosines.tolist(), numbers.tolist(), strict=True))
        near = [at - self.inside for _, at in sorted(likely.items(), reverse=True)]
        strange = [at for at in near if 0 <= at < len(self.matters)]
        return f": {self.matters[strange[0]]}" if strange else ""
