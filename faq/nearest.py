"""The phrasings nearest to a question, by an inverted index that reads a bounded part of itself.

The rarest words are looked up first and bring in the candidates; common words only add to
candidates already in. So the time hardly depends on how many phrasings there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from faq.features import Features

MOST_POSTINGS = 4_000
MOST_CANDIDATES = 200

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


class Nearest:
    def __init__(self, examples: Sequence[Features]) -> None:
        found: dict[str, list[int]] = defaultdict(list)
        for number, example in enumerate(examples):
            for term in example.terms:
                found[term].append(number)
        self.count = len(examples)
        self.unseen = float(np.log(1 + self.count) + 1)
        self.idf = {
            term: float(np.log((1 + self.count) / (1 + len(numbers))) + 1)
            for term, numbers in found.items()
        }
        self.length = np.array([self.norm(example.terms) or 1.0 for example in examples])
        self.postings = {term: np.array(numbers, np.int32) for term, numbers in found.items()}

    def norm(self, terms: Sequence[str]) -> float:
        return float(np.sqrt(sum(self.idf.get(term, self.unseen) ** 2 for term in terms)))

    def similar(self, asked: Features) -> tuple[Ints, Floats]:
        """Numbers of the nearest phrasings and their cosines (unknown words count as a miss)."""
        terms = [term for term in asked.terms if term in self.postings]
        terms.sort(key=lambda term: len(self.postings[term]))
        numbers, sums, rest = self.gathered(terms)
        if not len(numbers):
            return numbers, sums
        if len(numbers) > MOST_CANDIDATES:
            kept = np.argpartition(-sums, MOST_CANDIDATES)[:MOST_CANDIDATES]
            kept.sort()
            numbers, sums = numbers[kept], sums[kept]
        for term in rest:
            sums += self.idf[term] ** 2 * self.holds(term, numbers)
        return numbers, (sums / (self.length[numbers] * self.norm(asked.terms))).astype(np.float32)

    def gathered(self, terms: list[str]) -> tuple[Ints, Floats, list[str]]:
        """Candidates from the rarest words, what those words add up to, and the words left."""
        chunks: list[Ints] = []
        weights: list[Floats] = []
        read = 0
        for at, term in enumerate(terms):
            numbers = self.postings[term]
            if read + len(numbers) > MOST_POSTINGS and chunks:
                return (*summed(chunks, weights), terms[at:])
            numbers = numbers[:MOST_POSTINGS]
            chunks.append(numbers)
            weights.append(np.full(len(numbers), self.idf[term] ** 2, np.float32))
            read += len(numbers)
        return (*summed(chunks, weights), [])

    def holds(self, term: str, numbers: Ints) -> NDArray[np.bool_]:
        """Which of the phrasings have the word; both lists are in order."""
        posting = self.postings[term]
        at = np.searchsorted(posting, numbers)
        at[at == len(posting)] = 0
        found: NDArray[np.bool_] = posting[at] == numbers
        return found


def summed(chunks: list[Ints], weights: list[Floats]) -> tuple[Ints, Floats]:
    if not chunks:
        return np.zeros(0, np.int32), np.zeros(0, np.float32)
    numbers, at = np.unique(np.concatenate(chunks), return_inverse=True)
    sums = np.bincount(at, np.concatenate(weights)).astype(np.float32)
    return numbers, sums
