"""Indicator 13: borders of every edition, exact arithmetic, what counts and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data.editions import editions
from bot.rules.indicator import (
    COUNTED,
    Edition,
    MeasuredTicket,
    Spent,
    Window,
    enough,
    level_of,
    measure,
    still_needed,
    summarise,
)
from bot.rules.ticket import SETTLED_STATES, Kind, Status
from tests.rules.cases import at, case

EDITIONS = editions().by_name
YEAR = Window(at("2026-01-01T00:00"), at("2027-01-01T00:00"), at("2027-01-10T09:00"))


@pytest.mark.parametrize(
    ("edition", "received", "resolved", "level"),
    [
        # 2022: below 31, 31 to 60, above 60
        ("2022", 10_000, 3_099, 1),
        ("2022", 100, 31, 2),
        ("2022", 100, 60, 2),
        ("2022", 10_000, 6_001, 3),
        ("2022", 3, 2, 3),
        # 2023: up to 40, 40.01 to 70.99, from 71
        ("2023", 100, 40, 1),
        ("2023", 100_000, 40_009, 1),
        ("2023", 10_000, 4_001, 2),
        ("2023", 10_000, 7_099, 2),
        ("2023", 100, 71, 3),
        # 2024: up to 50, 51 to 85, from 86
        ("2024", 100, 50, 1),
        ("2024", 1_000, 509, 1),
        ("2024", 100, 51, 2),
        ("2024", 1_000, 859, 2),
        ("2024", 100, 86, 3),
        # 2026: up to 50, 51 to 90, from 91
        ("2026", 100, 50, 1),
        ("2026", 1_000, 509, 1),
        ("2026", 100, 51, 2),
        ("2026", 10, 9, 2),
        ("2026", 11, 10, 2),  # 90.90 %
        ("2026", 12, 11, 3),  # 91.66 %
        ("2026", 1_000, 906, 2),  # 90.6 % would round to 91
        ("2026", 10**30, 91 * 10**28 - 1, 2),  # a float would say 91
        ("2026", 10**30, 91 * 10**28, 3),
        ("2026", 1, 1, 3),
        ("2026", 1, 0, 1),
    ],
)
def test_the_level_is_reached_only_at_the_printed_figure(
    edition: str, received: int, resolved: int, level: int
) -> None:
    assert level_of(received, resolved, EDITIONS[edition]) == level


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS.keys())
def test_no_complaints_are_level_1_and_no_ratio(edition: Edition) -> None:
    figures = measure([], YEAR, edition)
    assert (figures.received, figures.ratio, figures.level, figures.still_needed) == (
        0,
        None,
        1,
        0,
    )


@given(
    received=st.integers(1, 400),
    share=st.fractions(0, 1),
    edition=st.sampled_from(list(EDITIONS.values())),
)
def test_still_needed_is_the_first_count_that_reaches_level_3(
    received: int, share: Fraction, edition: Edition
) -> None:
    resolved = int(received * share)
    more = next(
        more
        for more in range(received - resolved + 1)
        if level_of(received, resolved + more, edition) == 3
    )
    assert still_needed(received, resolved, edition) == more


@given(received=st.integers(1, 10**6), edition=st.sampled_from(list(EDITIONS.values())))
def test_resolving_more_never_lowers_the_level(received: int, edition: Edition) -> None:
    steps = [level_of(received, received * part // 20, edition) for part in range(21)]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (1, 3)


def test_the_ratio_is_exact() -> None:
    cases = [case("2026-05-01T09:00", resolved="2026-05-02T09:00")] * 2 + [
        case("2026-05-01T09:00")
    ]
    assert measure(cases, YEAR, EDITIONS["2026"]).ratio == Fraction(200, 3)


@pytest.mark.parametrize("kind", Kind)
def test_information_requests_stand_apart(kind: Kind) -> None:
    summary = summarise(
        [case("2026-05-01T09:00", kind=kind, resolved="2026-05-02T09:00")], YEAR, EDITIONS["2026"]
    )
    apart = kind is Kind.INFORMATION
    assert summary.indicator.received == summary.indicator.resolved == (not apart)
    assert summary.information_received == summary.information_resolved == apart
    assert (summary.to_resolution.median is None) == apart


def test_complaints_criticism_and_suggestions_count() -> None:
    assert {Kind.COMPLAINT, Kind.CRITICISM, Kind.SUGGESTION} == COUNTED


@pytest.mark.parametrize("status", Status)
def test_only_a_settled_ticket_is_resolved(status: Status) -> None:
    figures = measure(
        [case("2026-05-01T09:00", answered="2026-05-01T10:00", status=status)],
        YEAR,
        EDITIONS["2026"],
    )
    assert figures.resolved == (status in SETTLED_STATES)


@pytest.mark.parametrize(
    ("received", "inside"),
    [
        ("2025-12-31T23:59:59.999999", False),
        ("2026-01-01T00:00", True),  # still 2025 in UTC
        ("2026-12-31T23:59:59.999999", True),
        ("2027-01-01T00:00", False),  # still 2026 in UTC
    ],
)
def test_the_year_begins_and_ends_at_local_midnight(received: str, inside: bool) -> None:
    assert measure([case(received)], YEAR, EDITIONS["2026"]).received == inside


def test_the_day_of_receipt_counts_not_the_day_of_resolution() -> None:
    late = case("2026-12-31T10:00", resolved="2027-01-05T10:00")
    early = case("2025-12-31T10:00", resolved="2026-01-05T10:00")
    figures = measure([late, early], YEAR, EDITIONS["2026"])
    assert (figures.received, figures.resolved) == (1, 1)


def test_a_summary_keeps_answered_and_resolved_apart() -> None:
    summary = summarise(_week_of_cases(), YEAR, EDITIONS["2026"])
    assert (summary.indicator.received, summary.indicator.resolved) == (4, 2)
    assert (summary.answered, summary.open, summary.overdue, summary.reopened) == (3, 2, 1, 1)
    hours, days = timedelta(hours=1), timedelta(days=1)
    waits = YEAR.as_of - at("2026-12-30T08:00")
    assert summary.to_first_answer == Spent(3, 2 * hours, 4 * hours, 1, waits)
    longest = YEAR.as_of - at("2026-05-04T08:00")
    assert summary.to_resolution == Spent(2, 1.5 * days, 2 * days, 2, longest)


@pytest.mark.parametrize(("count", "place"), [(1, 1), (9, 9), (10, 9), (11, 10), (20, 18)])
def test_nine_in_ten_took_no_longer(count: int, place: int) -> None:
    begun = at("2026-05-04T08:00")
    cases = [
        replace(case("2026-05-04T08:00"), first_answer_at=begun + timedelta(hours=hour))
        for hour in range(1, count + 1)
    ]
    assert summarise(cases, YEAR, EDITIONS["2026"]).to_first_answer.most == timedelta(hours=place)


@given(received=st.integers(0, 400), edition=st.sampled_from(list(EDITIONS.values())))
def test_as_many_may_fail_as_the_level_bears(received: int, edition: Edition) -> None:
    may_fail = received - enough(received, edition)
    if received:
        assert level_of(received, received - may_fail, edition) == 3
        assert level_of(received, received - may_fail - 1, edition) < 3
    else:
        assert may_fail == 0


def _week_of_cases() -> list[MeasuredTicket]:
    return [
        case("2026-05-04T08:00", answered="2026-05-04T09:00", resolved="2026-05-05T08:00"),
        case(
            "2026-05-04T08:00",
            answered="2026-05-04T10:00",
            resolved="2026-05-06T08:00",
            reopened=("2026-05-05T08:00",),
        ),
        case("2026-05-04T08:00", answered="2026-05-04T12:00"),
        case("2026-12-30T08:00", due="2027-02-01T00:00"),
    ]


@pytest.mark.parametrize(
    ("as_of", "overdue"),
    [("2026-05-30T23:59:59", False), ("2026-05-31T00:00", True)],
)
def test_overdue_begins_when_the_last_day_has_ended(as_of: str, overdue: bool) -> None:
    assert case("2026-05-01T09:00", due="2026-05-31T00:00").overdue(at(as_of)) == overdue
    resolved = case("2026-05-01T09:00", due="2026-05-31T00:00", resolved="2026-06-09T09:00")
    assert not resolved.overdue(at(as_of))
