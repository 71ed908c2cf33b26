"""How sure the matcher is, from evidence that does not depend on which book it reads."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from faq.matching.answers import Answers
from faq.matching.corpus import Classes
from faq.matching.exact import ExactIndex
from faq.matching.examples import Asked
from faq.matching.inverted_index import InvertedIndex
from faq.matching.ownership import Ownership
from faq.matching.ranking import Ranked
from faq.matching.weighing import weighed


class ConfidenceEvidence(NamedTuple):
    gap: float
    """Ahead of the runner-up."""
    out_of_scope: float
    """Ahead of what is out of scope, where that is known."""
    lead: float
    """Ahead of the mean of the next three."""
    near: float
    """Likeness of its three nearest phrasings."""
    covered: float
    """Share of the question's weight in words it is asked with."""
    answered: float
    """Share of it in other words, that its answer uses."""
    foreign: float
    """Share of the question's weight in words that nothing is asked with."""
    elsewhere: float
    """Share of it in words of neither phrasings nor answer that are oftener out of scope."""
    length: float
    """Informative words, as a logarithm."""
    short: float


# Fitted by tests/bench/faq_fit.py on the tuning half of tests/faq/labelled and on its folder
# meant, 2026-11-26. Fit again when there are new labelled ones.
WEIGHTS = ConfidenceEvidence(
    gap=1.519,
    out_of_scope=2.131,
    lead=0.000,
    near=2.086,
    covered=2.107,
    answered=5.043,
    foreign=-4.579,
    elsewhere=-2.0,  # by hand: with all fitted anew, contrasts and short messages lost
    length=2.510,
    short=1.006,
)
INTERCEPT = -7.683
WEIGHTS_ALONE = ConfidenceEvidence(
    gap=0.844,
    out_of_scope=0.000,
    lead=0.785,
    near=3.360,
    covered=4.403,
    answered=0.000,
    foreign=-1.338,
    elsewhere=0.0,
    length=2.823,
    short=1.596,
)
"""Where nothing out of scope is known: likeness then has to tell it."""
INTERCEPT_ALONE = -10.599
FAR_AHEAD = 2.0


class Shares(NamedTuple):
    """Of a question's weight, as in `ConfidenceEvidence`."""

    covered: float = 0.0
    answered: float = 0.0
    foreign: float = 0.0
    elsewhere: float = 0.0


class Confidence:
    def __init__(
        self,
        classes: Classes,
        index: InvertedIndex,
        exact: ExactIndex,
        answers: Answers,
        ownership: Ownership,
    ) -> None:
        self.classes = classes
        self.index = index
        self.exact = exact
        self.answers = answers
        self.ownership = ownership

    def of(self, asked: Asked, ranked: Sequence[Ranked]) -> float:
        """That the first of them is what is meant."""
        return probability(self.evidence(asked, ranked), alone=self.classes.out_of_scope is None)

    def evidence(self, asked: Asked, ranked: Sequence[Ranked]) -> ConfidenceEvidence:
        best, others = ranked[0], [one.total for one in ranked[1:4]] or [-1.0]
        shares = self.coverage(asked, best.label)
        return ConfidenceEvidence(
            gap=best.total - others[0],
            out_of_scope=self.before_out_of_scope(ranked),
            lead=best.total - sum(others) / len(others),
            near=best.near,
            covered=shares.covered,
            answered=shares.answered,
            foreign=shares.foreign,
            elsewhere=shares.elsewhere,
            length=math.log1p(asked.informative),
            short=float(asked.short),
        )

    def before_out_of_scope(self, ranked: Sequence[Ranked]) -> float:
        """What isn't among the first is at least behind the last of them."""
        if self.classes.out_of_scope is None:
            return 0.0
        known = (one for one in ranked if one.label == self.classes.out_of_scope)
        ahead = ranked[0].total - next(known, ranked[-1]).total
        return min(FAR_AHEAD, ahead)

    def coverage(self, asked: Asked, label: int) -> Shares:
        return self.coverages(asked, [label])[0]

    def coverages(self, asked: Asked, labels: Sequence[int]) -> list[Shares]:
        """Of each class."""
        telling, classes = asked.telling, np.array(labels, np.intp)
        if not len(telling):
            return [Shares()] * len(labels)
        weights = self.index.idf(telling)
        whole = np.add.reduce(weights)
        held = self.exact.pairs.have(telling, classes)
        answered = self.answers.use(asked.told, classes) & ~held
        foreign = float(weights @ (self.index.common[telling] == 0) / whole)
        shares = [(side @ weights / whole).tolist() for side in (held, answered)]
        strange = self.ownership.of_out_of_scope(telling)
        if True in strange.tolist():  # in most questions nothing is
            shares.append(((strange & ~held & ~answered) @ weights / whole).tolist())
        else:
            shares.append([0.0] * len(labels))
        return [
            Shares(own, told, foreign, apart) for own, told, apart in zip(*shares, strict=True)
        ]


def probability(evidence: ConfidenceEvidence, *, alone: bool = False) -> float:
    weights, total = (WEIGHTS_ALONE, INTERCEPT_ALONE) if alone else (WEIGHTS, INTERCEPT)
    total += weighed(weights, evidence)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
