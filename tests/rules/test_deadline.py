"""A ticket's clock: what is late, and how it moves; over nights, rests, Fridays and holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data.data_file import HERE
from bot.data.deadlines import terms
from bot.data.working_time import holidays, office_hours
from bot.rules.calendar import Calendar, OfficeHours, SpecialPeriod
from bot.rules.deadline import (
    RUNNING,
    DeadlineState,
    TicketClock,
    begun,
    owing_lines,
    reclassed,
    replayed,
    soon_until,
)
from bot.rules.ticket import Status
from tests.rules.cases import WITA, at

HOLIDAYS = holidays(Path(HERE / "holidays.csv"))
REAL = Calendar(WITA, HOLIDAYS, weeks=office_hours())
RAMADAN = SpecialPeriod(
    "Ramadan",
    date(2027, 2, 8),
    date(2027, 3, 9),
    OfficeHours(time(8), time(15), (time(12), time(12, 30))),
    friday=OfficeHours(time(8), time(15, 30), (time(11, 30), time(12, 30))),
)
FASTING = replace(REAL, periods=(RAMADAN,))
MOMENTS = st.datetimes(datetime(2026, 11, 1), datetime(2027, 3, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=WITA)
)
TUESDAY = at("2026-11-24T09:30")


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("2026-11-24T09:30", "2026-11-24T11:30", 2),
        ("2026-11-24T11:30", "2026-11-24T13:30", 1),  # over the rest
        ("2026-11-24T12:10", "2026-11-24T12:50", 0),
        ("2026-11-24T16:00", "2026-11-25T09:00", 2),  # over a night
        ("2026-11-27T10:00", "2026-11-27T14:00", 2),  # Friday prayers
        ("2026-11-27T16:00", "2026-11-30T09:00", 2),  # over a weekend
        ("2026-12-23T16:00", "2026-12-28T09:00", 2),  # over Christmas and its joint leave
        ("2026-11-28T00:00", "2026-11-29T23:00", 0),
        ("2026-11-24T09:30", "2026-11-24T09:30", 0),
    ],
)
def test_how_long_the_desk_worked(since: str, until: str, hours: float) -> None:
    assert REAL.worked(at(since), at(until)) == timedelta(hours=hours)


def test_ramadan_has_its_own_hours() -> None:
    assert FASTING.worked(at("2027-02-09T00:00"), at("2027-02-10T00:00")) == timedelta(hours=6.5)
    assert FASTING.worked(at("2027-02-12T00:00"), at("2027-02-13T00:00")) == timedelta(hours=6.5)
    assert not FASTING.is_office_hour(at("2027-02-09T12:15"))
    assert not FASTING.is_office_hour(at("2027-02-12T12:15"))
    assert FASTING.is_office_hour(at("2027-02-09T12:45"))
    assert REAL.is_office_hour(at("2027-02-09T16:45"))
    assert not FASTING.is_office_hour(at("2027-02-09T16:45"))


@given(since=MOMENTS, minutes=st.integers(0, 20_000))
def test_after_so_much_work_so_much_was_worked(since: datetime, minutes: int) -> None:
    length = timedelta(minutes=minutes)
    assert REAL.worked(since, REAL.after_work(since, length)) == length


@given(moments=st.lists(MOMENTS, min_size=3, max_size=3))
def test_parts_of_a_time_are_worked_as_the_whole(moments: list[datetime]) -> None:
    first, middle, last = sorted(moments)
    parts = REAL.worked(first, middle) + REAL.worked(middle, last)
    assert parts == REAL.worked(first, last)


@given(now=MOMENTS, received=MOMENTS, days=st.integers(1, 20))
def test_a_threshold_finds_what_is_due(now: datetime, received: datetime, days: int) -> None:
    assert (received < REAL.received_by(now, days)) == (REAL.due(received, days) <= now)


def test_asked_and_answered_moves_what_is_due_by_the_working_time() -> None:
    clock = begun(TUESDAY, 5, REAL)
    assert clock.due_at == at("2026-12-02T00:00")
    asked = clock.after(Status.WAITING, at("2026-11-25T10:00"), REAL)
    assert asked.paused_at == at("2026-11-25T10:00")
    again = asked.after(Status.WAITING, at("2026-11-25T15:00"), REAL)
    assert again == asked
    answered = again.after(Status.TAKEN, at("2026-11-25T14:00"), REAL)
    assert answered == TicketClock(at("2026-12-02T11:00"))
    # Exactly one day's work: again the end of a day.
    whole = asked.after(Status.TAKEN, at("2026-11-26T10:00"), REAL)
    assert whole == TicketClock(at("2026-12-03T00:00"))


def test_a_night_moves_nothing() -> None:
    clock = begun(TUESDAY, 5, REAL).after(Status.WAITING, at("2026-11-25T17:00"), REAL)
    assert clock.after(Status.TAKEN, at("2026-11-26T08:00"), REAL).due_at == clock.due_at


def test_what_waits_is_not_late_but_what_was_late_stays_so() -> None:
    clock = begun(TUESDAY, 5, REAL)
    much_later = at("2027-01-20T10:00")
    assert clock.is_late(clock.due_at)
    assert not clock.is_late(clock.due_at - timedelta(microseconds=1))
    in_time = clock.after(Status.WAITING, at("2026-11-27T10:00"), REAL)
    assert not in_time.is_late(much_later)
    assert in_time.standing(much_later, soon_until(REAL, much_later)) is DeadlineState.PAUSED
    late = clock.after(Status.WAITING, at("2026-12-04T10:00"), REAL)
    assert late.is_late(at("2026-12-05T10:00"))
    back = late.after(Status.TAKEN, at("2026-12-10T10:00"), REAL)
    assert back.is_late(at("2026-12-10T10:00"))


def test_settled_it_stands_still_and_goes_on_where_it_was() -> None:
    clock = begun(TUESDAY, 5, REAL).after(Status.RESOLVED, at("2026-12-01T16:00"), REAL)
    assert clock.after(Status.CLOSED, at("2026-12-03T16:00"), REAL) == clock
    back = clock.after(Status.TAKEN, at("2026-12-10T09:00"), REAL)
    left = REAL.worked(at("2026-12-10T09:00"), back.due_at)
    assert left == REAL.worked(at("2026-12-01T16:00"), at("2026-12-02T00:00"))


@given(
    moments=st.lists(MOMENTS, min_size=1, max_size=8),
    states=st.lists(st.sampled_from(Status), min_size=8, max_size=8),
)
def test_the_desk_has_the_same_time_in_all(moments: list[datetime], states: list[Status]) -> None:
    """However often it is paused: counted piece by piece, as nobody would compute it."""
    times = sorted(moments)
    events = list(zip(times, states, strict=False))
    clock = replayed(begun(times[0], 5, REAL), events, REAL)
    spans = [(times[0], None), *events, (clock.due_at, None)]
    ran, runs = timedelta(), True
    for (begins, state), (ends, _) in pairwise(spans):
        runs = runs if state is None else state in RUNNING
        if runs and begins < ends:
            ran += REAL.worked(begins, ends)
    allowed = REAL.worked(times[0], REAL.due(times[0], 5))
    if clock.paused_at is None and clock.due_at >= times[-1]:
        assert ran == allowed
    assert clock == reclassed(times[0], 5, events, REAL)


@given(moments=st.lists(MOMENTS, min_size=2, max_size=5), due=MOMENTS)
def test_what_is_owed_is_told_once_however_often_it_is_looked(
    moments: list[datetime], due: datetime
) -> None:
    """Looks at different moments together tell what one look at the end would have told."""
    looks = sorted(set(moments))
    if len(looks) < 2:
        return
    several = [owing_lines(terms(), *each, REAL) for each in pairwise(looks)]
    one = owing_lines(terms(), looks[0], looks[-1], REAL)
    for name in ("late", "untouched", "unanswered", "long_unanswered"):
        spans = [getattr(each, name) for each in several]
        assert sum(a <= due < b for a, b in spans) == (
            getattr(one, name)[0] <= due < getattr(one, name)[1]
        )
    told = sum(a <= due < b for each in several for a, b in each.late_again)
    assert told == sum(a <= due < b for a, b in one.late_again)


def test_when_what_is_owed() -> None:
    friday, monday = at("2026-11-27T17:00"), at("2026-11-30T08:00")
    lines = owing_lines(terms(), friday, monday, REAL)
    assert lines.late[0] < at("2026-11-28T00:00") < lines.late[1]
    assert lines.soon[0] <= at("2026-12-02T00:00") < lines.soon[1]
    assert not lines.soon[0] <= at("2026-12-01T00:00") < lines.soon[1]  # told on Friday
    assert lines.untouched == (at("2026-11-24T00:00"), at("2026-11-25T00:00"))
    # Late since Wednesday night: Thursday and Friday are over.
    again = [begins <= at("2026-11-26T00:00") < ends for begins, ends in lines.late_again]
    assert sum(again) == 1
    later = owing_lines(terms(), monday, at("2026-12-01T08:00"), REAL)
    assert sum(a <= at("2026-11-27T00:00") < b for a, b in later.late_again) == 1


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-11-24T07:00", "2026-11-24T08:00"),
        ("2026-11-24T08:00", "2026-11-25T08:00"),
        ("2026-11-24T12:30", "2026-11-25T08:00"),
        ("2026-11-27T09:00", "2026-11-30T08:00"),
    ],
)
def test_the_next_morning_is_that_of_a_working_day(now: str, morning: str) -> None:
    assert REAL.next_morning(at(now)) == at(morning)
