"""A survey's index against one worked by hand, and its sample against the printed table."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from bot.data.survey import survey
from bot.rules.survey import (
    Disclosure,
    answered,
    blank,
    next_open,
    result,
    rounded,
)
from tests.bench.survey import compared

RULES = survey()
EDITION = RULES.editions[0]
SHEETS = ["333433423", "443444434", "322433323", "433434433", "332443432"]


def test_it_has_the_nine_elements_and_four_grades() -> None:
    assert len(EDITION.elements) == 9
    assert [grade.letter for grade in EDITION.grades] == ["A", "B", "C", "D"]


def test_the_index_as_worked_by_hand() -> None:
    """Five sheets: the columns add up to 17 15 13 20 17 17 19 13 15, together 146; 146 : 45 is
    3.2444…, times 25 is 81.1111…"""
    found = result(EDITION.keys, SHEETS)
    assert found is not None
    sums = [int(each.average * 5) for each in found.elements]
    assert sums == [17, 15, 13, 20, 17, 17, 19, 13, 15]
    assert rounded(found.elements[0].average) == Decimal("3.40")
    assert (rounded(found.index), rounded(found.converted)) == (Decimal("3.24"), Decimal("81.11"))
    assert EDITION.grade(found.converted).letter == "B"
    assert [each.key for each in found.lowest] == ["time", "facilities", "procedure"]
    assert [each.key for each in found.as_low] == ["complaints"]
    assert found.elements[2].counts == (0, 2, 3, 0)
    assert found.answers == 5


def test_of_nothing_there_is_no_result() -> None:
    assert result(EDITION.keys, []) is None


def test_all_highest_is_a_hundred() -> None:
    """With weights of 0.11, as they are printed, it would be 99."""
    found = result(EDITION.keys, ["444444444"])
    assert found is not None
    assert found.converted == 100


@pytest.mark.parametrize(
    ("converted", "letter"),
    [
        *(("88.31", "A"), ("88.305", "A"), ("88.3049", "B"), ("88.30", "B"), ("76.61", "B")),
        *(("76.604", "C"), ("76.60", "C"), ("65", "C"), ("64.995", "C"), ("64.99", "D")),
        *(("25", "D"), ("100", "A")),
    ],
)
def test_a_grade_goes_by_the_value_as_it_is_told(converted: str, letter: str) -> None:
    assert EDITION.grade(Fraction(converted)).letter == letter


@pytest.mark.parametrize(
    ("value", "told"), [("1/8", "0.13"), ("5/1000", "0.01"), ("4/1000", "0.00"), ("3", "3.00")]
)
def test_rounding_is_half_up_and_exact(value: str, told: str) -> None:
    assert str(rounded(Fraction(value))) == told


TABLE = {10: 10, 25: 24, 50: 44, 65: 56, 100: 80, 220: 140, 300: 169, 380: 191, 500: 217}
TABLE |= {1000: 278, 1200: 291, 1500: 306, 2000: 322, 2800: 338, 4000: 351}


def test_the_sample_is_that_of_the_printed_table() -> None:
    assert {size: RULES.sampling.size(size) for size in TABLE} == TABLE
    assert [RULES.sampling.size(size) for size in (1, 2, 5)] == [1, 2, 5]


@pytest.mark.parametrize(
    ("answers", "population", "said"),
    [
        *(
            (0, None, Disclosure.NOTHING),
            (4, 10, Disclosure.NOTHING),
            (5, None, Disclosure.FIGURES),
        ),
        *(
            (29, 5_000, Disclosure.FIGURES),
            (30, 5_000, Disclosure.ALL),
            (9, 10, Disclosure.FIGURES),
        ),
        *((10, 10, Disclosure.ALL), (5, 5, Disclosure.ALL), (3, 3, Disclosure.NOTHING)),
    ],
)
def test_how_much_may_be_said(answers: int, population: int | None, said: Disclosure) -> None:
    assert RULES.may_say(answers, population) is said


def test_a_sheet_is_filled_in_any_order() -> None:
    sheet = answered(answered(blank(3), 2, 4), 0, 1)
    assert (sheet, next_open(sheet)) == ("104", 1)
    assert next_open(answered(sheet, 1, 2)) is None


def test_an_independent_script_finds_the_same() -> None:
    assert compared(surveys=60, seed=7) == []
