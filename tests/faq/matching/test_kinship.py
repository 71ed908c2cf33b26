"""How likely it is that two questions ask the same."""

from __future__ import annotations

import math

import pytest

from faq.matching.kinship import Answered, SharedParts, WeighedSketch, probability, shared
from faq.matching.likeness import OF_PLACE, OF_SHELVES, Sketch

SHELF, PLACE = math.sqrt(OF_SHELVES), math.sqrt(OF_PLACE)


def both(one: Sketch, other: Sketch) -> SharedParts:
    return shared(WeighedSketch.by(one), WeighedSketch.by(other), lambda part: float(len(part)))


def test_each_kind_of_what_is_shared_is_told_apart() -> None:
    one = {"kartu": 0.3, "^kart": 0.9, "@1": SHELF, "#a-b": PLACE, "~kartu": 0.4}
    other = {"kartu": 0.7, "^kart": 0.1, "@1": SHELF / 2, "~kartu": 0.1, "~nikah": 0.1}
    assert both(one, other) == pytest.approx(
        SharedParts(0, affair=len("~kartu"), most=1, either=1)
    )
    assert both(one, {"#a-b": PLACE / 2, "@1": SHELF / 2}) == pytest.approx(
        SharedParts(0.5, 0, 0.5, 0.5)
    )


def test_rare_words_tell_where_no_shelf_does_and_shelves_where_no_word_does() -> None:
    words = both({"pakta": 0.2, "@1": SHELF}, {"pakta": 0.3, "@2": SHELF})
    shelves = both({"karsu": 0.2, "@1": SHELF}, {"istri": 0.3, "@1": SHELF})
    assert words == pytest.approx(shelves)


def test_more_of_anything_makes_it_likelier() -> None:
    little = SharedParts(place=0.1, affair=2, most=0.2, either=0.3)
    for field, value in zip(SharedParts._fields, little[:4], strict=False):
        assert probability(little._replace(**{field: 2 * value})) > probability(little)


@pytest.mark.parametrize(
    ("one", "other", "half_answered", "apart"),
    [
        (None, None, 0, 0),
        (Answered("cetak-skp", 0.5), None, 0.25, 0),
        (None, Answered("cetak-skp", 0.1), 0.01, 0),
        (Answered("cetak-skp", 0.5), Answered("cetak-skp", 0.7), 0, 0),
        (Answered("cetak-skp", 0.5), Answered("tpp-terpotong", 0.1), 0, 0.25),
    ],
)
def test_what_was_surely_answered_is_told_apart(
    one: Answered | None, other: Answered | None, half_answered: float, apart: float
) -> None:
    said: Sketch = {"cetak": 0.5}
    found = shared(WeighedSketch.by(said, one), WeighedSketch.by(said, other), len)
    assert found[-2:] == pytest.approx((half_answered, apart))
    alike = probability(shared(WeighedSketch.by(said), WeighedSketch.by(said), len))
    assert (probability(found) < alike) is bool(half_answered or apart)


def test_of_questions_without_words_nothing_is_shared() -> None:
    assert both({}, {}) == SharedParts(0, 0, 0, 0)
