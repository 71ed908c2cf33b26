"""Which offices and topics a session would help next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.data.clinic import clinic
from bot.rules.clinic_needs import (
    MOST_OFFICES,
    NeedRules,
    OfficeNeed,
    offices_in_need,
    topics_in_need,
)

NOW = datetime(2026, 11, 24, tzinfo=UTC)
RULES = NeedRules(within=timedelta(days=90), least=5, least_people=3)


def office(name: str, people: int = 3, questions: int = 5, days: int | None = None) -> OfficeNeed:
    last = None if days is None else NOW - timedelta(days=days)
    return OfficeNeed(name, people, questions, 0, last)


def test_nothing_is_said_of_few() -> None:
    some = [office("two people", people=2), office("four questions", questions=4), office("RSUD")]
    assert offices_in_need(some, RULES, NOW) == (some[2],)
    assert offices_in_need([], RULES, NOW) == ()
    assert topics_in_need([("SKP", 4), ("MFA", 5)], RULES) == (("MFA", 5),)


def test_complaints_count_as_questions_do() -> None:
    both = OfficeNeed("RSUD", 3, 4, 1, None)
    assert offices_in_need([both], RULES, NOW) == (both,)


def test_who_had_a_session_lately_comes_behind() -> None:
    some = [
        office("lately", questions=50, days=89),
        office("long ago", questions=6, days=91),
        office("never", questions=7),
    ]
    found = [each.name for each in offices_in_need(some, RULES, NOW)]
    assert found == ["never", "long ago", "lately"]


def test_the_list_is_short() -> None:
    many = [office(f"Kantor {number:02}") for number in range(20)]
    assert len(offices_in_need(many, RULES, NOW)) == MOST_OFFICES


def test_the_bounds_are_data() -> None:
    assert clinic().needs == RULES
