"""Answer, offer or keep silent: the parts together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from faq.matching.matcher import Answer, Matcher, Silence, Suggestions
from tests.faq.samples import PHRASINGS, book_with_disambiguation


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(PHRASINGS)


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("lupa pasword min", "sandi"),
        ("passwordku hilang ingatan", "sandi"),
        ("ulun lupa sandi", "sandi"),
        ("otp sy slh trs", "otp"),
        ("eror 419", "e419"),
        ("kayapa maulah skp", "skp"),
        ("caramembuat skp", "skp"),
        ("menyusn rencna kinrja", "skp"),
    ],
)
def test_the_entry_meant_comes_first(matcher: Matcher, question: str, entry: str) -> None:
    assert matcher.rank(question)[0].id == entry


@pytest.mark.parametrize("text", [text for text, _ in PHRASINGS])
def test_a_phrasing_itself_is_answered(matcher: Matcher, text: str) -> None:
    found = matcher.find(text)
    assert found.best == dict(PHRASINGS)[text]
    assert not isinstance(found, Silence)


@pytest.mark.parametrize(
    "question", ["resep soto banjar", "cuti tahunan berapa hari", "halo min", "akhir", "", "😀"]
)
def test_what_is_in_no_phrasing_gets_no_answer(matcher: Matcher, question: str) -> None:
    assert not isinstance(matcher.find(question), Answer)


def test_what_an_officer_adds_is_answered_at_once() -> None:
    added = "jempol saya lelah menekan enam kotak"
    matcher = Matcher([*PHRASINGS, (added, "otp")])
    found = matcher.find(f"Min, {added.upper()}!!")
    assert isinstance(found, Answer)
    assert found.best == "otp"


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("bukan lupa sandi, tapi kode otp saya salah terus", "otp"),
        ("kode otp aman, yang lupa sandi", "sandi"),
        ("lain handak maulah skp, ulun lupa sandi", "sandi"),
    ],
)
def test_the_part_that_asks_decides(matcher: Matcher, question: str, entry: str) -> None:
    assert matcher.rank(question)[0].id == entry
    assert matcher.find(question).best == entry


def test_what_is_only_denied_is_offered(matcher: Matcher) -> None:
    assert isinstance(matcher.find("saya lupa kata sandi"), Answer)
    assert isinstance(matcher.find("saya tidak lupa kata sandi"), Suggestions)


def test_suggestions_are_few_and_different(matcher: Matcher) -> None:
    for question in ("lupa", "tulisan salah", "kode", "baru", "cara ganti kode"):
        found = matcher.find(question)
        if isinstance(found, Suggestions):
            assert 1 <= len(found.ids) <= 3
            assert len(set(found.ids)) == len(found.ids)
            assert found.ids[0] == found.best


def test_scores_are_probabilities(matcher: Matcher) -> None:
    for text, _ in PHRASINGS:
        found = matcher.find(text)
        assert 0 <= found.runner_up_score <= found.score <= 1
        assert found.reason


def test_the_same_phrasings_make_the_same_matcher() -> None:
    first, second = Matcher(PHRASINGS), Matcher(PHRASINGS)
    assert first.find("lupa sandi otp") == second.find("lupa sandi otp")


def test_many_threads_may_ask(matcher: Matcher) -> None:
    questions = [text for text, _ in PHRASINGS] * 20
    alone = [matcher.find(question) for question in questions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(matcher.find, questions)) == alone


@pytest.mark.parametrize("pairs", [[], [("satu saja", "a")], [("", "a"), ("!!", "b")]])
def test_a_poor_index_is_no_error(pairs: list[tuple[str, str]]) -> None:
    matcher = Matcher(pairs)
    assert matcher.find("apa saja") is not None
    assert isinstance(matcher.rank("satu saja"), list)


def test_what_is_out_of_scope_is_kept_out() -> None:
    matcher = Matcher(PHRASINGS, [("resep soto", "dapur"), ("masak soto enak", "dapur")])
    found = matcher.find("resep soto enak")
    assert isinstance(found, Silence)
    assert "dapur" in found.reason
    assert all(one.id in dict(PHRASINGS).values() for one in matcher.rank("resep soto", 10))


@pytest.mark.parametrize("question", ["akun bermasalah min", "ga bisa masuk", "kapan ya"])
def test_a_disambiguation_offers_its_choices_and_is_no_entry(
    tmp_path: Path, question: str
) -> None:
    matcher = Matcher.of(book_with_disambiguation(tmp_path))
    found = matcher.find(question)
    assert isinstance(found, Suggestions)
    assert found.ids == ("email-mati", "lupa-password")
    assert {one.id for one in matcher.rank(question)} == {"email-mati", "lupa-password"}


def test_entries_rank_as_they_would_without_a_disambiguation(tmp_path: Path) -> None:
    book = book_with_disambiguation(tmp_path)
    with_it, without = Matcher.of(book), Matcher.of(replace(book, disambiguation=()))
    for text in ("surat elektronik mati", "lupa sandi akun", "email saya tidak aktif lagi"):
        assert [one.id for one in with_it.rank(text)] == [one.id for one in without.rank(text)]


def test_few_words_that_several_entries_use_are_not_answered_outright() -> None:
    shared = [
        ("tombol hijau hilang", "a"),
        ("tombol biru rusak", "a"),
        ("tombol merah hilang", "b"),
        ("tombol putih rusak", "b"),
    ]
    matcher = Matcher([*PHRASINGS, *shared])
    assert not isinstance(matcher.find("tombol"), Answer)
    assert not isinstance(matcher.find("tombol hilang"), Answer)


@pytest.mark.parametrize("message", ["A", "x y", "e ?"])
def test_letters_alone_get_no_random_offers(matcher: Matcher, message: str) -> None:
    assert isinstance(matcher.find(message), Silence)
