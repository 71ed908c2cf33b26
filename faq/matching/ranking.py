"""The classes in the order in which a question may mean them.

A classifier ranks them, and the phrasings nearest to the question add their voice.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from faq.matching.classifier import Classifier
from faq.matching.corpus import Corpus
from faq.matching.exact import EXACT, ExactIndex
from faq.matching.examples import Asked
from faq.matching.inverted_index import InvertedIndex

NEAR_VOICE = 0.5
NEAR_FADES = (1.0, 0.6, 0.36)
NEAREST = 60
ASKING_VOICE = 0.6
"""Of the part that asks, beside the whole message."""

Doubles = NDArray[np.float64]

FADES: Doubles = np.array([*NEAR_FADES, 0.0])
LAST = len(NEAR_FADES)


class Ranked(NamedTuple):
    label: int
    """The number of the class."""
    total: float
    margin: float
    """The classifier's part of the total."""
    near: float
    """Likeness of its nearest phrasings."""


class Order(NamedTuple):
    """The fields of `Ranked`, a column each, of all classes: a message is looked at from several
    sides, and only some want more than the first dozen."""

    labels: NDArray[np.intp]
    totals: NDArray[np.floating]
    margins: NDArray[np.floating]
    near: Doubles


class Ranking:
    """Built once and never changed, so any thread may ask it."""

    def __init__(
        self,
        corpus: Corpus,
        classifier: Classifier | None,
        index: InvertedIndex,
        exact: ExactIndex,
    ) -> None:
        """Without a classifier the nearest phrasings alone decide."""
        self.classes = corpus.classes
        self.labels = corpus.labels
        self.unambiguous = corpus.unambiguous
        self.classifier = classifier
        self.index = index
        self.exact = exact

    def ranked(self, asked: Asked, wanted: int, around: Asked | None = None) -> list[Ranked]:
        """As `order`, down to the `wanted`-th entry."""
        return self.first(self.order(asked, around), wanted)

    def first(self, order: Order, wanted: int) -> list[Ranked]:
        """Down to the `wanted`-th entry: what else stands among those is of use, what stands
        behind them is not."""
        best = slice(self.depth(order.labels, wanted))
        columns = (column[best].tolist() for column in order)
        return [Ranked(*row) for row in zip(*columns, strict=True)]

    def order(self, asked: Asked, around: Asked | None = None) -> Order:
        """All classes by the classifier and by their nearest phrasings, the best first.

        `around`: the message of which `asked` is the part that asks.
        """
        near = self.likeness(asked)
        if around is not None:
            near = ASKING_VOICE * near + (1 - ASKING_VOICE) * self.likeness(around)
        if self.classifier is None:
            like = near.nonzero()[0]
            best = like[np.argsort(-near[like], kind="stable")]
            return Order(best, 2 * near[best] - 1, 2 * near[best] - 1, near[best])
        margins = self.classifier.scores(asked.blocks)
        if around is not None:
            beside = self.classifier.scores(around.blocks)
            margins = np.float32(ASKING_VOICE) * margins + np.float32(1 - ASKING_VOICE) * beside
        totals = margins + (NEAR_VOICE * near).astype(np.float32)
        if (same := self.exact.same(asked.key)) is not None:
            totals[same] = totals.max() + EXACT
        best = (-totals).argsort(kind="stable")
        return Order(best, totals[best], margins[best], near[best])

    def depth(self, labels: NDArray[np.intp], wanted: int) -> int:
        """How many places it takes until so many are entries."""
        entries = (labels < self.classes.entries).nonzero()[0]
        return int(entries[wanted - 1]) + 1 if wanted <= len(entries) else len(labels)

    def likeness(self, asked: Asked) -> Doubles:
        """For each class its three nearest phrasings, each counting less than the one before."""
        numbers, cosines = self.index.similar(asked.terms)
        order = (-cosines).argsort(kind="stable")
        ambiguous = numbers[order] >= self.unambiguous
        # Disambiguations take no places from the entries, so that they leave those as they are.
        kept = (order[~ambiguous][:NEAREST], order[ambiguous][:NEAREST])
        places = np.concatenate(kept)
        labels = self.labels[numbers[places]]
        by_class = labels.argsort(kind="stable")
        labels, like = labels[by_class], cosines[places[by_class]].astype(np.float64)
        before = np.arange(len(labels)) - labels.searchsorted(labels)
        faded: Doubles = like * FADES[np.minimum(before, LAST)]
        return np.bincount(labels, faded, len(self.classes)).astype(np.float64, copy=False)
