from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.simulator.world.clock import MovableClock
from tests.support.still_clock import StillClock

SUNDAY = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)  # already Monday 04.00 in Balangan


def test_to_the_next_monday_in_local_time() -> None:
    clock = StillClock(SUNDAY)
    clock.to_next(0, 8)
    assert clock.now() == datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
    clock.to_next(0, 8)
    assert clock.now() == datetime(2026, 11, 30, 0, 0, tzinfo=UTC)


def test_never_back() -> None:
    clock = StillClock(SUNDAY)
    with pytest.raises(ValueError, match="dimajukan"):
        clock.move_to(SUNDAY - timedelta(seconds=1))
    with pytest.raises(ValueError, match="dimajukan"):
        clock.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="time zone"):
        clock.move_to(datetime(2027, 1, 1))  # noqa: DTZ001


def test_it_runs_with_real_time() -> None:
    real = SUNDAY
    clock = MovableClock(datetime(2030, 1, 1, tzinfo=UTC), real=lambda: real)
    real += timedelta(minutes=5)
    assert clock.now() == datetime(2030, 1, 1, 0, 5, tzinfo=UTC)
