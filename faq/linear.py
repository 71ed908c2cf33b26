"""A linear model over sparse features: one column of weights for each entry.

Trained when the matcher is built, by dual coordinate descent on the squared hinge loss (Hsieh et
al., 2008), all columns of a phrasing in one numpy step. Unlike counting, it learns which words
tell two neighbouring entries apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from faq.features import Features

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]

MOST_CELLS = 16_000_000
"""Weights that are kept at most: about 64 MB."""
MOST_WORK = 10_000_000
"""Training stops in time: a step costs a fixed part, worth 200 entries, and a part for each."""
FIXED_WORK = 200
MOST_EPOCHS = 3
COST = 0.5
RAREST = (2, 4, 8, 16)
BIAS = 1.0
STILL = 0.003


@dataclass(frozen=True)
class Vocabulary:
    """Which features count, and how much each says."""

    rows: dict[str, int]
    weight: Floats

    @classmethod
    def of(cls, examples: Sequence[Features], *, most: int) -> Vocabulary | None:
        """At most so many rows: the more there would be, the oftener a piece must come."""
        seen: Counter[str] = Counter()
        for example in examples:
            for block in example.blocks:
                seen.update(block)
        for rarest in RAREST:
            kept = {f: n for f, n in seen.items() if n * rank(f) >= rarest}
            if len(kept) < most:
                counts = np.fromiter(kept.values(), dtype=np.float32, count=len(kept))
                idf = np.log((1 + len(examples)) / (1 + counts)) + 1
                rows = {feature: row for row, feature in enumerate(kept)}
                return cls(rows, np.append(idf, BIAS).astype(np.float32))
        return None

    def vector(self, example: Features) -> tuple[Ints, Floats]:
        """Row numbers and values; every block has length one, the last row is the bias."""
        rows: list[int] = []
        borders = []
        for block in example.blocks:
            known = [row for row in map(self.rows.get, block) if row is not None]
            rows += known
            borders.append(len(known))
        rows.append(len(self.rows))
        at = np.array(rows, dtype=np.intp)
        values = self.weight[at]
        start = 0
        for size in borders:
            part = values[start : start + size]
            if size:
                part /= np.sqrt(part @ part)
            start += size
        return at, values


def rank(feature: str) -> int:
    """A whole word may be four times as rare as a piece or a pair."""
    return 1 if feature.startswith("/") or " " in feature else 4


class Linear:
    def __init__(self, vocabulary: Vocabulary, weights: Floats) -> None:
        self.vocabulary = vocabulary
        self.weights = weights

    def scores(self, asked: Features) -> Floats:
        """For each entry about +1 where it is meant and -1 where not."""
        rows, values = self.vocabulary.vector(asked)
        found: Floats = values @ self.weights[rows]
        return found


def train(examples: Sequence[Features], labels: Sequence[int], classes: int) -> Linear | None:
    """The model, or None where it would grow too big or there is nothing to tell apart."""
    if classes < 2:
        return None
    vocabulary = Vocabulary.of(examples, most=MOST_CELLS // classes)
    if vocabulary is None:
        return None
    vectors = [vocabulary.vector(example) for example in examples]
    return Linear(vocabulary, descend(vectors, labels, classes, len(vocabulary.weight)))


def descend(
    vectors: list[tuple[Ints, Floats]], labels: Sequence[int], classes: int, rows: int
) -> Floats:
    weights = np.zeros((rows, classes), dtype=np.float32)
    duals = np.zeros((len(vectors), classes), dtype=np.float32)
    sign = np.full(classes, -1, dtype=np.float32)
    soft = np.float32(1 / (2 * COST))
    for step in order(len(vectors), classes):
        at, x = vectors[step]
        label = labels[step]
        near = weights[at]
        sign[label] = 1
        dual = duals[step]
        slope = sign * (x @ near) - 1 + soft * dual
        moved = np.maximum(dual - slope / (x @ x + soft), 0)
        change = (moved - dual) * sign
        sign[label] = -1
        # Few columns still move after the first round; writing only those halves the time.
        columns = np.flatnonzero(np.abs(change) > STILL)
        dual[columns] = moved[columns]
        weights[at[:, None], columns] = near[:, columns] + x[:, None] * change[columns]
    return weights


def order(count: int, classes: int) -> Any:
    """Several shuffled rounds over all examples; fewer rounds where there are many."""
    work = max(1, count * (FIXED_WORK + classes))
    rounds = max(1, min(MOST_EPOCHS, MOST_WORK // work))
    shuffler = np.random.default_rng(0)  # the same book must always give the same matcher
    return np.concatenate([shuffler.permutation(count) for _ in range(rounds)])
