"""A survey's index against one worked by hand, its sample against the printed table, and what is
read as an answer."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from bot.data.survey import survey
from bot.rules.survey import (
    Disclosure,
    answered,
    blank,
    is_about,
    next_open,
    result,
    rounded,
    score_said,
)
from faq.text.scale import steps
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


@pytest.mark.parametrize(
    ("text", "element", "score"),
    [
        *(("3", "time", 3), (" 4. ", "time", 4), ("nomor 2", "time", 2), ("b", "time", 2)),
        *(("Sangat cepat", "time", 4), ("cepat pak", "time", 3), ("kurang cepat", "time", 2)),
        *(("tdk cepat", "time", 1), ("sangt cepat", "time", 4), ("Gratis", "cost", 4)),
        *(("puas", "time", 3), ("sangat baik", "facilities", 4), ("cukup", "facilities", 2)),
        *(("sopan dan ramah", "conduct", 3), ("dikelola dengan baik", "complaints", 4)),
        *(
            ("sesuai", "product", 3),
            ("sangat sesuai", "product", 4),
            ("tidak ada", "complaints", 1),
        ),
        *(("5", "time", None), ("0", "time", None), ("", "time", None), ("33", "time", None)),
        *(("lupa password", "time", None), ("kenapa lambat?", "time", None), ("😀", "time", None)),
        *(("tidak cepat dan tidak jelas sama sekali", "time", None), ("pak", "time", None)),
        *(("tidak cepat", "time", 1), ("cepat sekali", "time", 4), ("mahal banget", "cost", 1)),
        *(("empat", "time", 4), ("jawaban satu", "time", 1), ("tidak cepat sekali", "time", None)),
        *(("3 4", "time", None), ("3,5", "time", None), ("mahal", "cost", None)),
    ],
)
def test_what_is_typed(text: str, element: str, score: int | None) -> None:
    found = EDITION.element(element)
    assert found is not None
    assert score_said(text, found.answers, steps()) == score


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("lumayan cepat", True), ("agak cepat pak", True), ("tidak cepat sekali", True)),
        *(("skp tidak sesuai", False), ("cepat tolong bantu", False), ("tidak ada", False)),
        *(("lumayan", False), ("", False)),
    ],
)
def test_what_is_nearly_an_answer_is_no_question(text: str, meant: bool) -> None:
    found = EDITION.element("time")
    assert found is not None
    assert is_about(text, found.answers) is meant


def test_a_sheet_is_filled_in_any_order() -> None:
    sheet = answered(answered(blank(3), 2, 4), 0, 1)
    assert (sheet, next_open(sheet)) == ("104", 1)
    assert next_open(answered(sheet, 1, 2)) is None


def test_an_independent_script_finds_the_same() -> None:
    assert compared(surveys=60, seed=7) == []
