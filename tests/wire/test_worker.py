"""The loop that looks at what is due, and what wakes it."""

from __future__ import annotations

import asyncio

import pytest

from bot.wire.worker import Wakeup, keep_agenda
from tests.support.waiting import until
from tests.wire.telegram import Durable

FOR_EVER = 3600.0


async def test_notified_before_it_waits_it_does_not_wait() -> None:
    wakeup = Wakeup()
    wakeup.notify()
    wakeup.notify()
    await wakeup.wait(FOR_EVER)
    second = asyncio.create_task(wakeup.wait(FOR_EVER))
    await asyncio.sleep(0)
    assert not second.done(), "notified twice, it woke twice"
    wakeup.notify()
    await second


async def test_it_wakes_by_itself_in_the_end() -> None:
    await Wakeup().wait(0.01)


async def test_the_agenda_is_looked_at_and_the_sender_told_when_something_was_made(
    durable: Durable,
) -> None:
    stop, wakeup, made = asyncio.Event(), Wakeup(), list[int]()
    durable.backend.run_due()  # the moment of the first start
    durable.clock.to_next(0, 8, 1)
    loop = asyncio.create_task(
        keep_agenda(durable.backend.run_due, made=lambda: made.append(1), wakeup=wakeup, stop=stop)
    )
    await until(lambda: made)
    assert durable.outbox(), "the week's page goes to the head on Monday"
    stop.set()
    wakeup.notify()
    await loop


async def test_an_agenda_that_fails_is_kept_again_at_the_next_look(
    durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    stop, wakeup, made = asyncio.Event(), Wakeup(), list[int]()
    durable.backend.run_due()
    durable.clock.to_next(0, 8, 1)
    async with durable.without("agenda"):
        loop = asyncio.create_task(
            keep_agenda(
                durable.backend.run_due, made=lambda: made.append(1), wakeup=wakeup, stop=stop
            )
        )
        await until(lambda: "action=agenda_failed" in caplog.text)
        assert made == []
    wakeup.notify()
    await until(lambda: made)
    stop.set()
    wakeup.notify()
    await loop
