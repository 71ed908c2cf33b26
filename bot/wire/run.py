"""The loops together: intake, worker, sender, agenda; started, watched and stopped in order."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, TypeVar
from urllib.parse import urlsplit

from bot.wire import log
from bot.wire.database_watch import DatabaseLost
from bot.wire.http import serving
from bot.wire.intake import TokenRefused, poll
from bot.wire.log_actions import Action
from bot.wire.pace import Pace
from bot.wire.ports import (
    BotApi,
    Clock,
    Commit,
    Keep,
    LookAtOutbox,
    MakeNext,
    RecordResults,
    Render,
    RunDue,
    Store,
    WatchJobs,
)
from bot.wire.rivalry import AnotherBotServes, Contest
from bot.wire.sender import Sender
from bot.wire.trace import trace
from bot.wire.way import Webhook
from bot.wire.worker import Wakeup, keep_agenda, make_jobs
from bot.wire.writer import Writer

LOCK_ASKED = 2.0  # seconds between two looks
READERS = 2  # pictures read at once
GRACE = 5.0  # seconds that sends in flight are given at the end; all in all it is under 8


@dataclass(frozen=True)
class Backend:
    """The durable side, as plain functions."""

    commit: Commit
    store: Store
    look: LookAtOutbox
    render: Render
    record_results: RecordResults
    run_due: RunDue
    make_next: MakeNext
    watch_jobs: WatchJobs
    clock: Clock
    read_next: MakeNext = lambda: 0  # the same of pictures, which are read beside all else


class LockLost(Exception):
    """One line: how; by now another bot may serve from the same database."""


class LoopFailed(Exception):
    """One line: which loop, and where in the code."""


Loop = asyncio.Task[None]
Beside = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
"""A loop that runs until the event is set; its failing ends the serving."""
T = TypeVar("T")


async def run(
    api: BotApi,
    backend: Backend,
    stop: asyncio.Event,
    *,
    webhook: Webhook | None = None,
    pace: Pace | None = None,
    contest: Contest | None = None,
    lock_lost: Callable[[], str | None] = lambda: None,
    beside: Mapping[str, Beside] = MappingProxyType({}),
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Until `stop` is set; `ready` is called once updates can come in, and `lock_lost` says why
    this process may serve from the database no longer. `beside` are further loops, by name.

    Raises TokenRefused, AnotherBotServes, LockLost, DatabaseLost or LoopFailed; nothing of what
    the database still has is ever lost.
    """
    asyncio.get_running_loop().set_exception_handler(log.task_failed)
    wakeup = Wakeup()
    sender = Sender(
        api, render=backend.render, clock=backend.clock, pace=pace, notify=wakeup.notify
    )
    writer = Writer(backend, sender, wakeup)
    async with (
        _serving(
            backend, sender, writer, wakeup, {"lock": partial(_watch_lock, lock_lost), **beside}
        ) as loops,
        _intake(api, writer.keep, webhook, contest) as intake,
    ):
        ready()
        log.record(Action.BOT_STARTED, by="polling" if webhook is None else "webhook")
        watched = [*loops, *intake]
        await _first_of(stop, watched)
    _raise_failed(watched)
    log.record(Action.BOT_STOPPED)


@contextlib.asynccontextmanager
async def _serving(
    backend: Backend,
    sender: Sender,
    writer: Writer,
    wakeup: Wakeup,
    beside: Mapping[str, Beside],
) -> AsyncIterator[list[Loop]]:
    """Writer, jobs and agenda; at the end each finishes what it has begun."""
    halt, agenda = asyncio.Event(), Wakeup()
    asked = [Wakeup() for _ in range(1 + READERS)]

    def wake() -> None:
        for each in asked:
            each.notify()

    backend.watch_jobs(_from_any_thread(wake))

    def made() -> None:
        sender.rows_changed()
        wakeup.notify()

    parts = {
        "writer": writer.run(halt),
        "jobs": make_jobs(backend.make_next, wakeup=asked[0], made=made, stop=halt),
        **{
            f"pictures {place}": make_jobs(
                backend.read_next, wakeup=asked[place], made=made, stop=halt
            )
            for place in range(1, 1 + READERS)
        },
        "agenda": keep_agenda(backend.run_due, made=made, wakeup=agenda, stop=halt),
        **{name: loop(halt) for name, loop in beside.items()},
    }
    loops = [asyncio.create_task(part, name=name) for name, part in parts.items()]
    try:
        yield loops
    finally:
        halt.set()
        for each in (wakeup, *asked, agenda):
            each.notify()
        await asyncio.gather(*loops, return_exceptions=True)
        await sender.finish(GRACE)
        await writer.finish()
        backend.watch_jobs(lambda: None)


def _from_any_thread(notify: Callable[[], None]) -> Callable[[], None]:
    here = asyncio.get_running_loop()

    def call() -> None:
        here.call_soon_threadsafe(notify)

    return call


async def _watch_lock(lost: Callable[[], str | None], stop: asyncio.Event) -> None:
    """Nobody tells when a lock goes, so it is asked for. Raises LockLost."""
    while not stop.is_set():
        reason = await asyncio.to_thread(lost)
        if reason is not None:
            raise LockLost(f"{reason}; stopped, for another bot may serve by now; start it again")
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), LOCK_ASKED)


async def _first_of(stop: asyncio.Event, loops: Sequence[asyncio.Task[Any]]) -> None:
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([stopped, *loops], return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopped.cancel()


def _raise_failed(loops: Sequence[Loop]) -> None:
    """Told by its place alone: an exception's words may quote a person."""
    for loop in loops:
        error = None if loop.cancelled() else loop.exception()
        if isinstance(error, TokenRefused | LockLost | AnotherBotServes | DatabaseLost):
            raise error
        if error is not None:
            raise LoopFailed(
                f"the {loop.get_name()} failed: {trace(error)}; start the bot again, nothing is"
                " lost, and report this line"
            )


@contextlib.asynccontextmanager
async def _intake(
    api: BotApi, keep: Keep, webhook: Webhook | None, contest: Contest | None
) -> AsyncIterator[list[Loop]]:
    if webhook is not None:
        path = urlsplit(webhook.url).path or "/"
        from bot.wire.webhook import webhook_app  # noqa: PLC0415 - see http.py

        app = webhook_app(path, webhook.secret, keep)
        async with serving(app, webhook.host, webhook.port):
            yield []
        return
    task = asyncio.create_task(poll(api, keep, contest), name="intake")
    try:
        yield [task]
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until_stopped(stop: asyncio.Event, doing: Coroutine[Any, Any, T]) -> T | None:
    """Its result; None when told to stop before it came, however long it would have taken."""
    task = asyncio.create_task(doing)
    await _first_of(stop, [task])
    if task.done():
        return task.result()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return None


@contextlib.asynccontextmanager
async def in_background(doing: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Done while the block runs, and given up at its end."""
    task = asyncio.create_task(doing)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
