"""The head's page about a month or a year, beside the one before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from bot.data.editions import editions
from bot.data.survey import survey
from bot.rules.apart import (
    Apart,
    Downtime,
    PeopleServed,
    QuestionFigures,
    SatisfactionFigures,
    graded,
)
from bot.rules.indicator import MeasuredTicket
from bot.rules.period_before import days_before
from bot.rules.period_page import By, PeriodPage, months, period_page, stretch
from bot.rules.report_days import Days, Span, year_of
from bot.words.head_page import satisfaction_grade
from tests.rules.cases import CALENDAR, at, case

BY = By(CALENDAR, editions().default)
NOVEMBER = Days(date(2026, 11, 1), date(2026, 11, 30), Span.MONTH, date(2026, 11, 30))
DUE = "2026-12-01T08:00"


def page(cases: Sequence[MeasuredTicket], days: Days = NOVEMBER, as_of: str = DUE) -> PeriodPage:
    first, last, moment = days_before(days.first, days.last, at(as_of), CALENDAR)
    then = [each for each in cases if each.received_at < moment]
    return period_page(cases, days, at(as_of), stretch(then, first, last, moment, BY), BY)


def test_a_month_holds_its_days_by_local_midnight() -> None:
    seen = page(
        [
            case("2026-10-31T23:59"),
            case("2026-11-01T00:00", resolved="2026-11-30T23:59"),
            case("2026-11-30T23:59", resolved="2026-12-01T00:00"),
            case("2026-12-01T00:00"),
        ]
    )
    assert (seen.now.received, seen.now.resolved, seen.before.received) == (2, 1, 1)
    assert (seen.now.open, seen.now.summary.indicator.resolved) == (2, 2)


def test_months_of_other_lengths_are_looked_at_as_long_after_their_end() -> None:
    assert days_before(NOVEMBER.first, NOVEMBER.last, at(DUE), CALENDAR) == (
        date(2026, 10, 1),
        date(2026, 10, 31),
        at("2026-11-01T08:00"),
    )


def test_of_a_month_under_way_as_much_of_the_one_before() -> None:
    so_far = Days(date(2026, 11, 1), date(2026, 11, 10), Span.MONTH, date(2026, 11, 30))
    assert days_before(so_far.first, so_far.last, at("2026-11-10T09:00"), CALENDAR) == (
        date(2026, 10, 1),
        date(2026, 10, 10),
        at("2026-10-10T09:00"),
    )


def test_six_months_or_those_of_the_year() -> None:
    cases = [case("2026-11-02T09:00"), case("2026-06-02T09:00", resolved="2026-07-01T09:00")]
    told = [(of.first.month, of.received, of.resolved) for of in months(cases, NOVEMBER, CALENDAR)]
    assert told == [(6, 1, 0), (7, 0, 1), (8, 0, 0), (9, 0, 0), (10, 0, 0), (11, 1, 0)]
    year = year_of(2025, date(2026, 11, 24))
    assert [of.first.month for of in months([], year, CALENDAR)] == [*range(1, 13)]


def test_a_years_page_is_about_its_own_ratio() -> None:
    seen = page([case("2026-03-02T09:00")], year_of(2026, date(2026, 12, 1)))
    assert seen.year == seen.now.summary.indicator
    assert seen.year_before is None
    assert (seen.before.first, seen.before.last) == (date(2025, 1, 1), date(2025, 12, 1))


@pytest.mark.parametrize(
    ("scores", "letter"),
    [((0, 0, 0, 0), None), ((0, 0, 0, 29), None), ((0, 0, 0, 30), "A"), ((0, 0, 30, 0), "C")],
)
def test_a_grade_is_claimed_of_as_many_answers_as_in_the_survey(
    scores: tuple[int, ...], letter: str | None
) -> None:
    nothing = Apart(
        QuestionFigures(0, 0, 0, 0, None),
        PeopleServed(0, 0, erased=False),
        SatisfactionFigures(40, scores),
        Downtime(timedelta(), 0, None),
    )
    told = graded(nothing, date(2026, 12, 1), survey()).satisfaction
    assert (told.grade.letter if told.grade else None) == letter
    said = satisfaction_grade(told)
    assert said == "" if not told.answers else ("kelas SKM" in said) == (letter is not None)
