"""The loops that serve what came in and what is due, and what wakes them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot.wire.worker import Wakeup, keep_agenda, make_jobs, work
from storage.tables import JobKind
from tests.support.waiting import until
from tests.wire.telegram import GROUP, Durable, Telegram

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
async def working(serve: Callable[[], int], served: Callable[[], None]) -> AsyncIterator[Wakeup]:
    stop, wakeup = asyncio.Event(), Wakeup()
    loop = asyncio.create_task(work(serve, wakeup=wakeup, served=served, stop=stop))
    try:
        yield wakeup
    finally:
        stop.set()
        wakeup.notify()
        await loop


def put(telegram: Telegram, durable: Durable, *words: str) -> int:
    """Somebody writes, and it is stored."""
    ani = telegram.person()
    for each in words:
        telegram.says(ani, each)
    durable.backend.store(telegram.updates())
    return ani


def statuses(durable: Durable) -> list[str]:
    return [row.status.value for row in durable.inbox()]


async def test_what_waits_is_served_and_the_sender_told(
    telegram: Telegram, durable: Durable
) -> None:
    told: list[int] = []
    put(telegram, durable, "/bantuan", "/start")
    async with working(durable.backend.serve, lambda: told.append(1)):
        await until(lambda: statuses(durable) == ["done", "done"])
        await until(lambda: told)
    assert len(durable.outbox()) == 2


async def test_news_is_served_at_once(telegram: Telegram, durable: Durable) -> None:
    looks: list[int] = []

    def serve() -> int:
        looks.append(1)
        return durable.backend.serve()

    async with working(serve, lambda: None) as wakeup:
        await until(lambda: looks)
        put(telegram, durable, "/bantuan")
        wakeup.notify()
        await until(lambda: statuses(durable) == ["done"])


async def test_a_database_that_fails_loses_nothing(
    telegram: Telegram, durable: Durable, caplog: pytest.LogCaptureFixture
) -> None:
    put(telegram, durable, "/bantuan")
    async with working(durable.backend.serve, lambda: None) as wakeup:
        async with durable.without("outbox"):
            wakeup.notify()
            await until(lambda: "action=batch_failed" in caplog.text)
        wakeup.notify()
        await until(lambda: statuses(durable) == ["done"])
    assert len(durable.outbox()) == 1


async def test_a_batch_under_way_is_finished_at_a_stop(
    telegram: Telegram, durable: Durable
) -> None:
    put(telegram, durable, "/bantuan")
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()

    def serve() -> int:
        loop.call_soon_threadsafe(begun.set)
        return durable.backend.serve()

    async with working(serve, lambda: None):
        await begun.wait()
    assert statuses(durable) == ["done"]


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
