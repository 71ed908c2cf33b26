"""Whose words a short message uses, counted in the phrasings themselves."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from faq.matching.corpus import Corpus
from faq.matching.examples import Asked
from faq.matching.inverted_index import InvertedIndex, Phrasings
from faq.text.hashing import UNKNOWN, Ints
from faq.text.language import Word
from faq.text.vocabulary import word_set

Shares = NDArray[np.float64]

of_bearers = partial(word_set, file="bearers.txt")
MOSTLY = 0.5
FEW = 2
"""Words of which some phrasing must hold all, or nobody can say whose they are."""
# Set on the tuning halves of tests/faq/labelled and of its folder broad, 2026-11-24.
OWNED = 0.55
"""Share of the phrasings in a short question's words from which their entry is meant outright."""

MOST = 0.65
"""The same where a disambiguation offers more than that entry."""
A_FEW = 3
"""Phrasings, fewer of which show nothing about it."""


class Ownership:
    def __init__(self, corpus: Corpus, index: InvertedIndex) -> None:
        self.index = index
        self.labels = corpus.labels
        self.of_entries = corpus.of_entries
        self.unambiguous = corpus.unambiguous
        self.of_book = of_book(corpus, index)
        """Of each word the share of its use that is not out of scope; of an unknown one 0."""

    def familiar(self, asked: Asked) -> bool:
        """Short, and all in words of the book."""
        return asked.short and self.used(asked.telling)

    def sole(self, asked: Asked, entry: int) -> bool:
        """Whether so few words can mean that entry only; more of them speak for themselves."""
        return not asked.short or self.share(asked.stems, asked.telling, entry) >= OWNED

    def owns(self, entry: int, asked: Asked) -> bool:
        """Whether others are hardly asked with those words at all."""
        together = self.holding(asked.telling)
        return len(together) >= A_FEW and self.part(together, entry) >= MOST

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
        postings = [self.in_entries(term) for term in terms.tolist()]
        postings = sorted((one for one in postings if len(one)), key=len)
        found = postings[0] if postings else np.zeros(0, np.int32)
        for other in postings[1:]:
            found = found[np.isin(found, other, assume_unique=True)]
        return found

    def in_entries(self, term: int) -> Phrasings:
        if term == UNKNOWN:
            return np.zeros(0, np.int32)
        posting = self.index.posting(term)
        return posting[: posting.searchsorted(self.of_entries)]

    def used(self, telling: Ints) -> bool:
        """Whether the book uses every word, and what is out of scope not oftener than it."""
        return len(telling) > 0 and bool((self.of_book[telling] >= MOSTLY).all())

    def of_another(self, asked: Asked) -> bool:
        """Whether a thing is named that the book does not know: "situs BMKG", "akun Shopee"."""
        return any(
            one.text in of_bearers("bearers") and self.is_name(two, number)
            for (one, two), number in zip(pairwise(asked.words), asked.stems[1:], strict=True)
        )

    def is_name(self, word: Word, number: int) -> bool:
        """No word of the dictionary that merely nobody asked with, as "ambruk"."""
        if word.weak or self.of_book[number] >= MOSTLY or word.text in of_bearers("no name"):
            return False
        return not word.known or bool(self.index.common[number] > 0)

    def of_out_of_scope(self, terms: Ints) -> NDArray[np.bool_]:
        """Which of them are known, and oftener from what is out of scope."""
        known = self.index.common[terms] > 0
        return known & (self.of_book[terms] < MOSTLY)


def of_book(corpus: Corpus, index: InvertedIndex) -> Shares:
    terms = np.repeat(np.arange(len(index.seen) - 1), index.seen[:-1])
    foreign = (index.postings >= corpus.of_entries) & (index.postings < corpus.unambiguous)
    out_of_scope = np.bincount(terms[foreign], minlength=len(index.seen))
    return np.where(index.seen > 0, 1 - out_of_scope / np.maximum(index.seen, 1), 0.0)
