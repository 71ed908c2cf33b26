"""Whether few words speak for one entry, and whether they are the book's at all."""

from __future__ import annotations

import pytest

from faq.matching.ownership import Ownership
from tests.faq.matching.small import PHRASINGS, Small, ambiguous

SMALL = Small(disambiguation=[ambiguous("apa hilang")])
OWNERSHIP = Ownership(SMALL.corpus, SMALL.index)


def share(question: str, entry: str) -> float:
    asked = SMALL.asked(question)
    return OWNERSHIP.share(asked.stems, asked.telling, SMALL.label(entry))


def test_a_word_of_one_entry_is_its_alone() -> None:
    assert share("merah", "tombol") == 1.0
    assert share("merah", "sandi") == 0.0


def test_a_shared_word_is_shared() -> None:
    assert share("hilang", "tombol") == share("hilang", "sandi") == 0.5


def test_words_that_no_phrasing_has_together() -> None:
    assert share("hijau merah", "sandi") == 0.0
    assert share("hijau merah akun", "sandi") == 1.0  # of so many nobody can say whose they are


def test_out_of_scope_and_disambiguations_own_nothing() -> None:
    asked = SMALL.asked("hilang")
    assert OWNERSHIP.holding(asked.telling).tolist() == [0, 2]


@pytest.mark.parametrize(
    ("question", "sole"),
    [
        ("merah", True),
        ("hilang", False),
        ("tombol hilang", True),
        ("hijau merah rusak hilang", True),
    ],
)
def test_only_short_questions_need_words_of_their_own(question: str, sole: bool) -> None:
    assert OWNERSHIP.sole(SMALL.asked(question), SMALL.label("tombol")) is sole


def test_words_are_owned_that_others_hardly_use() -> None:
    some = Small([*PHRASINGS, ("tombol kuning pudar", "tombol"), ("tombol sandi", "sandi")])
    ownership = Ownership(some.corpus, some.index)
    assert ownership.owns(some.label("tombol"), some.asked("tombol"))  # three in four
    assert not ownership.owns(some.label("sandi"), some.asked("tombol"))
    assert not ownership.owns(some.label("sandi"), some.asked("akun"))  # both of two show nothing
    assert not ownership.owns(some.label("tombol"), some.asked("zzqq"))


@pytest.mark.parametrize(
    ("question", "familiar"),
    [
        ("sandi", True),
        ("sandi merah", True),
        ("hilang", True),
        ("resep", False),
        ("sandi resep", False),
        ("sandi zzqq", False),
        ("kapan", False),
        ("ganti sandi merah", False),
    ],
)
def test_familiar_is_short_and_all_in_the_books_words(question: str, familiar: bool) -> None:
    assert OWNERSHIP.familiar(SMALL.asked(question)) is familiar


@pytest.mark.parametrize(
    ("question", "of_another"),
    [
        ("akun Shopeepay hilang", True),
        ("akun hilang", False),
        ("akun sandi hilang", False),
        ("akun ambruk", False),  # a word of the dictionary, that nobody asked with
        ("akun sialan hilang", False),
        ("Shopeepay hilang", False),
    ],
)
def test_what_is_named_behind_a_bearer_is_anothers(question: str, of_another: bool) -> None:
    assert OWNERSHIP.of_another(SMALL.asked(question)) is of_another
