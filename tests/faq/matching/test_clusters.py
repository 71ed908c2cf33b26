"""Questions that ask the same, put together."""

from __future__ import annotations

from faq.matching.clusters import cluster


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
