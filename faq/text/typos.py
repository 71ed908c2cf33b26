"""A word nobody knows, put right by the words of the index.

It is a slip of the finger, and its nearest neighbour is meant; or words without the blanks.
Symmetric deletions find words one or two slips away in constant time, whatever the size of the
vocabulary; the consonants alone find those typed without vowels ("wjib", "prnt").
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import DamerauLevenshtein

from faq.text.hashing import hashed
from faq.text.lexicon import lexicon
from faq.text.run_together import RunTogether
from faq.text.standard_spelling import spelled

SHORTEST = 4
BEGINNING = 3  # letters of a word that may stand for it
LONGEST = 24
PREFIX = 9
"""Deletions are made in a word's first letters only: it bounds the index."""
MOST_CANDIDATES = 48
CACHED = 2048
SHORTEST_SLANG = 5
SHORTEST_CUT, LONGEST_BY_CUT = 5, 2
"""Letters that may stand for a word that goes on, and how many times as long it may be."""
BONES = str.maketrans("f", "v", "aeiouy")
"""F and v sound alike: "aktifitas"."""


class Spelling:
    """Built once from words with their counts; `nearest` is pure and cached."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        words = filter(eligible, counts)
        self.words = tuple(sorted(words, key=lambda word: (-counts[word], word)))
        """The commonest first; a word's place in here is its number."""
        hashes, numbers = array("q"), array("i")
        for number, word in enumerate(self.words):
            for key in keys(word):
                hashes.append(hash(key))
                numbers.append(number)
        told = np.frombuffer(hashes, np.int64)
        order = np.argsort(told, kind="stable")
        self.hashes = told[order]
        """Of all keys of all words, in order; beside each the word that has it."""
        self.numbers: NDArray[np.int32] = np.frombuffer(numbers, np.int32)[order]
        self.places = sorted(range(len(self.words)), key=self.words.__getitem__)
        self.nearest = lru_cache(maxsize=CACHED)(self.look_up)

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

    def begun(self, typed: str) -> str | None:
        """The commonest word that was cut short: "authentic…"."""
        if len(typed) < SHORTEST_CUT:
            return None
        found = []
        for place in self.places[bisect_left(self.places, typed, key=self.words.__getitem__) :]:
            word = self.words[place]
            if not word.startswith(typed):
                break
            if len(word) <= LONGEST_BY_CUT * len(typed):
                found.append(place)
        return self.words[min(found)] if found else None

    def candidates(self, typed: str) -> list[str]:
        """The commonest first, so that of two equally near words the commoner is meant."""
        wanted = hashed(keys(typed))
        starts = self.hashes.searchsorted(wanted, "left").tolist()
        ends = self.hashes.searchsorted(wanted, "right").tolist()
        found = {
            number
            for start, end in zip(starts, ends, strict=True)
            for number in self.numbers[start : min(end, start + MOST_CANDIDATES)].tolist()
        }
        return [self.words[number] for number in sorted(found)]


def nearest(typed: str, words: Collection[str]) -> str | None:
    """The one that was most likely meant, of a few, misspelled or cut short; None where none is
    near enough."""
    typed = typed.casefold()[:LONGEST]
    near = [(distance(typed, word), word) for word in words] if typed else []
    cost, word = min(near, default=(LONGEST, ""))
    if cost < allowance(typed):
        return word
    begun = [word for word in words if len(typed) >= BEGINNING and word.startswith(typed)]
    return begun[0] if len(begun) == 1 else None


def eligible(word: str) -> bool:
    return SHORTEST <= len(word) <= LONGEST and word.isalpha()


def keys(word: str) -> set[str]:
    head = word[:PREFIX]
    deletions = {head[:at] + head[at + 1 :] for at in range(len(head))}
    bones = word[:1] + word[1:].translate(BONES)
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
    return word.translate(BONES)


class Corrector:
    """Callable: one word -> the word or words it stands for."""

    def __init__(self, seen: Counter[str]) -> None:
        """`seen`: how often each word stands in the phrasings."""
        self.seen = seen
        counts = dict(seen)
        slang = (form[0] for form in lexicon().slang if len(form) == 1)
        for word in (*lexicon().stop, *(word for word in slang if len(word) >= SHORTEST_SLANG)):
            counts.setdefault(word, 1)
        self.spelling = Spelling(counts)
        self.together = RunTogether(seen)
        self.cached = lru_cache(maxsize=CACHED)(self.corrected)

    def __call__(self, word: str) -> tuple[str, ...]:
        return (word,) if word in self.seen else self.cached(word)

    def corrected(self, word: str) -> tuple[str, ...]:
        near = self.spelling.nearest(word)
        if near:
            return spelled(near)
        parts = self.together.parted(word)
        if not parts and (whole := self.spelling.begun(word)):
            return spelled(whole)
        return tuple(standard for part in parts for standard in spelled(part)) or (word,)
