"""What is said about the key words decides, not the words.

These were tuned on: others of the same kinds, kept elsewhere, tell the figures. Asserted a little
below what was measured, so that an honest change of the book may pass.
"""

from __future__ import annotations

import pytest

from faq.book.book import read
from faq.matching.evaluation import Evaluation, evaluate, share
from faq.matching.matcher import Matcher, Silence, Suggestions
from tests.faq.matching import split
from tests.faq.samples import MANUAL


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher.of(read(MANUAL))


@pytest.fixture(scope="module")
def by_style(matcher: Matcher) -> dict[str, Evaluation]:
    return evaluate(matcher, split.meant()).by_style()


@pytest.mark.parametrize(
    ("style", "right", "wrong"),
    [("contrast", 0.92, 0.06), ("wordy", 0.8, 0.04), ("spelled", 0.9, 0.04)],
)
def test_what_is_asked_is_answered(
    by_style: dict[str, Evaluation], style: str, right: float, wrong: float
) -> None:
    figures = by_style[style].figures()
    assert figures["answered_right"] >= right
    assert figures["answered_wrong"] <= wrong


@pytest.mark.parametrize("style", ["shared", "contrast-out"])
def test_one_shared_word_is_no_question_to_the_book(
    by_style: dict[str, Evaluation], style: str
) -> None:
    outcomes = by_style[style].out_of_scope
    assert share(one.answered is not None for one in outcomes) <= 0.07
    assert share(one.silent for one in outcomes) >= 0.75


def test_questions_of_another_writer(matcher: Matcher) -> None:
    figures = evaluate(matcher, split.later()).figures()
    assert figures["answered_right"] >= 0.87
    assert figures["answered_wrong"] <= 0.025
    assert figures["out_of_scope_silent"] >= 0.9


@pytest.mark.parametrize("message", ["maksudnya?", "maksudnya apa ini", "yg itu", "hah"])
def test_what_names_nothing_gets_no_random_offers(matcher: Matcher, message: str) -> None:
    assert isinstance(matcher.find(message), Silence)


@pytest.mark.parametrize("message", ["tetap kosong", "masih hilang", "tetap error juga"])
def test_that_it_goes_on_tells_no_entry_from_another(matcher: Matcher, message: str) -> None:
    assert isinstance(matcher.find(message), Suggestions)


def test_there_are_enough_of_each(by_style: dict[str, Evaluation]) -> None:
    assert {style: len(part.outcomes) >= 10 for style, part in by_style.items()} == {
        "contrast": True, "contrast-out": True, "shared": True, "spelled": True, "wordy": True,
    }  # fmt: skip
