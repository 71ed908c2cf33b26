from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from faq.matching.matcher import Answer, Matcher, Silence, Suggestions
from tests.faq.samples import PHRASINGS


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
def test_strangers_get_no_answer(matcher: Matcher, question: str) -> None:
    assert not isinstance(matcher.find(question), Answer)


def test_what_an_officer_adds_is_answered_at_once() -> None:
    added = "jempol saya lelah menekan enam kotak"
    matcher = Matcher([*PHRASINGS, (added, "otp")])
    found = matcher.find(f"Min, {added.upper()}!!")
    assert isinstance(found, Answer)
    assert found.best == "otp"


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


def test_strangers_given_by_name_are_kept_out() -> None:
    matcher = Matcher(PHRASINGS, [("resep soto", "dapur"), ("masak soto enak", "dapur")])
    found = matcher.find("resep soto enak")
    assert isinstance(found, Silence)
    assert "dapur" in found.reason
    assert all(one.id in dict(PHRASINGS).values() for one in matcher.rank("resep soto", 10))
