"""How sure the matcher is, from evidence that does not depend on which book it reads."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields
from operator import attrgetter

from faq.matching.exact import ExactIndex
from faq.matching.examples import Asked
from faq.matching.inverted_index import InvertedIndex
from faq.matching.ranking import Ranked
from faq.text.hashing import Ints


@dataclass(frozen=True, slots=True)
class Evidence:
    margin: float
    """The classifier's score of the best class: about +1 sure, -1 surely not."""
    gap: float
    """Ahead of the runner-up."""
    lead: float
    """Ahead of the mean of the next three."""
    near: float
    """Likeness of its three nearest phrasings."""
    covered: float
    """Share of the question's weight in words it is asked with."""
    foreign: float
    """Share of the question's weight in words that nothing is asked with."""
    length: float
    """Informative words, as a logarithm."""
    short: float


# Fitted by tests/bench/faq_fit.py on the tuning half of tests/faq/labelled, 2026-11-23, and kept
# when the book and lists/out_of_scope.txt were then widened with that half in sight: fitting again
# on the same half would make it too sure of itself. Fit again when there are new labelled ones.
WEIGHTS = Evidence(
    margin=0.688,
    gap=2.102,
    lead=1.612,
    near=2.124,
    covered=5.157,
    foreign=-2.042,
    length=2.352,
    short=0.985,
)
INTERCEPT = -8.207


class Confidence:
    def __init__(self, index: InvertedIndex, exact: ExactIndex) -> None:
        self.index = index
        self.exact = exact

    def of(self, asked: Asked, ranked: Sequence[Ranked]) -> float:
        """That the first of them is what is meant."""
        return probability(self.evidence(asked, ranked))

    def evidence(self, asked: Asked, ranked: Sequence[Ranked]) -> Evidence:
        best, others = ranked[0], [one.total for one in ranked[1:4]] or [-1.0]
        covered, foreign = self.coverage(asked.telling, best.label)
        return Evidence(
            margin=best.margin,
            gap=best.total - others[0],
            lead=best.total - sum(others) / len(others),
            near=best.near,
            covered=covered,
            foreign=foreign,
            length=math.log1p(asked.informative),
            short=float(asked.short),
        )

    def coverage(self, telling: Ints, label: int) -> tuple[float, float]:
        """Shares of the informative words' weight: in the class, and in nothing at all."""
        if not len(telling):
            return 0.0, 0.0
        weights = self.index.idf(telling)
        known = weights @ self.exact.held(telling, label)
        foreign = weights @ (self.index.common[telling] == 0)
        return float(known / weights.sum()), float(foreign / weights.sum())


def probability(evidence: Evidence) -> float:
    pairs = zip(_told(WEIGHTS), _told(evidence), strict=True)
    total = INTERCEPT + sum(weight * value for weight, value in pairs)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


_told = attrgetter(*(field.name for field in fields(Evidence)))  # astuple copies, and takes longer
