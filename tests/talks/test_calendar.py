"""Days that are otherwise: holidays that run out, and periods with hours of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.rules.calendar import Calendar, OfficeHours, SpecialPeriod
from handlers.operator.outlook import holiday_lines
from handlers.resources import Resources
from tests.talks.steps import file
from tests.talks.talk import Talk

THURSDAY, FRIDAY, MONDAY = 3, 4, 0
FIRST, LAST = date(2026, 11, 26), date(2026, 11, 27)  # Thursday and Friday
NINE = SpecialPeriod("Pagi lambat", FIRST, LAST, OfficeHours(time(9), time(12)))
CLOSED = SpecialPeriod("Kantor pindah", FIRST, LAST, None)


def on(resources: Resources, **otherwise: object) -> Resources:
    calendar: Calendar = replace(resources.calendar, **otherwise)  # type: ignore[arg-type]
    return replace(resources, calendar=calendar)


@pytest.fixture
def resources(resources: Resources, request: pytest.FixtureRequest) -> Resources:
    return on(resources, **request.param)


ENDS = pytest.mark.parametrize(
    "resources", [{"known_until": date(2026, 12, 31)}], indirect=True, ids=["ends"]
)
LATE = pytest.mark.parametrize("resources", [{"periods": (NINE,)}], indirect=True, ids=["late"])
SHUT = pytest.mark.parametrize("resources", [{"periods": (CLOSED,)}], indirect=True, ids=["shut"])


@ENDS
def test_the_desk_is_warned_once_before_holidays_run_out(talk: Talk) -> None:
    talk.until(THURSDAY, 8)
    talk.desk.hears("hari libur", "lengkap sampai 31 Desember 2026", "HOLIDAYS_FILE")
    for _ in range(3):
        talk.restart().wait(days=7)
    talk.desk.hears_nothing()
    talk.reports.skip()
    (line,) = holiday_lines(talk.database, talk.resources.calendar, talk.clock.now())
    assert line.startswith("HOLIDAYS_FILE: complete until 2026-12-31 only; ")
    talk.expects(dead_sendings=1)  # to the admin, who never talked with the bot alone


@LATE
def test_nobody_is_spoken_to_before_the_office_opens(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.until(THURSDAY, 8)
    talk.desk.hears_nothing()
    talk.until(THURSDAY, 9)
    talk.desk.hears("Tiket yang menunggu")
    talk.stop()
    talk.clock.to_next(FRIDAY, 13)
    talk.restart().settle()
    talk.desk.hears_nothing()
    talk.until(MONDAY, 8)
    talk.desk.hears("Tiket yang menunggu")
    talk.reports.skip()


@SHUT
def test_a_closed_office_is_left_alone_and_deadlines_end_later(talk: Talk) -> None:
    file(talk, talk.ani)
    assert "Batas: 16 Desember 2026" in talk.card().text  # else the 14th
    talk.until(THURSDAY, 10)
    talk.until(FRIDAY, 10)
    talk.desk.hears_nothing()
    talk.until(MONDAY, 8)
    talk.desk.hears("Tiket yang menunggu")
    talk.reports.skip()
