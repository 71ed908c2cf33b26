"""Questions that ask the same thing, put together, largest group first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from faq.text.features import features

LIKE = 0.45  # of the words two questions have between them, by weight


@dataclass(frozen=True)
class Cluster:
    """`members` are places in the given sequence; the first is the one that speaks for all."""

    members: tuple[int, ...]


def cluster(questions: Sequence[str]) -> list[Cluster]:
    """Each question joins the group whose leader it resembles most, or leads its own.

    Words are stems; rare ones weigh more. Questions without any known shape stand alone.
    """
    stems = [frozenset(word.stem for word in features(text).words) for text in questions]
    seen = Counter(stem for each in stems for stem in each)
    weight = {stem: 1.0 / (1.0 + 0.5 * count) + 0.2 for stem, count in seen.items()}
    groups: list[list[int]] = []
    leaders: defaultdict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(stems):
        near = {group for stem in own for group in leaders[stem]}
        best = max(near, key=lambda g: _alike(own, stems[groups[g][0]], weight), default=None)
        if best is not None and _alike(own, stems[groups[best][0]], weight) >= LIKE:
            groups[best].append(at)
            continue
        for stem in own:
            leaders[stem].append(len(groups))
        groups.append([at])
    return [Cluster(tuple(group)) for group in sorted(groups, key=lambda g: (-len(g), g[0]))]


def _alike(one: frozenset[str], other: frozenset[str], weight: dict[str, float]) -> float:
    both = sum(weight[stem] for stem in one & other)
    either = sum(weight[stem] for stem in one | other)
    return both / either if either else 0.0
