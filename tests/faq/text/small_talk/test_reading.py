"""How small words are read, and what examples add to the rules."""

from __future__ import annotations

import pytest

from bot.rules.intent import Intent, Situation
from faq.text.small_talk.reading import SmallReading, reading
from faq.text.small_talk.ridge import fitted
from faq.text.small_talk.talk import small_talk


def read(words: str) -> SmallReading:
    found = reading(words)
    assert found is not None
    return found


def test_a_comma_ends_what_is_denied() -> None:
    assert "ubah" in read("tidak, mau diubah").means
    assert "ubah" not in read("tidak mau diubah").means


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("rampunge", "selesai"),
        ("kabare", "kabar"),
        ("mboten", "tidak"),
        ("🤷‍♀️", "pusing"),
        ("hatur nuhun", "terima"),
    ],
)
def test_other_tongues_and_signs(typed: str, word: str) -> None:
    assert word in {part for each in read(typed).words for part in each.word.split("_")}


def test_laughing_says_nothing() -> None:
    assert read("bukan itu wkwkwk hahaha").words == read("bukan itu").words


@pytest.mark.parametrize(
    ("words", "situation", "intent"),
    [
        ("tidak ada yang perlu diubah", Situation.CHECK, Intent.YES),
        ("kadanya dimintakan, di hp anak", Situation.NONE, None),
        ("sudah tidak error lagi", Situation.RESOLVED, Intent.YES),
        ("mau bicara dengan petugas", Situation.STORY, None),
        ("mau lapor", Situation.STORY, None),
        ("sejak Senin pak", Situation.OPEN, None),
        ("sudah", Situation.OPEN, None),
        ("halo, cara mencetak skp", Situation.NONE, None),
        ("oke makasih, lalu di mana menu penilaian", Situation.ANSWERED, None),
    ],
)
def test_what_the_examples_tell(words: str, situation: Situation, intent: Intent | None) -> None:
    assert small_talk(words, situation) is intent


def test_the_regression_finds_what_tells_two_answers_apart() -> None:
    weights = fitted([["a", "c"], ["b", "c"], ["a"], ["b"]], [0, 1, 0, 1])
    of_a, of_b = weights.scores(["a", "new"])
    assert of_a > 0 > of_b
