"""When somebody reads what is sent now."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.rules.calendar import Calendar, OfficeHours, SpecialPeriod, Week
from bot.rules.reading_hours import DeskHours, reading
from tests.rules.cases import WITA, at

HOLIDAY = date(2026, 12, 25)  # a Friday
RAMADAN = SpecialPeriod(
    "Ramadan", date(2027, 2, 8), date(2027, 3, 9), OfficeHours(time(8), time(15))
)
AWAY = SpecialPeriod("Libur", date(2027, 4, 1), date(2027, 12, 31), None)
REST = (time(12), time(13))
WEEK = Week(date(2027, 1, 1), OfficeHours(time(8), time(17), REST))
CALENDAR = Calendar(WITA, frozenset({HOLIDAY}), (RAMADAN, AWAY), weeks=(WEEK,))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-24 08:00", DeskHours(now=True, until=at("2026-11-24 17:00"))),
        ("2026-11-24 16:59", DeskHours(now=True, until=at("2026-11-24 17:00"))),
        ("2026-11-24 07:59", DeskHours(now=False, opens=at("2026-11-24 08:00"))),
        ("2026-11-24 17:00", DeskHours(now=False, opens=at("2026-11-25 08:00"))),
        ("2026-11-28 10:00", DeskHours(now=False, opens=at("2026-11-30 08:00"))),
        ("2026-12-24 18:00", DeskHours(now=False, opens=at("2026-12-28 08:00"))),
        ("2027-01-12 11:59", DeskHours(now=True, until=at("2027-01-12 17:00"))),
        ("2027-01-12 12:00", DeskHours(now=False, opens=at("2027-01-12 13:00"), rests=True)),
        ("2027-01-12 13:00", DeskHours(now=True, until=at("2027-01-12 17:00"))),
        ("2027-02-09 14:00", DeskHours(now=True, until=at("2027-02-09 15:00"))),
        ("2027-04-02 10:00", DeskHours(now=False)),
    ],
)
def test_who_reads_when(now: str, expected: DeskHours) -> None:
    assert reading(CALENDAR, at(now)) == expected
