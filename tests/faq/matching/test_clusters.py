"""Questions that ask the same, put together."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from faq.matching.clusters import LIKE, cluster
from faq.text.features import features
from tests.faq.matching import broad


def test_questions_that_ask_the_same_fall_together() -> None:
    asked = [
        "cara ajukan pensiun dini",
        "wifi kantor mati",
        "gimana mengajukan pensiun dini min",
        "pengajuan pensiun dini",
        "internet di kantor putus",
    ]
    groups = [sorted(group.members) for group in cluster(asked)]
    assert groups[0] == [0, 2, 3]
    assert [1] in groups
    assert sorted(at for group in groups for at in group) == [0, 1, 2, 3, 4]


def test_questions_without_words_are_clustered_too() -> None:
    assert len(cluster(["🙏", "???", ""])) == 3


def with_all_leaders(questions: Sequence[str]) -> list[tuple[int, ...]]:
    """Each compared with every leader: slow, and plainly right."""
    stems = [frozenset(word.stem for word in features(text).words) for text in questions]
    seen = Counter(stem for each in stems for stem in each)

    def heavy(some: frozenset[str]) -> float:
        return sum(1.0 / (1.0 + 0.5 * seen[stem]) + 0.2 for stem in some)

    groups: list[list[int]] = []
    for at, own in enumerate(stems):
        alike = [
            heavy(own & stems[group[0]]) / (heavy(own | stems[group[0]]) or 1.0)
            for group in groups
        ]
        if alike and max(alike) >= LIKE:
            groups[alike.index(max(alike))].append(at)
        else:
            groups.append([at])
    return [tuple(group) for group in sorted(groups, key=lambda g: (-len(g), g[0]))]


def test_none_that_is_alike_is_overlooked() -> None:
    dice = random.Random(7)
    known = [row.question for row in broad.every()]
    ends = ("min", "tolong pak", "di kantor", "sejak kemarin", "error", "")
    asked = [f"{dice.choice(known)} {dice.choice(ends)}" for _ in range(400)]
    assert [group.members for group in cluster(asked)] == with_all_leaders(asked)
