"""The real clock, and Telegram as its witness."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.wire.clock import FAR, STEADY, WitnessedClock, boot_time, watch_clock
from bot.wire.trouble import ClockWrong, Trouble
from tests.support.waiting import until

TRUE = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
WEEKS = timedelta(weeks=5)
HOUR = timedelta(hours=1)


class Computer:
    """Its time may be wrong; seconds pass all the same."""

    def __init__(self) -> None:
        self.passed = 1000.0
        self.wrong = timedelta()
        self.clock = WitnessedClock(self.system, lambda: self.passed)

    @property
    def true(self) -> datetime:
        return TRUE + timedelta(seconds=self.passed)

    def system(self) -> datetime:
        return self.true + self.wrong

    def wait(self, seconds: float) -> None:
        self.passed += seconds

    def hears(self, wrong: timedelta = timedelta()) -> None:
        self.wait(2)
        self.clock.heard(format_datetime(self.true + wrong, usegmt=True))

    def is_right(self) -> bool:
        return abs(self.clock.now() - self.true) <= timedelta(seconds=2)


@pytest.fixture
def computer() -> Computer:
    return Computer()


def test_the_real_clocks_are_aware_and_run() -> None:
    clock = WitnessedClock()
    first = clock.now()
    assert first.tzinfo is UTC
    assert clock.now() >= first
    assert boot_time() <= boot_time()


def test_nobody_heard_the_system_is_believed(computer: Computer) -> None:
    computer.wrong = WEEKS
    assert computer.clock.now() == computer.system()
    computer.clock.heard(None)
    computer.wait(2)
    computer.clock.heard("kemarin")
    assert computer.clock.off() == timedelta()


@pytest.mark.parametrize("wrong", [WEEKS, -WEEKS, HOUR, -HOUR, timedelta(days=-2500)])
def test_wrong_from_the_start(computer: Computer, wrong: timedelta) -> None:
    computer.wrong = wrong
    computer.hears()
    assert computer.is_right()
    assert abs(computer.clock.off() - wrong) <= timedelta(seconds=2)


@pytest.mark.parametrize("wrong", [WEEKS, -HOUR])
def test_a_jump_is_seen_without_telegrams_help(computer: Computer, wrong: timedelta) -> None:
    """Telegram is out of reach, and an hour later the clock is put."""
    computer.hears()
    computer.wait(3600)
    computer.wrong = wrong
    assert computer.is_right()
    computer.wait(60)
    computer.wrong = timedelta()
    assert computer.is_right()
    assert computer.clock.off() == timedelta()


def test_a_little_off_is_the_systems_own_time(computer: Computer) -> None:
    computer.hears()
    computer.wrong = FAR - timedelta(seconds=5)
    assert computer.clock.now() == computer.system()


def test_one_strange_answer_is_not_believed(computer: Computer) -> None:
    computer.hears()
    for _ in range(20):
        computer.hears(WEEKS)
        computer.hears()
        assert computer.is_right()


def test_a_witness_that_keeps_to_it_is_believed_after_a_while(computer: Computer) -> None:
    """A Bot API server of one's own on this very computer has the same wrong clock."""
    computer.hears(WEEKS)
    computer.wrong = WEEKS
    assert computer.clock.now() == computer.system()
    computer.wrong = timedelta()
    for _ in range(int(STEADY / 2) - 1):
        computer.hears()
    assert not computer.is_right()
    computer.hears()
    computer.hears()
    assert computer.is_right()


def test_its_date_is_read_once_a_second(computer: Computer) -> None:
    computer.hears()
    computer.clock.heard(format_datetime(computer.true + WEEKS, usegmt=True))
    assert computer.is_right()


async def test_what_is_said_of_it(computer: Computer, caplog: pytest.LogCaptureFixture) -> None:
    """At once in the log; to people only if nobody puts it right."""
    told: list[Trouble] = []
    stop = asyncio.Event()
    computer.hears()
    watch = asyncio.create_task(watch_clock(computer.clock, lambda: None, told.append, stop))
    caplog.set_level("INFO", "bot")
    await asyncio.sleep(0)
    computer.wrong = WEEKS
    await until(lambda: "action=clock_wrong ahead_s=3024000" in caplog.text)
    assert told == []
    computer.wait(120)
    await until(lambda: told)
    assert told == [ClockWrong(WEEKS)]
    computer.wrong = timedelta()
    await until(lambda: "action=clock_right" in caplog.text)
    stop.set()
    await watch
    assert len(told) == 1
    assert "clock_put_back" not in caplog.text


async def test_a_time_that_goes_back_releases_what_waits(computer: Computer) -> None:
    released: list[datetime] = []
    stop = asyncio.Event()
    computer.wrong = HOUR
    watch = asyncio.create_task(
        watch_clock(
            computer.clock,
            lambda: released.append(computer.clock.now()),
            lambda trouble: None,
            stop,
        )
    )
    await asyncio.sleep(0)
    computer.wrong = timedelta()
    await until(lambda: released)
    stop.set()
    await watch
    assert len(released) == 1
