"""The loops together: intake, worker, sender, agenda; started, watched and stopped in order."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from bot.wire.http import serving
from bot.wire.intake import TokenRefused, poll
from bot.wire.log import trace
from bot.wire.pace import Pace
from bot.wire.ports import BotApi, Clock, Due, Serve, Settle, Store, Tick
from bot.wire.sender import Sender
from bot.wire.worker import Wakeup, keep_agenda, work

LANDING = 5.0  # seconds that sends under way are given at the end; all in all it is under 8


@dataclass(frozen=True)
class Backend:
    """The durable side, as plain functions."""

    store: Store
    serve: Serve
    due: Due
    settle: Settle
    tick: Tick
    clock: Clock


@dataclass(frozen=True)
class Webhook:
    url: str
    secret: str
    host: str
    port: int


class LoopFailed(Exception):
    """One line: which loop, and where in the code."""


Loop = asyncio.Task[None]
T = TypeVar("T")


async def run(
    api: BotApi,
    backend: Backend,
    stop: asyncio.Event,
    *,
    webhook: Webhook | None = None,
    pace: Pace | None = None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Until `stop` is set; `ready` is called once updates can come in.

    Raises TokenRefused or LoopFailed; nothing that is stored is ever lost.
    """
    sender = Sender(api, backend.due, backend.settle, clock=backend.clock, pace=pace)
    arrived = Wakeup()
    async with (
        _serving(backend, sender, arrived) as loops,
        _intake(api, backend.store, arrived, webhook) as intake,
    ):
        ready()
        watched = [*loops, *intake]
        await _first_of(stop, watched)
    _raise_failed(watched)


@contextlib.asynccontextmanager
async def _serving(backend: Backend, sender: Sender, arrived: Wakeup) -> AsyncIterator[list[Loop]]:
    """Worker, sender and agenda; at the end each finishes what it has begun."""
    halt, agenda = asyncio.Event(), Wakeup()
    wake_sender = sender.wakeup.wake
    parts = {
        "worker": work(backend.serve, wakeup=arrived, served=wake_sender, stop=halt),
        "sender": sender.run(halt),
        "agenda": keep_agenda(backend.tick, made=wake_sender, wakeup=agenda, stop=halt),
    }
    loops = [asyncio.create_task(part, name=name) for name, part in parts.items()]
    try:
        yield loops
    finally:
        halt.set()
        for wakeup in (arrived, sender.wakeup, agenda):
            wakeup.wake()
        await asyncio.gather(*loops, return_exceptions=True)
        await sender.land(LANDING)


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
        if isinstance(error, TokenRefused):
            raise error
        if error is not None:
            raise LoopFailed(
                f"the {loop.get_name()} failed: {trace(error)}; start the bot again, nothing is"
                " lost, and report this line"
            )


@contextlib.asynccontextmanager
async def _intake(
    api: BotApi, store: Store, arrived: Wakeup, webhook: Webhook | None
) -> AsyncIterator[list[Loop]]:
    if webhook is not None:
        path = urlsplit(webhook.url).path or "/"
        from bot.wire.webhook import webhook_app  # noqa: PLC0415 - see http.py

        app = webhook_app(path, webhook.secret, store, stored=arrived.wake)
        async with serving(app, webhook.host, webhook.port):
            yield []
        return
    task = asyncio.create_task(poll(api, store, stored=arrived.wake), name="intake")
    try:
        yield [task]
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def unless(stop: asyncio.Event, doing: Coroutine[Any, Any, T]) -> T | None:
    """Its result; None when told to stop before it came, however long it would have taken."""
    task = asyncio.create_task(doing)
    await _first_of(stop, [task])
    if task.done():
        return task.result()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return None


@contextlib.asynccontextmanager
async def beside(doing: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Done while the block runs, and given up at its end."""
    task = asyncio.create_task(doing)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
