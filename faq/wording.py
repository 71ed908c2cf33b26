"""Which words entries are asked with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faq.examples import NO_KEY, Examples
from faq.numbers import UNKNOWN, Hashes, Ints, Numbers


class Wording:
    def __init__(self, examples: Examples, labels: Sequence[int], classes: int) -> None:
        self.classes = classes
        terms, owners = examples.terms()
        meant = np.array(labels, np.int64)[owners]
        self.pairs = np.unique(np.append(terms * np.int64(classes) + meant, UNKNOWN))
        """Each term with each entry that is asked with it, as one number."""
        exact = exact_of(examples.keys, labels)
        self.keys = Numbers(np.fromiter(exact, np.int64))
        self.entries = [exact.get(key) for key in self.keys.hashes.tolist()]

    def same(self, key: int) -> int | None:
        """The entry that is asked in these very words."""
        at = self.keys.of(np.array([key], np.int64))[0]
        return None if at == UNKNOWN else self.entries[at]

    def held(self, terms: Ints, entry: int) -> NDArray[np.bool_]:
        """Which of the terms the entry is asked with."""
        wanted = terms * self.classes + entry
        at = np.minimum(self.pairs.searchsorted(wanted), len(self.pairs) - 1)
        found: NDArray[np.bool_] = (self.pairs[at] == wanted) & (terms != UNKNOWN)
        return found


def exact_of(keys: Hashes, labels: Sequence[int]) -> dict[int, int]:
    """Phrasings by their words, where only one entry is asked so and some word tells what for."""
    found: dict[int, int] = {}
    shared = {NO_KEY}
    for key, label in zip(keys.tolist(), labels, strict=True):
        if found.setdefault(key, label) != label:
            shared.add(key)
    return {key: label for key, label in found.items() if key not in shared}
