"""Which words entries are asked with."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faq.matching.examples import Examples
from faq.text.hashing import UNKNOWN, Hashes, Ints, Numbers


class ExactWording:
    def __init__(
        self, examples: Examples, labels: Sequence[int], classes: int, entries: int
    ) -> None:
        """The first `entries` classes are entries: in the same words they go before others.

        Only others may be meant by weak words alone.
        """
        self.classes = classes
        terms, owners = examples.terms()
        meant_by = np.array(labels, np.int64)
        meant = meant_by[owners]
        self.pairs = np.unique(np.append(terms * np.int64(classes) + meant, UNKNOWN))
        """Each term with each entry that is asked with it, as one number."""
        named = meant_by < entries
        own, others = named & ~examples.bare, ~named
        exact = exact_of(examples.keys, meant_by, others) | exact_of(examples.keys, meant_by, own)
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


def exact_of(keys: Hashes, labels: Ints, which: NDArray[np.bool_]) -> dict[int, int]:
    """Those phrasings by their words, where only one class is asked so."""
    found: dict[int, int] = {}
    shared = set()
    for key, label in zip(keys[which].tolist(), labels[which].tolist(), strict=True):
        if found.setdefault(key, label) != label:
            shared.add(key)
    return {key: label for key, label in found.items() if key not in shared}
