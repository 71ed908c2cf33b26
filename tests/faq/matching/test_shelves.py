"""Where the words of a question are at home."""

from __future__ import annotations

import pytest

from faq.matching.shelves import MOST, Shelves

RARE = {"gelar": 3.0, "titel": 3.0, "cuti": 3.0, "sakit": 2.0, "cara": 0.0}


def shelves() -> Shelves:
    parts = {
        "gelar": {"gelar": 3, "titel": 1, "cara": 4},
        "cuti": {"cuti": 3, "sakit": 1, "cara": 4},
        "sakit": {"sakit": 1},
    }
    return Shelves(parts, lambda word: RARE.get(word, 5.0))


def test_words_that_are_not_the_same_stand_on_the_same_shelf() -> None:
    assert set(shelves().of(["gelar"])) == set(shelves().of(["titel"])) == {"@0"}


def test_what_stands_everywhere_and_what_stands_nowhere_tell_nothing() -> None:
    assert not any(shelves().of(["cara", "zodiak"]).values())


def test_a_word_of_several_shelves_tells_less_of_each() -> None:
    told = shelves().of(["sakit"])
    assert set(told) == {"@1", "@2"}
    assert sum(value**2 for value in told.values()) == pytest.approx(RARE["sakit"] ** 2)


def test_no_more_shelves_than_are_of_use() -> None:
    many = Shelves({str(at): {"gelar": 1, str(at): 1} for at in range(50)}, lambda _: 1.0)
    assert len(many.of(["gelar"])) == MOST
