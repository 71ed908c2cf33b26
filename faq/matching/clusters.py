"""Questions that ask the same thing, put together, largest group first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from faq.text.language import meant, plain

LIKE = 0.45  # of the words two questions have between them, by weight


@dataclass(frozen=True)
class Cluster:
    """`members` are places in the given sequence; the first is the one that speaks for all."""

    members: tuple[int, ...]


def cluster(questions: Sequence[str]) -> list[Cluster]:
    """Each question joins the group whose leader it resembles most, or leads its own.

    Words are stems; rare ones weigh more. Questions without any known shape stand alone.
    """
    stems = [_stems(text) for text in questions]
    seen = Counter(stem for each in stems for stem in each)
    leaders = _Leaders({stem: 1.0 / (1.0 + 0.5 * count) + 0.2 for stem, count in seen.items()})
    groups: list[list[int]] = []
    for at, own in enumerate(stems):
        group = leaders.nearest(own)
        if group is None:
            leaders.add(own)
            groups.append([at])
        else:
            groups[group].append(at)
    return [Cluster(tuple(group)) for group in sorted(groups, key=lambda g: (-len(g), g[0]))]


@lru_cache(maxsize=8_192)  # the same questions wait for days, and are looked at again and again
def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in meant(plain(text)))


class _Leaders:
    """Finds the nearest without looking at all of them.

    Two that are alike have more than half of neither's weight apart. So of each only so many
    words, the rarest first, need be looked up until what is left could not make them alike
    (Chaudhuri, Ganti and Kaushik 2006, "A primitive operator for similarity joins").
    """

    def __init__(self, weight: dict[str, float]) -> None:
        self._weight = weight
        self._known: list[tuple[frozenset[str], float]] = []
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, own: frozenset[str]) -> None:
        for stem in self._telling(own):
            self._by_word[stem].append(len(self._known))
        self._known.append((own, self._heavy(own)))

    def nearest(self, own: frozenset[str]) -> int | None:
        """The place of the most alike, of equals the first; None where none is alike enough."""
        near = {place for stem in self._telling(own) for place in self._by_word[stem]}
        total = self._heavy(own)
        best, found = LIKE, None
        for place in sorted(near):
            other, others = self._known[place]
            if min(total, others) < best * max(total, others):
                continue
            both = self._heavy(own & other)
            alike = both / (total + others - both)
            if alike > best or (alike == best and found is None):
                best, found = alike, place
        return found

    def _telling(self, own: frozenset[str]) -> list[str]:
        rarest_first = sorted(own, key=lambda stem: (-self._weight[stem], stem))
        left, enough = self._heavy(own), LIKE * self._heavy(own)
        told = []
        for stem in rarest_first:
            if left < enough:
                break
            told.append(stem)
            left -= self._weight[stem]
        return told

    def _heavy(self, stems: frozenset[str]) -> float:
        return sum(map(self._weight.__getitem__, stems))
