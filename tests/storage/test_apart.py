"""That the bot serves is written down, and when it did not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.wire.pulse import Pulse
from handlers.clock.uptime import LAST, Uptime, note_serving
from storage.engine import Database
from tests.support.still_clock import StillClock

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_hours_without_the_bot_are_known_afterwards(database: Database) -> None:
    end = NOW + timedelta(days=1)
    with database.reading() as unit:
        assert unit.apart.of(NOW, end, as_of=end).watched.since is None
    for moment in (0, 5, 10, 100, 105):
        note_serving(database, NOW + moment * MINUTE)
    with database.reading() as unit:
        found = unit.apart.of(NOW - 5 * MINUTE, end, as_of=NOW + 106 * MINUTE).watched
        assert (found.down, found.times, found.since) == (90 * MINUTE, 1, NOW)
        found = unit.apart.of(NOW + 50 * MINUTE, end, as_of=NOW + 200 * MINUTE).watched
        assert (found.down, found.times) == ((50 + 95) * MINUTE, 2)


def test_only_while_it_serves_and_every_few_minutes(database: Database) -> None:
    clock = StillClock(NOW)
    pulse = Pulse(polls=False, starting=True)
    uptime = Uptime(database, pulse, clock)

    def noted() -> datetime | None:
        uptime.run_due(lambda: None)
        with database.reading() as unit:
            return unit.agenda.done_at(LAST)

    assert noted() is None, "Telegram has not told yet who we are"
    pulse.started()
    assert noted() == NOW
    clock.advance(4 * MINUTE)
    assert noted() == NOW
    clock.advance(MINUTE)
    assert noted() == NOW + 5 * MINUTE
