from __future__ import annotations

import asyncio

from bot.simulator.world import journal
from bot.simulator.world.journal import Journal, JournalEntry


def test_what_changed_since_then() -> None:
    kept = Journal()
    for number in (1, 2, 3):
        kept.note("message", 1001, number)
    assert kept.since(1) == [
        JournalEntry(2, "message", 1001, 2),
        JournalEntry(3, "message", 1001, 3),
    ]
    assert kept.since(3) == []


def test_too_much_to_remember() -> None:
    kept = Journal()
    for _ in range(journal.KEPT + 1):
        kept.note("message")
    assert kept.since(0) is None
    assert len(kept.since(1) or []) == journal.KEPT


async def test_whoever_waits_wakes_with_the_next_change() -> None:
    kept = Journal()
    kept.note("people")
    assert await kept.changed(0, timeout=0)
    assert not await kept.changed(1, timeout=0.01)
    waiting = [asyncio.create_task(kept.changed(1, timeout=60)) for _ in range(100)]
    await asyncio.sleep(0)
    await asyncio.to_thread(kept.note, "clock")
    assert all(await asyncio.gather(*waiting))
