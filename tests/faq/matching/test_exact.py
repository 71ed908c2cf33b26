"""The very words of a phrasing, and which words each class is asked with."""

from __future__ import annotations

import pytest

from tests.faq.matching.small import Small, ambiguous


def same(small: Small, question: str) -> str | None:
    label = small.exact.same(small.asked(question).key)
    return None if label is None else small.corpus.classes.ids[label]


@pytest.mark.parametrize(
    "question", ["ganti sandi akun", "Ganti kata sandi akunnya!", "GANTI password akun, pak"]
)
def test_a_phrasing_in_whatever_form_is_its_entrys(question: str) -> None:
    assert same(Small(), question) == "sandi"


def test_other_words_are_nobodys() -> None:
    assert same(Small(), "ganti") is None
    assert same(Small(), "zzqq") is None


def test_words_that_two_entries_have_are_nobodys() -> None:
    assert same(Small([("ganti sandi", "a"), ("sandi diganti", "b")]), "ganti sandi") == "a"
    assert same(Small([("ganti sandi", "a"), ("ganti sandi", "b")]), "ganti sandi") is None


def test_entries_go_before_disambiguations() -> None:
    small = Small(disambiguation=[ambiguous("ganti sandi akun", "apa yang hilang")])
    assert same(small, "ganti sandi akun") == "sandi"
    assert same(small, "apa yang hilang") == small.corpus.classes.ids[-1]


def test_weak_words_alone_may_mean_a_disambiguation_only() -> None:
    assert same(Small([("kapan", "a")]), "kapan") is None
    assert same(Small(disambiguation=[ambiguous("kapan")]), "kapan ya") is not None


def test_words_held() -> None:
    small = Small()
    stems = small.asked("sandi akun merah zzqq").stems
    assert small.exact.held(stems, small.label("sandi")).tolist() == [True, True, False, False]
    assert small.exact.held(stems, small.label("tombol")).tolist() == [False, False, True, False]
