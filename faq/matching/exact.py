"""Which words each class is asked with: some of them, or exactly those of a message."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faq.matching.corpus import Corpus
from faq.matching.examples import Examples
from faq.text.hashing import UNKNOWN, Hashes, Ints, Numbers, Pairs

EXACT = 0.95
"""How sure a question in a phrasing's very words is: what an officer adds must be heard."""


class ExactIndex:
    def __init__(self, corpus: Corpus, examples: Examples) -> None:
        """In the same words entries go before others; only those others may be meant by weak
        words alone."""
        terms, owners = examples.terms()
        meant_by = corpus.labels.astype(np.int64)
        self.pairs = Pairs(terms, meant_by[owners], len(corpus.classes))
        """Each term with each class that is asked with it."""
        named = meant_by < corpus.classes.entries
        own, others = named & ~examples.bare, ~named
        exact = exact_of(examples.keys, meant_by, others) | exact_of(examples.keys, meant_by, own)
        self.keys = Numbers(np.fromiter(exact, np.int64))
        self.labels = [exact.get(key) for key in self.keys.hashes.tolist()]

    def same(self, key: int) -> int | None:
        """The class that is asked in these very words."""
        at = self.keys.one(key)
        return None if at == UNKNOWN else self.labels[at]

    def held(self, terms: Ints, label: int) -> NDArray[np.bool_]:
        """Which of the terms the class is asked with."""
        found: NDArray[np.bool_] = self.pairs.have(terms, np.array([label]))[0]
        return found


def exact_of(keys: Hashes, labels: Ints, which: NDArray[np.bool_]) -> dict[int, int]:
    """Those phrasings by their words, where only one class is asked so."""
    found: dict[int, int] = {}
    shared = set()
    for key, label in zip(keys[which].tolist(), labels[which].tolist(), strict=True):
        if found.setdefault(key, label) != label:
            shared.add(key)
    return {key: label for key, label in found.items() if key not in shared}
