"""Ridge regression over sparse features: what each of them says for each of some answers."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

BIAS = "*"  # beside the features of each
SOFT = 0.3  # how much a weight must be worth
STEPS = 100
TINY = np.float32(1e-20)  # what has converged moves no further


@dataclass(frozen=True)
class Weights:
    numbers: dict[str, int]
    """Of each feature the row of its weights."""
    rows: Floats

    def scores(self, features: Sequence[str]) -> Floats:
        """For each answer about +1 where it is right and -1 where not."""
        known = [self.numbers[each] for each in features if each in self.numbers]
        found: Floats = self.rows[known].sum(axis=0) * worth(len(features))
        found += self.rows[self.numbers[BIAS]]
        return found


def fitted(examples: Sequence[Sequence[str]], answers: Sequence[int]) -> Weights:
    """`answers`: of each example the number of what is right."""
    told = [[*features, BIAS] for features in examples]
    numbers = {each: at for at, each in enumerate(dict.fromkeys(itertools.chain(*told)))}
    wanted = np.full((len(told), max(answers) + 1), -1, np.float32)
    wanted[np.arange(len(told)), answers] = 1
    return Weights(numbers, descended(Rows(told, numbers), wanted))


def worth(size: int) -> float:
    """Of each of so many features: together they have length one."""
    return 1 / math.sqrt(max(size, 1))


def descended(rows: Rows, wanted: Floats) -> Floats:
    """By conjugate gradients, for all answers at once."""
    duals = np.zeros_like(wanted)
    rest = step = wanted
    size = (rest * rest).sum(axis=0)
    for _ in range(STEPS):
        moved = rows.times(rows.across(step)) + SOFT * step
        far = size / np.maximum((step * moved).sum(axis=0), TINY)
        duals = duals + far * step
        rest = rest - far * moved
        size, before = (rest * rest).sum(axis=0), size
        step = rest + size / np.maximum(before, TINY) * step
    return rows.across(duals)


class Rows:
    """The examples as a sparse matrix, to multiply with from either side."""

    def __init__(self, told: Sequence[Sequence[str]], numbers: dict[str, int]) -> None:
        """The bias comes last in each."""
        sizes = [len(row) for row in told]
        self.columns = np.array([numbers[each] for row in told for each in row])
        self.values = np.repeat([worth(size - 1) for size in sizes], sizes).astype(np.float32)
        self.values[np.cumsum(sizes) - 1] = 1
        self.values = self.values[:, None]
        self.starts = np.cumsum([0, *sizes[:-1]])
        order = np.argsort(self.columns, kind="stable")
        self.ordered = self.values[order]
        self.owners = np.repeat(np.arange(len(told)), sizes)[order]
        self.begins = np.searchsorted(self.columns[order], np.arange(len(numbers)))

    def times(self, weights: Floats) -> Floats:
        parts = weights.take(self.columns, axis=0)
        parts *= self.values
        found: Floats = np.add.reduceat(parts, self.starts)
        return found

    def across(self, duals: Floats) -> Floats:
        parts = duals.take(self.owners, axis=0)
        parts *= self.ordered
        found: Floats = np.add.reduceat(parts, self.begins)
        return found
