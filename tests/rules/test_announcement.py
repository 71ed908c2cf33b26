"""When announcements go, who lets them go, and who wants none."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.data.announcements import announcements
from bot.data.data_file import DataError
from bot.rules.announcement import (
    Rhythm,
    may_approve,
    next_time,
    occurrence,
)
from bot.rules.ticket import Role

ZONE = ZoneInfo("Asia/Makassar")


def at(year: int, month: int, day: int, hour: int = 8) -> datetime:
    return datetime(year, month, day, hour, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("every", "place", "day"),
    [
        (Rhythm.WEEKLY, 5, date(2027, 3, 7)),
        (Rhythm.MONTHLY, 1, date(2027, 2, 28)),
        (Rhythm.MONTHLY, 2, date(2027, 3, 31)),
        (Rhythm.MONTHLY, 13, date(2028, 2, 29)),
        (Rhythm.QUARTERLY, 1, date(2027, 4, 30)),
        (Rhythm.YEARLY, 1, date(2028, 1, 31)),
        (Rhythm.ONCE, 0, date(2027, 1, 31)),
    ],
)
def test_the_last_day_of_a_shorter_month(every: Rhythm, place: int, day: date) -> None:
    assert occurrence(date(2027, 1, 31), every, place) == day


@pytest.mark.parametrize(
    ("every", "after", "expected"),
    [
        (Rhythm.ONCE, at(2027, 1, 31, 7), at(2027, 1, 31)),
        (Rhythm.ONCE, at(2027, 1, 31), None),
        (Rhythm.WEEKLY, at(2026, 1, 1), at(2027, 1, 31)),
        (Rhythm.WEEKLY, at(2027, 1, 31), at(2027, 2, 7)),
        (Rhythm.WEEKLY, at(2034, 12, 31, 7), at(2034, 12, 31)),
        (Rhythm.MONTHLY, at(2026, 1, 1), at(2027, 1, 31)),
        (Rhythm.MONTHLY, at(2027, 1, 31), at(2027, 2, 28)),
        (Rhythm.MONTHLY, at(2034, 12, 31, 7), at(2034, 12, 31)),
        (Rhythm.QUARTERLY, at(2029, 12, 1), at(2030, 1, 31)),
        (Rhythm.YEARLY, at(2031, 1, 31, 9), at(2032, 1, 31)),
    ],
)
def test_the_next_time(every: Rhythm, after: datetime, expected: datetime | None) -> None:
    assert next_time(at(2027, 1, 31), every, after.astimezone(UTC), ZONE) == expected


@pytest.mark.parametrize("role", Role)
def test_who_lets_it_go(role: Role) -> None:
    allowed = role in {Role.OFFICER, Role.SUPERVISOR, Role.ADMIN}
    assert may_approve(role, person_id=1, writer_id=2) is allowed
    assert not may_approve(role, person_id=1, writer_id=1)


def test_the_hours_are_data() -> None:
    rules = announcements()
    assert rules.may_go(at(2026, 12, 1, 8), ZONE)
    assert not rules.may_go(at(2026, 12, 1, 20), ZONE)
    assert not rules.may_go(at(2026, 12, 1, 7), ZONE)
    assert rules.ends(at(2026, 12, 1, 9), ZONE) == at(2026, 12, 1, 20)
    assert rules.takes(time(8))
    assert not rules.takes(time(20))


@pytest.mark.parametrize(
    "text",
    [
        "",
        '[hours]\nfrom = "8"\nuntil = "20:00"\nsource = "x"',
        '[hours]\nfrom = "20:00"\nuntil = "08:00"\nsource = "x"',
        '[hours]\nfrom = "08:00"\nuntil = "20:00"',
    ],
)
def test_hours_that_are_none(text: str, tmp_path: Path) -> None:
    file = tmp_path / "announcements.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError):
        announcements(file)
