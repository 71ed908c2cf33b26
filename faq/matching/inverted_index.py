"""The phrasings nearest to a question, by an inverted index that reads a bounded part of itself.

The rarest words are looked up first and bring in the candidates; common words only add to
candidates already in. So the time hardly depends on how many phrasings there are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from faq.matching.examples import Examples
from faq.text.hashing import Numbered

MOST_POSTINGS = 4_000
MOST_CANDIDATES = 200

Phrasings = NDArray[np.int32]
Counts = NDArray[np.int32]
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]


class InvertedIndex:
    def __init__(self, examples: Examples, counted: int) -> None:
        """Only the first `counted` phrasings say how rare a word is."""
        terms, owners = examples.terms()
        self.postings: Phrasings = owners[np.argsort(terms, kind="stable")]
        """The phrasings of the first term, then those of the second, and so on."""
        seen = np.bincount(terms, minlength=len(examples.vocabulary))
        self.seen: Counts = np.append(seen, 0).astype(np.int32)
        """In how many phrasings each term stands; unknown ones in none."""
        self.starts = np.append(0, np.cumsum(seen)).astype(np.int32).data
        common = np.bincount(terms[owners < counted], minlength=len(examples.vocabulary))
        self.common = np.append(common, 0).astype(np.int32)
        """In how many of the counted phrasings each term stands; unknown ones in none."""
        self.weights: Doubles = np.log((1 + counted) / (1 + self.common)) + 1
        self.squares = self.weights**2
        squares = np.bincount(owners, self.squares[terms], minlength=len(examples))
        self.length = np.sqrt(np.where(squares > 0, squares, 1.0))

    def idf(self, terms: Numbered) -> Doubles:
        """What each term weighs: the rarer the more, and unknown ones most."""
        found: Doubles = self.weights[terms]
        return found

    def similar(self, terms: Numbered) -> tuple[Phrasings, Floats]:
        """Numbers of the nearest phrasings and their cosines (unknown words count as a miss)."""
        seen = self.seen[terms]
        squares = self.squares[terms]
        order = seen.argsort(kind="stable")
        order = order[seen[order].searchsorted(0, "right") :]
        numbers, sums, read = self.gathered(terms[order], squares[order], seen[order])
        if not len(numbers):
            return numbers, sums
        if len(numbers) > MOST_CANDIDATES:
            kept = (-sums).argpartition(MOST_CANDIDATES)[:MOST_CANDIDATES]
            kept.sort()
            numbers, sums = numbers[kept], sums[kept]
        for at in order[read:].tolist():
            sums += squares[at] * self.holds(terms[at], numbers)
        return numbers, (sums / (self.length[numbers] * np.sqrt(squares.sum()))).astype(np.float32)

    def gathered(
        self, terms: Numbered, squares: Doubles, seen: Counts
    ) -> tuple[Phrasings, Floats, int]:
        """Candidates from the rarest terms, what those add up to, and how many were read."""
        if not len(terms):
            return np.zeros(0, np.int32), np.zeros(0, np.float32), 0
        read = max(1, int(seen.cumsum().searchsorted(MOST_POSTINGS, "right")))
        chunks = [self.posting(term)[:MOST_POSTINGS] for term in terms[:read].tolist()]
        counts = np.minimum(seen[:read], MOST_POSTINGS)
        weights = squares[:read].astype(np.float32).repeat(counts)
        sums = np.bincount(np.concatenate(chunks), weights)
        numbers = (sums != 0).nonzero()[0]  # flatnonzero(sums) takes four times as long
        return numbers.astype(np.int32), sums[numbers].astype(np.float32), read

    def posting(self, term: int) -> Phrasings:
        return self.postings[self.starts[term] : self.starts[term + 1]]

    def holds(self, term: int, numbers: Phrasings) -> NDArray[np.bool_]:
        """Which of the phrasings have the term; both lists are in order."""
        posting = self.posting(term)
        at = posting.searchsorted(numbers)
        at[at == len(posting)] = 0
        found: NDArray[np.bool_] = posting[at] == numbers
        return found
