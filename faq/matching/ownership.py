"""Whose words a short message uses, counted in the phrasings themselves."""

from __future__ import annotations

import numpy as np

from faq.matching.inverted_index import InvertedIndex, Phrasings
from faq.text.hashing import UNKNOWN, Ints

MOSTLY = 0.5
FEW = 2
"""Words of which some phrasing must hold all, or nobody can say whose they are."""


class Ownership:
    def __init__(
        self, nearest: InvertedIndex, labels: Phrasings, inside: int, strange: int
    ) -> None:
        """The first `inside` phrasings are the entries', the next `strange` the strangers'."""
        self.nearest = nearest
        self.labels = labels
        self.inside = inside
        self.strange = strange

    def share(self, stems: Ints, telling: Ints, entry: int) -> float:
        """The entry's part of the phrasings in those words, with or without the weak ones.

        Where no phrasing holds all of many words, nothing speaks against the entry.
        """
        together, told = self.holding(stems), self.part(self.holding(telling), entry)
        if not len(together) and len(stems) > FEW:
            return 1.0
        return max(self.part(together, entry), told)

    def part(self, phrasings: Phrasings, entry: int) -> float:
        return float((self.labels[phrasings] == entry).mean()) if len(phrasings) else 0.0

    def holding(self, terms: Ints) -> Phrasings:
        """The entries' phrasings that hold all those of the terms that any of them holds."""
        postings = [self.inside_posting(term) for term in terms.tolist()]
        postings = sorted((one for one in postings if len(one)), key=len)
        found = postings[0] if postings else np.zeros(0, np.int32)
        for other in postings[1:]:
            found = found[np.isin(found, other, assume_unique=True)]
        return found

    def inside_posting(self, term: int) -> Phrasings:
        if term == UNKNOWN:
            return np.zeros(0, np.int32)
        posting = self.nearest.posting(term)
        return posting[: posting.searchsorted(self.inside)]

    def used(self, telling: Ints) -> bool:
        """Whether the book uses every word, and strangers not oftener than it."""
        return len(telling) > 0 and all(self.of_book(term) >= MOSTLY for term in telling.tolist())

    def of_book(self, term: int) -> float:
        if term == UNKNOWN:
            return 0.0
        posting = self.nearest.posting(term)
        first, last = posting.searchsorted([self.inside, self.inside + self.strange])
        return float(1 - (last - first) / len(posting)) if len(posting) else 0.0
