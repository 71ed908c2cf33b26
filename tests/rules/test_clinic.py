"""Coaching Clinic's rules: hours and orders as they are written, wishes, codes, reminders."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from bot.rules.clinic import (
    day_before,
    helped,
    last_word,
    next_question,
    put_together,
    tallies,
    told_at,
)

TODAY = date(2026, 11, 24)  # a Tuesday
ZONE = ZoneInfo("Asia/Makassar")
THURSDAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        *(("ruka mo", "RUKAMO"), ("ru-ka-mo", "RUKAMO"), ("R U K A M O.", "RUKAMO")),
        *(("rukamo", "RUKAMO"), ("ruka moo", None), ("rukam o ini", None), ("", None)),
    ],
)
def test_a_code_is_written_as_it_is_heard(said: str, code: str | None) -> None:
    assert put_together(said) == code


def test_the_day_before_at_an_hour_when_people_may_be_reminded() -> None:
    def before(hour: int) -> datetime:
        return day_before(datetime(2026, 12, 3, hour, tzinfo=ZONE), ZONE)

    assert before(7) == datetime(2026, 12, 2, 8, tzinfo=ZONE)
    assert before(9) == datetime(2026, 12, 2, 9, tzinfo=ZONE)
    assert before(21) == datetime(2026, 12, 2, 19, tzinfo=ZONE)


def test_the_last_word_comes_before_anybody_sets_out() -> None:
    def told(hour: int) -> datetime:
        return last_word(datetime(2026, 12, 3, hour, tzinfo=ZONE), ZONE)

    assert told(8) == datetime(2026, 12, 2, 19, tzinfo=ZONE)
    assert told(9) == datetime(2026, 12, 3, 8, tzinfo=ZONE)
    assert told(22) == datetime(2026, 12, 3, 19, tzinfo=ZONE)


def test_news_by_night_waits_for_the_morning_unless_that_is_too_late() -> None:
    night = datetime(2026, 12, 2, 14, 30, tzinfo=UTC)  # 22.30
    assert told_at(night, datetime(2026, 12, 3, 10, tzinfo=ZONE), ZONE) == datetime(
        2026, 12, 3, 8, tzinfo=ZONE
    )
    assert told_at(night, datetime(2026, 12, 3, 8, 30, tzinfo=ZONE), ZONE) == night


def test_the_evaluation_is_counted() -> None:
    answers = [(1, 4), (1, 3), (5, 1), (6, 3), (6, 3), (6, 1)]
    found = tallies(answers)
    assert found[0].average == Fraction(7, 2)
    assert found[1].average is None
    assert found[4].counts == (1, 0, 0, 0)
    assert helped(answers).counts == (1, 0, 2)
    assert [next_question(some) for some in (set(), {1, 2}, {1, 2, 3, 4, 5})] == [1, 3, None]
