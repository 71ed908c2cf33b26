"""Where in an office the words of a question are at home.

Two who ask the same in other words ("gelar belum tertulis", "nama tanpa titel") share none, but
their words stand on the same shelves: beside the same entries of the book, the same topics that
it has nothing about, the same affairs. (Explicit semantic analysis: Gabrilovich and Markovitch,
2007, with what is at hand in place of an encyclopedia.)
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

MOST = 20
"""Shelves by which a question is known. Tried with 12 and with 40: tests/bench/learning."""

Weights = dict[str, float]


class Shelves:
    def __init__(
        self, parts: Mapping[str, Mapping[str, int]], rarity: Callable[[str], float]
    ) -> None:
        """`parts`: of each shelf how often each word stands there."""
        self._rarity = rarity
        self._homes = homes(parts, rarity)

    def __bool__(self) -> bool:
        return bool(self._homes)

    def of(self, words: Sequence[str]) -> Weights:
        found = defaultdict[str, float](float)
        for word in words:
            rare = self._rarity(word)
            for shelf, share in self._homes.get(word, {}).items():
                found[shelf] += rare * share
        best = sorted(found, key=lambda shelf: (-found[shelf], shelf))[:MOST]
        return {shelf: found[shelf] for shelf in best}


def homes(
    parts: Mapping[str, Mapping[str, int]], rarity: Callable[[str], float]
) -> dict[str, Weights]:
    """Of each word, with length 1, on which shelves it stands: a shelf of many words says less
    of each, and a word that stands everywhere says nothing of any."""
    found = defaultdict[str, Weights](dict)
    for number, words in enumerate(parts.values()):
        # Sorted, for the order of a sum shows in its last digits.
        said = unit({word: math.log1p(words[word]) * rarity(word) for word in sorted(words)})
        for word, share in said.items():
            found[word][f"@{number}"] = share
    return {word: unit(shares) for word, shares in found.items()}


def unit(weights: Weights) -> Weights:
    length = math.sqrt(sum(value * value for value in weights.values()))
    return {part: value / length for part, value in weights.items()} if length else {}
