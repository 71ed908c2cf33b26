"""What a wrong clock wrote, once it is right."""

from __future__ import annotations

from datetime import timedelta

from storage.engine import Database
from tests.storage.rows import NOW, arrival, page_of

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_what_waits_for_too_late_a_moment_goes_on(database: Database) -> None:
    with database.unit() as unit:
        for chat, wait in ((1, timedelta(minutes=5)), (2, HOUR), (3, timedelta())):
            unit.outbox.add(chat, "sendMessage", {}, now=NOW, not_before=NOW + wait)
        unit.inbox.add([arrival(lane, lane=lane) for lane in (1, 2)], NOW)
    with database.unit() as unit:
        first, second = unit.inbox.due(NOW, limit=9)
        unit.inbox.retry(first, at=NOW + timedelta(minutes=5), error="x")
        unit.inbox.retry(second, at=NOW + HOUR, error="x")
    with database.unit() as unit:
        unit.waits.release(beyond=NOW + timedelta(minutes=15))
    with database.reading() as unit:
        assert [call.chat_id for call in unit.outbox.due(NOW, busy=(), limit=9)] == [2, 3]
    with database.unit() as unit:
        assert [row.lane for row in unit.inbox.due(NOW, limit=9)] == [2]


def test_what_was_done_for_the_future_is_due_when_it_comes(database: Database) -> None:
    with database.unit() as unit:
        assert unit.agenda.claim(page_of("2026-W47"), now=NOW - DAY)
        assert unit.agenda.claim(page_of("2026-W52"), now=NOW + 30 * DAY)
        unit.waits.unclaim(beyond=NOW + DAY, now=NOW)
    with database.unit() as unit:
        assert not unit.agenda.claim(page_of("2026-W47"), now=NOW)
        assert unit.agenda.claim(page_of("2026-W52"), now=NOW)


def test_a_first_start_in_the_future_was_today(database: Database) -> None:
    with database.unit() as unit:
        assert unit.agenda.installed_at(NOW + 900 * DAY) == NOW + 900 * DAY
    with database.unit() as unit:
        unit.waits.unclaim(beyond=NOW + DAY, now=NOW)
    with database.unit() as unit:
        assert unit.agenda.installed_at(NOW) == NOW
