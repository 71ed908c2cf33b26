"""Strings as numbers, without keeping the strings: a book has tens of thousands of features."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.int64]
Ints = NDArray[np.intp]
Numbered = NDArray[np.int32] | Ints

LAST = np.iinfo(np.int64).max
"""Behind every hash and pair, so that looking up never runs off the end."""
UNKNOWN = -1


def hashed(things: Iterable[Hashable]) -> Hashes:
    """Python's own hashes: they differ between processes, so they may not be stored.

    They have 64 bits: that any two of a million strings share one is less likely than 1 : 10^7.
    """
    return np.fromiter(map(hash, things), np.int64)


class Numbers:
    """Each thing's number is its place among the sorted hashes."""

    def __init__(self, hashes: Hashes) -> None:
        self.hashes = np.unique(np.append(hashes, LAST))

    def __len__(self) -> int:
        return len(self.hashes)

    def of(self, hashes: Hashes) -> Ints:
        """The numbers, and UNKNOWN for what has none."""
        at = self.hashes.searchsorted(hashes)
        at[self.hashes[at] != hashes] = UNKNOWN
        return at

    def one(self, hash_: int) -> int:
        at = int(self.hashes.searchsorted(np.int64(hash_)))
        return at if self.hashes[at] == hash_ else UNKNOWN


class Pairs:
    """Which things go with which classes: a thing's number and a class', as one number."""

    def __init__(self, numbers: Numbered, labels: Numbered, classes: int) -> None:
        self.classes = classes
        pairs = numbers.astype(np.int64) * classes + labels
        self.pairs = np.unique(np.append(pairs, LAST))

    def have(self, numbers: Ints, labels: Ints) -> NDArray[np.bool_]:
        """A row for each class: which of the things go with it; an unknown one's pairs are below
        0, and so with none."""
        wanted = numbers * self.classes + labels[:, None]
        found: NDArray[np.bool_] = self.pairs[self.pairs.searchsorted(wanted)] == wanted
        return found
