"""The loops that make what takes long and look at what is due, and what wakes them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot.wire.worker import Wakeup, keep_agenda, make_jobs
from storage.tables import JobKind
from tests.support.waiting import until
from tests.wire.telegram import GROUP, Durable

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


@asynccontextmanager
async def making(durable: Durable, made: Callable[[], None]) -> AsyncIterator[Wakeup]:
    stop, wakeup = asyncio.Event(), Wakeup()
    loop = asyncio.create_task(
        make_jobs(durable.backend.make_next, wakeup=wakeup, made=made, stop=stop)
    )
    try:
        yield wakeup
    finally:
        stop.set()
        wakeup.notify()
        await loop


def ask_for_figures(durable: Durable, *keys: str) -> None:
    with durable.database.unit() as unit:
        for key in keys:
            unit.jobs.ask(JobKind.FIGURES, key, chat_id=GROUP, now=durable.clock.now())


async def test_what_takes_long_is_made_as_soon_as_it_is_asked_for(durable: Durable) -> None:
    told: list[int] = []
    asked: list[int] = []
    here = asyncio.get_running_loop()
    async with making(durable, lambda: told.append(1)) as wakeup:

        def notify() -> None:
            asked.append(1)
            here.call_soon_threadsafe(wakeup.notify)

        durable.backend.watch_jobs(notify)
        await asyncio.to_thread(ask_for_figures, durable, "one", "two")
        await until(lambda: len(told) == 2)
    assert asked == [1]
    assert [row.method for row in durable.outbox()] == ["sendPhoto", "sendMessage"] * 2


async def test_a_database_that_fails_leaves_what_was_asked_for(
    durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    ask_for_figures(durable, "one")
    async with durable.without("job"), making(durable, lambda: None):
        await until(lambda: "action=jobs_failed" in caplog.text)
    assert durable.outbox() == []
    async with making(durable, lambda: None):
        await until(lambda: len(durable.outbox()) == 2)


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
    assert durable.backend.make_next(), "the week's page goes to the head on Monday"
    assert durable.outbox()
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
