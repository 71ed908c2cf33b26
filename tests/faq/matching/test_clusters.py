"""Questions that ask the same, put together."""

from __future__ import annotations

import random

import pytest

from faq.book.book import read
from faq.matching.clusters import Cluster, Clusters, cluster
from faq.matching.kinship import Answered
from faq.matching.likeness import Likeness, Rarity, most_different
from faq.matching.matcher import Matcher
from tests.faq.matching import broad
from tests.faq.samples import MANUAL

ASKED = [
    "cara ajukan pensiun dini",
    "wifi kantor mati",
    "gimana mengajukan pensiun dini min",
    "pengajuan pensiun dini",
    "internet di kantor putus",
]


def test_questions_that_ask_the_same_fall_together() -> None:
    groups = [sorted(group.members) for group in cluster(ASKED)]
    assert groups[0] == [0, 2, 3]
    assert sorted(at for group in groups for at in group) == [0, 1, 2, 3, 4]


def test_questions_without_words_are_clustered_too() -> None:
    assert len(cluster(["🙏", "???", ""])) == 3


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    book = read(MANUAL)
    matcher = Matcher.of(book)
    return Likeness(lambda: Rarity.in_book(book), matcher.rank, matcher.correct)


def members(groups: list[Cluster]) -> set[tuple[int, ...]]:
    return {group.members for group in groups}


def test_slips_of_the_finger_and_banjar_fall_in_with_the_others(likeness: Likeness) -> None:
    groups = members(
        Clusters(likeness).of(
            [
                "kartu virtual asn tidak muncul",
                "surat bebas temuan inspektorat diunggah di mana",
                "mancitak kartu asn virtual kayapa",
                "surt bebas temun inspektrat dimana unggahnya",
                "kartu asn virtul hilang",
            ]
        )
    )
    assert groups == {(0, 2, 4), (1, 3)}


def test_other_words_for_the_same_affair_fall_together(likeness: Likeness) -> None:
    asked = ["karsu belum jadi", "berkas kartu istri", "wajah tidak terbaca", "selfie gagal"]
    assert members(Clusters(likeness).of(asked)) == {(0, 1), (2, 3)}


def test_words_that_stand_beside_the_same_fall_together(likeness: Likeness) -> None:
    asked = ["titel ulun kada tatulis", "ijazah magister belum masuk", "jatah predikat berapa"]
    assert members(Clusters(likeness).of(asked)) == {(0, 1), (2,)}


def test_what_was_surely_answered_stands_apart_from_what_was_not(likeness: Likeness) -> None:
    asked = ["cara cetak kartu pegawai elektronik", "nyetak karpeg elektronik", "cara cetak skp"]
    surely = [None, None, Answered("cetak-skp", 0.69)]
    assert members(Clusters(likeness).of(asked, surely)) == {(0, 1), (2,)}


def test_the_same_words_fall_together_also_where_the_book_has_learned_meanwhile(
    likeness: Likeness,
) -> None:
    asked = ["cara cetak kartu pegawai elektronik"] * 2
    answers = [None, Answered("kartu-pegawai", 0.3)]
    assert members(Clusters(likeness).of(asked, answers)) == {(0, 1)}


def test_a_look_sees_the_same_whatever_was_looked_at_before(likeness: Likeness) -> None:
    dice = random.Random(7)
    asked = [row.question for row in dice.sample(broad.every(), 120)]
    often = Clusters(likeness)
    for few in range(20, len(asked), 20):
        often.of(asked[:few])
    assert members(often.of(asked)) == members(Clusters(likeness).of(asked))


def test_the_wordings_chosen_stand_for_all_the_others(likeness: Likeness) -> None:
    wordings = ["pensiun dini", "cara pensiun dini", "pensiun dini min", "mau berhenti kerja"]
    chosen = most_different(wordings, likeness, 2)
    assert "mau berhenti kerja" in chosen
    assert len(chosen) == 2
    assert most_different(wordings[:1] * 3, likeness, 2) == wordings[:1]
