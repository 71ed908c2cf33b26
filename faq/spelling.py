"""Slips of the finger: an unknown word's nearest neighbour among the words of the index.

Symmetric deletions find words one or two slips away in constant time, whatever the size of the
vocabulary; the consonants alone find those typed without vowels ("wjib", "prnt").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

SHORTEST = 4
LONGEST = 24
PREFIX = 9
"""Deletions are made in a word's first letters only: it bounds the index."""
MOST_CANDIDATES = 48
VOWELS = str.maketrans("", "", "aeiouy")


class Spelling:
    """Built once from words with their counts; `nearest` is pure and cached."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = {word: count for word, count in counts.items() if eligible(word)}
        self.near: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self.counts, key=lambda word: (-self.counts[word], word)):
            for key in keys(word):
                self.near[key].append(word)
        self.nearest = lru_cache(maxsize=20_000)(self.look_up)

    def look_up(self, typed: str) -> str | None:
        """The word most likely meant, or None when nothing is near enough."""
        if not SHORTEST - 1 <= len(typed) <= LONGEST or not typed.isalpha():
            return None
        best, best_cost = None, allowance(typed)
        for word in self.candidates(typed):
            cost = distance(typed, word)
            if cost < best_cost:
                best, best_cost = word, cost
        return best

    def candidates(self, typed: str) -> Iterable[str]:
        found: dict[str, None] = {}
        for key in keys(typed):
            found.update(dict.fromkeys(self.near.get(key, ())[:MOST_CANDIDATES]))
        return found


def eligible(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def keys(word: str) -> set[str]:
    head = word[:PREFIX]
    deletions = {head[:at] + head[at + 1 :] for at in range(len(head))}
    bones = word[:1] + word[1:].translate(VOWELS)
    return {head, *deletions, f"#{bones}"} if len(bones) > 2 else {head, *deletions}


def allowance(typed: str) -> float:
    """Costs below this are slips: about one in four letters."""
    return 0.55 + 0.25 * len(typed)


def distance(typed: str, word: str) -> float:
    """Slips between two words; a left-out vowel is half a slip, another first letter half more."""
    slips = float(DamerauLevenshtein.distance(typed, word))
    if typed[0] == word[0] and consonants(typed) == consonants(word):
        slips *= 0.5
    return slips + (0.5 if typed[0] != word[0] else 0.0)


def consonants(word: str) -> str:
    return word.translate(VOWELS)
