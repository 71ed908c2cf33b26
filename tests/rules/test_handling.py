"""What was in time, and the period that a report's figures stand against."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.data.deadlines import terms
from bot.rules.apart import MISSED, watched
from bot.rules.handling import Measures, handling, judged, waited
from bot.rules.period_before import before
from bot.rules.report_rows import TicketRow
from bot.rules.ticket import Channel, Kind, Status
from bot.rules.working_time import WorkingTime
from tests.rules.cases import CALENDAR

BY = Measures(CALENDAR, terms())
MONDAY = datetime(2026, 11, 16, 1, tzinfo=UTC)  # 09.00 WITA
DAY = timedelta(days=1)
ROW = TicketRow(
    number="EK-2026-00001",
    received_at=MONDAY,
    channel=Channel.TELEGRAM,
    kind=Kind.COMPLAINT,
    category="Lainnya",
    office=None,
    status=Status.TAKEN,
    first_answer_at=None,
    done_at=None,
    due_at=MONDAY + 30 * DAY,
)


@pytest.mark.parametrize(
    ("asked", "was"),
    [
        (("2026-11-16", "2026-11-22"), ("2026-11-09", "2026-11-15")),
        (("2026-11-16", "2026-11-18"), ("2026-11-09", "2026-11-11")),
        (("2026-02-01", "2026-02-28"), ("2026-01-01", "2026-01-31")),
        (("2026-03-01", "2026-03-30"), ("2026-02-01", "2026-02-28")),
        (("2026-07-01", "2026-09-30"), ("2026-04-01", "2026-06-30")),
        (("2026-01-01", "2026-11-27"), ("2025-01-01", "2025-11-27")),
        (("2025-01-01", "2025-12-31"), ("2024-01-01", "2024-12-31")),
        (("2024-01-01", "2025-12-31"), ("2022-01-01", "2023-12-31")),
        (("2025-11-28", "2026-11-27"), ("2024-11-28", "2025-11-27")),
        (("2026-11-05", "2026-11-05"), ("2026-11-04", "2026-11-04")),
    ],
)
def test_the_period_before(asked: tuple[str, str], was: tuple[str, str]) -> None:
    first, last = map(date.fromisoformat, asked)
    assert before(first, last) == tuple(map(date.fromisoformat, was))


def test_working_time_is_the_calendars() -> None:
    working = WorkingTime(CALENDAR)
    for start in range(0, 24 * 20, 7):
        since = MONDAY + timedelta(hours=start)
        for length in (0, 1, 5, 30, 200):
            until = since + timedelta(hours=length)
            assert working.between(since, until) == CALENDAR.worked(since, until)


def told(row: TicketRow, as_of: datetime) -> TicketRow:
    (found,) = judged([row], BY, as_of)
    return found


def test_a_first_answer_is_in_time_until_the_fifth_working_day_ends() -> None:
    border = CALENDAR.due(MONDAY, terms().answered_days)
    answered = replace(ROW, first_answer_at=border - timedelta(seconds=1))
    assert told(answered, border + DAY).first_in_time is True
    assert told(replace(ROW, first_answer_at=border), border + DAY).first_in_time is False
    assert told(ROW, border - timedelta(seconds=1)).first_in_time is None
    assert told(ROW, border).first_in_time is False
    withdrawn = replace(ROW, status=Status.WITHDRAWN, done_at=MONDAY + DAY)
    assert told(withdrawn, border + DAY).first_in_time is None


def test_what_is_written_before_the_first_answer_waits_for_that_alone() -> None:
    later = [MONDAY + DAY * n for n in (0, 1, 2, 11, 12)]
    events = [(7, later[0], False), (7, later[1], True), (7, later[2], False), (7, later[3], True)]
    ((ticket, found),) = waited([*events, (7, later[4], False)], BY)
    assert (ticket, found.met, found.missed, found.since) == (7, 0, 1, later[4])


def test_a_median_never_hides_who_waits() -> None:
    quick = replace(ROW, first_answer_at=MONDAY + timedelta(hours=1))
    found = handling(
        [told(quick, MONDAY + 40 * DAY), told(ROW, MONDAY + 40 * DAY)], MONDAY + 40 * DAY
    )
    assert (found.to_first.have, found.to_first.median) == (1, 3600)
    assert (found.to_first.lack, found.to_first.longest) == (1, 40 * DAY)
    assert found.backlog == (0, 0, 2, 0)


def test_the_bot_is_missing_from_the_last_time_it_was_known_to_serve() -> None:
    first, last = MONDAY, MONDAY + 3 * DAY
    gap = (MONDAY + DAY, MONDAY + DAY + timedelta(hours=2))
    found = watched([gap], first, last, start=MONDAY, end=last + MISSED)
    assert (found.down, found.times) == (timedelta(hours=2), 1)
    found = watched([gap], first, last, start=gap[0] + timedelta(hours=1), end=last + DAY)
    assert (found.down, found.times) == (timedelta(hours=1) + DAY, 2)
    assert watched([], None, None, start=MONDAY, end=last).since is None
