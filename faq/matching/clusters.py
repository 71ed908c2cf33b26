"""Questions that ask the same thing, put together, largest group first.

Each new question is compared once with those before it; a look then only joins what is near, so
that the same thousands may be looked at again and again.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from faq.matching.kinship import Answered, WeighedSketch, probability, shared
from faq.matching.likeness import Likeness, Rarity, Sketch, SketchIndex

# Tried on the book without some of its entries and on played weeks, 2026-11-28:
# tests/bench/learning.
LIKELY = 0.28
"""How likely the members of a group ask the same, one with another, on the average;"""
LIKE = 0.28
"""without a book, which tells what words are worth, how alike they are."""
NEAR = 0.1
"""What is less alike than this counts as nothing."""
TWIN = 0.6
"""From here on one stands for the other."""
# What bounds time and memory, however many and strange the questions.
MOST_NEAR = 12
MOST_POSTINGS = 1_000
MOST_KEPT = 15_000


@dataclass(frozen=True)
class Cluster:
    """`members` are places in the given sequence; the first is the one that speaks for all."""

    members: tuple[int, ...]


def cluster(questions: Sequence[str]) -> list[Cluster]:
    """By their words alone, of which those weigh most that are rare among them."""
    return Clusters(Likeness(lambda: Rarity(questions))).of(questions)


class Clusters:
    """Remembers which questions are near which, from one look to the next."""

    def __init__(self, likeness: Likeness, words: Likeness | None = None) -> None:
        """`words`: the same by words alone, for those who want to compare by these."""
        self.likeness = likeness
        self.words = words or likeness
        self._lock = Lock()
        self._neighbours = Neighbours(likeness)
        self._seen: tuple[frozenset[int], dict[int, int]] = frozenset(), {}

    def of(
        self, questions: Sequence[str], answers: Sequence[Answered | None] | None = None
    ) -> list[Cluster]:
        """`answers`: what the book answered each with, if anything."""
        asked = list(zip(questions, answers or [None] * len(questions), strict=True))
        with self._lock:
            if len(self._neighbours) > MOST_KEPT:
                self._neighbours = Neighbours(self.likeness)
                self._seen = frozenset(), {}
            for one in dict.fromkeys(asked):
                if one not in self._neighbours:
                    self._neighbours.add(one)
            leaders = [self._neighbours.leader(one) for one in asked]
            group_of = self._groups(frozenset(leaders))
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for at, leader in enumerate(leaders):
            groups[group_of[leader]].append(at)
        order = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
        return [Cluster(tuple(group)) for group in order]

    def _groups(self, leaders: frozenset[int]) -> dict[int, int]:
        """Of those that were looked at last, the same once more."""
        if self._seen[0] != leaders:
            least = LIKELY if self.likeness.rarity.shelves else LIKE
            self._seen = leaders, joined(sorted(leaders), self._neighbours, least)
        return self._seen[1]


Asked = tuple[str, Answered | None]
"""A question's words, and what it was answered with."""


class Neighbours:
    """Questions by number. What is as good as the same as another has that one's number."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._leader: dict[Asked, int] = {}
        self._near: list[dict[int, float]] = []
        self._known: list[WeighedSketch] = []
        self._index = SketchIndex(MOST_POSTINGS)

    def __len__(self) -> int:
        return len(self._leader)

    def __contains__(self, asked: Asked) -> bool:
        return asked in self._leader

    def leader(self, asked: Asked) -> int:
        return self._leader[asked]

    def of(self, number: int) -> dict[int, float]:
        """Those that came before it and are near, and how near."""
        return self._near[number]

    def add(self, asked: Asked) -> None:
        text, answer = asked
        own = WeighedSketch.by(self._likeness.sketch(text), answer)
        near = self._nearest(own.sketch)
        entry = answer and answer.entry
        twins = [number for number in near if self._answered_with(number) == entry]
        best = max(twins, key=lambda number: near[number], default=None)
        if best is not None and near[best] >= TWIN:
            self._leader[asked] = best
            return
        self._leader[asked] = self._index.add(own.sketch)
        self._near.append(self._weighed(own, near))
        self._known.append(own)

    def _answered_with(self, number: int) -> str | None:
        answer = self._known[number].answer
        return answer and answer.entry

    def _weighed(self, own: WeighedSketch, near: dict[int, float]) -> dict[int, float]:
        """What was counted from a book tells how likely it is that they ask the same."""
        rarity = self._likeness.rarity
        if not rarity.shelves:
            return near
        return {
            number: probability(shared(own, self._known[number], rarity.of)) for number in near
        }

    def _nearest(self, sketch: Sketch) -> dict[int, float]:
        alike = self._index.alike(sketch)
        near = np.flatnonzero(alike >= NEAR)
        if len(near) > MOST_NEAR:
            near = near[np.argsort(-alike[near], kind="stable")[:MOST_NEAR]]
        return dict(zip(near.tolist(), alike[near].tolist(), strict=True))


def joined(numbers: Sequence[int], neighbours: Neighbours, least: float) -> dict[int, int]:
    """Of each its group: the two groups that are most alike on the average become one, as long
    as there are such that are at least so much alike."""
    members = {number: [number] for number in numbers}
    links: dict[int, dict[int, float]] = {number: {} for number in members}
    for number in members:
        for other, alike in neighbours.of(number).items():
            if other in members:
                links[number][other] = links[other][number] = alike
    heap = [
        (-alike, one, other)
        for one, near in links.items()
        for other, alike in near.items()
        if one < other and alike >= least
    ]
    heapq.heapify(heap)
    while heap:
        told, one, other = heapq.heappop(heap)
        if other not in links.get(one, ()) or -told != mean(links, members, one, other):
            continue  # of groups that have changed since
        _join(links, members, one, other)
        for third in links[one]:
            alike = mean(links, members, one, third)
            if alike >= least:
                heapq.heappush(heap, (-alike, min(one, third), max(one, third)))
    return {number: group for group, some in members.items() for number in some}


def mean(
    links: dict[int, dict[int, float]], members: dict[int, list[int]], one: int, other: int
) -> float:
    return links[one][other] / (len(members[one]) * len(members[other]))


def _join(
    links: dict[int, dict[int, float]], members: dict[int, list[int]], one: int, other: int
) -> None:
    members[one] += members.pop(other)
    for third, alike in links.pop(other).items():
        del links[third][other]
        if third != one:
            links[one][third] = links[third][one] = links[one].get(third, 0.0) + alike
