"""The week the head reads about, its borders, and the windows of reports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, timedelta

import pytest

from bot.data.editions import editions
from bot.rules.indicator import MeasuredTicket
from bot.rules.ticket import Kind, Status
from bot.rules.weekly import (
    Weekly,
    WeekPoint,
    history,
    reaches_back_to,
    weekly,
    window,
    year_window,
)
from tests.rules.cases import CALENDAR, at, case

MONDAY = date(2026, 11, 16)
AS_OF = at("2026-11-23T08:00")
EDITION = editions().default
INSIDE = "2026-11-18T09:00"


def _weekly(cases: Sequence[MeasuredTicket]) -> Weekly:
    return weekly(cases, MONDAY, AS_OF, CALENDAR, EDITION)


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        ("2026-11-15T23:59:59.999999", False),
        ("2026-11-16T00:00", True),  # Sunday 16:00 in UTC
        ("2026-11-22T23:59:59.999999", True),
        ("2026-11-23T00:00", False),
    ],
)
def test_the_week_runs_from_monday_midnight_to_the_next(moment: str, inside: bool) -> None:
    before = "2026-11-10T09:00"
    cases = [
        case(moment),
        case(before, resolved=moment),
        case(before, answered=moment),
        case(before, reopened=(moment, moment)),
    ]
    report = _weekly(cases)
    counts = (report.received, report.resolved, report.answered, report.reopened)
    assert counts == (inside,) * 4


def test_open_and_overdue_are_of_any_week_and_any_year() -> None:
    report = _weekly(
        [
            case("2025-12-30T09:00", due="2026-01-20T00:00"),
            case("2026-11-22T09:00", due="2026-12-10T00:00", status=Status.WAITING),
            case(INSIDE, resolved="2026-11-19T09:00", due="2026-11-19T00:00"),
        ]
    )
    assert (report.open, report.overdue) == (2, 1)
    assert (report.year.open, report.year.overdue) == (1, 0)


def test_what_is_open_by_age_and_how_long_what_came_took() -> None:
    report = _weekly(
        [
            case("2025-03-01 09:00"),
            case("2026-11-10 09:00", answered="2026-11-17 09:00"),
            case("2026-11-17 09:00", answered="2026-11-17 11:00", resolved="2026-11-18 09:00"),
            case("2026-11-18 09:00"),
        ]
    )
    assert report.ages == (1, 1, 0, 1)
    assert report.took is not None
    first, last = report.took.to_first_answer, report.took.to_resolution
    assert (first.have, first.median, first.lack) == (1, timedelta(hours=2), 1)
    assert (last.have, last.median, last.lack) == (1, timedelta(days=1), 1)


def test_a_ticket_reopened_after_its_resolution_is_not_resolved() -> None:
    report = _weekly(
        [case(INSIDE, resolved="2026-11-19T09:00", status=Status.TAKEN, reopened=(INSIDE,))]
    )
    assert (report.resolved, report.reopened, report.open) == (0, 1, 1)


def test_information_requests_stand_apart() -> None:
    report = _weekly(
        [
            case(INSIDE, kind=Kind.INFORMATION, resolved="2026-11-19T09:00", answered=INSIDE),
            case(INSIDE, kind=Kind.INFORMATION, reopened=(INSIDE,), due="2026-11-19T00:00"),
        ]
    )
    assert (report.received, report.resolved, report.answered, report.reopened) == (0, 0, 0, 0)
    assert (report.open, report.overdue, report.oldest, report.categories) == (0, 0, (), ())
    assert report.information_received == 2
    assert report.information_resolved == 1
    assert report.information_open == 1


def test_the_five_categories_with_most_reports_of_this_week() -> None:
    names = ["SKP"] * 2 + ["TPP"] * 3 + ["Mutasi", "Umpan balik", "Cuti"] + ["Akses"] * 2
    old = [case("2026-11-01T09:00", category="Mutasi")] * 9
    report = _weekly([case(INSIDE, category=name) for name in names] + old)
    most = ("TPP", 3), ("Akses", 2), ("SKP", 2), ("Cuti", 1), ("Mutasi", 1)
    assert report.categories == most


def test_the_five_oldest_open_tickets_oldest_first() -> None:
    cases = [
        case(
            f"2026-11-{day:02d}T08:00",
            number=f"EK-2026-000{day:02d}",
            due="2026-11-11T00:00" if day < 3 else "2026-12-01T00:00",
        )
        for day in (9, 1, 8, 2, 7, 3)
    ]
    done = case("2026-10-01T08:00", number="EK-2026-00000", resolved=INSIDE)
    report = _weekly([*cases, done])
    assert [ticket.number[-2:] for ticket in report.oldest] == ["01", "02", "03", "07", "08"]
    assert [ticket.overdue for ticket in report.oldest] == [True, True, False, False, False]
    assert report.oldest[0].age == timedelta(days=22)


def test_the_year_is_that_of_the_summary_in_the_regency() -> None:
    silvester = [case("2026-12-31T23:59"), case("2027-01-01T00:00", resolved="2027-01-02T09:00")]
    report = weekly(silvester, date(2026, 12, 28), at("2027-01-04T08:00"), CALENDAR, EDITION)
    assert (report.received, report.resolved) == (2, 1)
    assert (report.year.indicator.received, report.year.indicator.level) == (1, 3)


def test_nothing_at_all() -> None:
    report = _weekly([])
    assert (report.received, report.open, report.categories, report.oldest) == (0, 0, (), ())
    assert (report.year.indicator.ratio, report.year.indicator.level) == (None, 1)
    assert report.sunday == date(2026, 11, 22)


def test_the_history_ends_with_the_week_asked_for() -> None:
    cases = [
        case("2026-11-16T00:00", resolved="2026-11-22T23:59"),
        case("2026-11-15T23:59", resolved="2026-11-16T00:00"),
        case("2026-11-15T23:59", kind=Kind.INFORMATION),
        case("2026-11-23T00:00"),
    ]
    weeks = history(cases, MONDAY, CALENDAR)
    assert weeks[-3:] == [
        WeekPoint(date(2026, 11, 2), 0, 0),
        WeekPoint(date(2026, 11, 9), 1, 0),
        WeekPoint(MONDAY, 1, 2),
    ]
    assert len(weeks) == 8


def test_the_running_year_ends_now() -> None:
    running = year_window(AS_OF, CALENDAR)
    assert (running.start, running.end) == (at("2026-01-01T00:00"), AS_OF)
    assert running.as_of == AS_OF


def test_a_moment_lies_in_the_year_of_the_regency() -> None:
    moment = at("2027-01-01T00:30").astimezone(UTC)  # still 2026 in UTC
    assert year_window(moment, CALENDAR).start == at("2027-01-01T00:00")


def test_a_window_holds_its_last_day() -> None:
    days = window(date(2026, 11, 1), date(2026, 11, 2), AS_OF, CALENDAR)
    assert days.holds(at("2026-11-01T00:00"))
    assert days.holds(at("2026-11-02T23:59:59"))
    assert not days.holds(at("2026-11-03T00:00"))
    assert not days.holds(None)
    with pytest.raises(ValueError, match="ends before"):
        window(date(2026, 11, 2), date(2026, 11, 1), AS_OF, CALENDAR)


@pytest.mark.parametrize(("as_of", "shown"), [("2027-03-31T23:59", True), ("2027-04-01", False)])
def test_the_year_before_is_shown_until_the_end_of_march(as_of: str, *, shown: bool) -> None:
    cases = [case("2026-05-01T09:00", resolved="2026-05-02T09:00"), case("2026-12-31T23:00")]
    report = weekly(cases, date(2027, 1, 4), at(as_of), CALENDAR, EDITION)
    assert reaches_back_to(date(2027, 1, 4), at(as_of), CALENDAR) <= at("2026-11-16")
    if shown:
        assert report.year_before is not None
        assert (report.year_before.received, report.year_before.resolved) == (2, 1)
        assert reaches_back_to(date(2027, 1, 4), at(as_of), CALENDAR) == at("2026-01-01")
    else:
        assert report.year_before is None
