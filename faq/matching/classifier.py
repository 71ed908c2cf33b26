"""A linear model over sparse features: one column of weights for each class.

Trained when the matcher is built, by dual coordinate descent on the squared hinge loss (Hsieh et
al., 2008), all columns of a phrasing in one numpy step. Unlike counting, it learns which words
tell two neighbouring entries apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

from faq.matching.examples import Examples
from faq.text.hashing import UNKNOWN, Ints, Numbered

Floats = NDArray[np.float32]

MOST_CELLS = 16_000_000
"""Weights that are kept at most: about 64 MB."""
MOST_WORK = 30_000_000
"""Training stops in time: a step costs a fixed part, worth 200 classes, and a part for each."""
FIXED_WORK = 200
MOST_EPOCHS = 16
"""Then nearly nothing moves any more: in another order of the examples 3 of 2,696 labelled
questions are answered otherwise. After five rounds it was 37, as with a dozen phrasings more."""
COST = 1.0
RAREST = (2, 4, 8, 16)
BIAS = 1.0
STILL = 0.003


class Scale:
    """Which features count, and how much each says."""

    def __init__(self, examples: Examples, first: int, *, most: int) -> None:
        """At most so many rows: the more there would be, the oftener a piece must come.

        What stands in the first examples counts by those alone.
        """
        size = len(examples.vocabulary)
        end = int(examples.sizes[:first].sum())
        seen = np.bincount(examples.flat[:end], minlength=size)
        ranked = np.bincount(examples.flat[:end], examples.ranks[:end], minlength=size)
        behind = np.bincount(examples.flat[end:], examples.ranks[end:], minlength=size)
        ranked = np.where(seen > 0, ranked, behind)
        kept: Ints = np.zeros(0, np.intp)
        for rarest in RAREST:
            kept = np.flatnonzero(ranked >= rarest)
            if len(kept) < most:
                break
        self.fits = len(kept) < most
        self.rows = np.full(size + 1, UNKNOWN, np.int32)
        """Of each feature the row of its weights; the last is an unknown one's."""
        self.rows[kept] = np.arange(len(kept))
        idf = np.log((1 + first) / (1 + seen[kept])) + 1
        self.weight = np.append(idf, BIAS).astype(np.float32)

    def vector(self, blocks: Sequence[Numbered]) -> tuple[Ints, Floats]:
        """Row numbers and values; every block has length one, the last row is the bias."""
        parts = [self.rows[block] for block in blocks]
        parts = [part[part != UNKNOWN] for part in parts]
        rows = np.concatenate([*parts, [len(self.weight) - 1]])
        values = self.weight[rows]
        start = 0
        for part in parts:
            values_ = values[start : start + len(part)]
            if len(part):
                values_ /= np.sqrt(values_ @ values_)
            start += len(part)
        return rows, values


class Classifier:
    def __init__(self, scale: Scale, weights: Floats) -> None:
        self.scale = scale
        self.step = float(np.abs(weights).max()) / np.iinfo(np.int16).max
        self.weights = np.rint(weights / self.step).astype(np.int16)
        """In steps: half the memory, and unlike half floats read as quickly as whole ones."""

    def scores(self, blocks: Sequence[Numbered]) -> Floats:
        """For each class about +1 where it is meant and -1 where not."""
        rows, values = self.scale.vector(blocks)
        found: Floats = (values * self.step) @ self.weights[rows].astype(np.float32)
        return found


@dataclass(frozen=True)
class KeptApart:
    """Examples that must not change what the first classes are like.

    They come last, and those classes learn from the others in the order they have without them.
    """

    first: int
    """The number of the first such example."""
    spared: int
    """How many classes learn nothing from them."""


def train(
    examples: Examples, labels: Sequence[int], classes: int, apart: KeptApart
) -> Classifier | None:
    """The model, or None where it would grow too big or there is nothing to tell apart."""
    if classes < 2:
        return None
    scale = Scale(examples, apart.first, most=MOST_CELLS // classes)
    if not scale.fits:
        return None
    return Classifier(scale, descend(Vectors(examples, scale), labels, classes, apart))


class Vectors:
    """Those of all examples, one behind the other in two arrays: as pairs they take twice."""

    def __init__(self, examples: Examples, scale: Scale) -> None:
        most = len(examples.flat) + len(examples)
        self.rows = np.empty(most, np.int32)
        self.values = np.empty(most, np.float32)
        ends = [0]
        for blocks in examples.blocks():
            rows, values = scale.vector(blocks)
            here = slice(ends[-1], ends[-1] + len(rows))
            self.rows[here], self.values[here] = rows, values
            ends.append(here.stop)
        self.ends = ends
        self.width = len(scale.weight)

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, at: int) -> tuple[NDArray[np.int32], Floats]:
        here = slice(self.ends[at], self.ends[at + 1])
        return self.rows[here], self.values[here]


def descend(vectors: Vectors, labels: Sequence[int], classes: int, apart: KeptApart) -> Floats:
    weights = np.zeros((vectors.width, classes), dtype=np.float32)
    duals = np.zeros((len(vectors), classes), dtype=np.float32)
    sign = np.full(classes, -1, dtype=np.float32)
    soft = np.float32(1 / (2 * COST))
    examples = [vectors[at] for at in range(len(vectors))]
    curves = [x @ x + soft for _, x in examples]
    for step in order(len(vectors), apart.first, classes):
        at, x = examples[step]
        label = labels[step]
        near = weights[at]
        sign[label] = 1
        dual = duals[step]
        slope = x @ near
        slope *= sign  # in place, here and below: the arrays are small, and making them is dear
        slope -= 1
        slope += soft * dual
        slope /= curves[step]
        moved = dual - slope
        np.maximum(moved, 0, out=moved)
        change = moved - dual
        change *= sign
        sign[label] = -1
        # Few columns still move after the first round; writing only those halves the time.
        if step >= apart.first:
            change[: apart.spared] = 0
        columns = (np.abs(change) > STILL).nonzero()[0]
        dual[columns] = moved[columns]
        weights[at[:, None], columns] = near[:, columns] + x[:, None] * change[columns]
    return weights


def order(count: int, first: int, classes: int) -> Iterator[int]:
    """Several shuffled rounds over all examples, the first ones in the order they have alone.

    Fewer rounds where there are many.
    """
    work = max(1, count * (FIXED_WORK + classes))
    shuffler, mixer = Random(0), Random(0)  # the same book must always give the same matcher
    for _ in range(max(1, min(MOST_EPOCHS, MOST_WORK // work))):
        steps = iter(shuffler.sample(range(first), first))
        between = iter(mixer.sample(range(first, count), count - first))
        kinds = [steps] * first + [between] * (count - first)
        mixer.shuffle(kinds)
        yield from map(next, kinds)
