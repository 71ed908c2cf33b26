"""Questions that ask the same thing, put together, largest group first."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from faq.text.language import meant, plain

LIKE = 0.45  # of the words two questions have between them, by weight
SAME = 1e-9  # sums in another order
# What bounds the time, however strange the questions: without, it grows with their square.
MOST_LETTERS = 200  # of a question; by then it has said what it is about
MOST_STEMS = 16


@dataclass(frozen=True)
class Cluster:
    """`members` are places in the given sequence; the first is the one that speaks for all."""

    members: tuple[int, ...]


def cluster(questions: Sequence[str]) -> list[Cluster]:
    """Each question joins the group whose leader it resembles most, or leads its own.

    Words are stems; rare ones weigh more. Questions without any known shape stand alone.
    """
    stems = [_stems(text[:MOST_LETTERS]) for text in questions]
    seen = Counter(stem for each in stems for stem in each)
    leaders = _Leaders(
        {stem: 1.0 / (1.0 + 0.5 * count) + 0.2 for stem, count in seen.items()}, len(stems)
    )
    groups: list[list[int]] = []
    place_of: dict[frozenset[str], int] = {}  # of the very same words
    for at, own in enumerate(stems):
        group = place_of.get(own) if own else None
        if group is None:
            group = leaders.nearest(own)
        if group is None:
            leaders.add(own)
            group = len(groups)
            groups.append([])
        groups[group].append(at)
        place_of[own] = group
    return [Cluster(tuple(group)) for group in sorted(groups, key=lambda g: (-len(g), g[0]))]


@lru_cache(maxsize=8_192)  # the same questions wait for days, and are looked at again and again
def _stems(text: str) -> frozenset[str]:
    return frozenset(list(dict.fromkeys(word.stem for word in meant(plain(text))))[:MOST_STEMS])


class _Leaders:
    """Finds the nearest by adding up, for all of them at once, the weight of each shared word."""

    def __init__(self, weight: dict[str, float], most: int) -> None:
        self._weight = weight
        self._heavy = np.zeros(most)
        self._count = 0
        self._by_word: defaultdict[str, array[int]] = defaultdict(lambda: array("q"))

    def add(self, own: frozenset[str]) -> None:
        for stem in own:
            self._by_word[stem].append(self._count)
        self._heavy[self._count] = self._sum(own)
        self._count += 1

    def nearest(self, own: frozenset[str]) -> int | None:
        """The place of the most alike, of equals the first; None where none is alike enough."""
        known = [stem for stem in own if stem in self._by_word]
        if not known:
            return None
        places = [self._by_word[stem] for stem in known]
        weights = [self._weight[stem] for stem in known]
        # In one pass: one for each of the words takes five times as long.
        shared = np.bincount(
            np.frombuffer(b"".join(places), np.int64),
            np.repeat(weights, [len(some) for some in places]),
            self._count,
        )
        alike = shared / (self._heavy[: self._count] + self._sum(own) - shared)
        best = int(alike.argmax())
        if alike[best] < LIKE:
            return None
        return int((alike > alike[best] - SAME).argmax())

    def _sum(self, stems: frozenset[str]) -> float:
        return sum(map(self._weight.__getitem__, stems))
