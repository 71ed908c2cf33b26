"""The loops together: intake, worker, sender, agenda; started, watched and stopped in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.wire.client import Client
from bot.wire.http import serving
from bot.wire.intake import ALLOWED, TokenRefused, poll
from bot.wire.log import trace
from bot.wire.pace import Pace
from bot.wire.ports import Clock, Due, Line, Serve, Settle, Store, Tick
from bot.wire.sender import Sender
from bot.wire.worker import Bell, keep_agenda, work

logger = logging.getLogger(__name__)

LANDING = 5.0  # seconds that sends under way are given at the end; all in all it is under 8


@dataclass(frozen=True)
class Works:
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


async def run(
    line: Line,
    works: Works,
    stop: asyncio.Event,
    *,
    webhook: Webhook | None = None,
    pace: Pace | None = None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Until `stop` is set; `ready` is called once updates can come in.

    Raises TokenRefused or LoopFailed; nothing that is stored is ever lost.
    """
    sender = Sender(line, works.due, works.settle, clock=works.clock, pace=pace)
    arrived = Bell()
    async with (
        _serving(works, sender, arrived) as loops,
        _intake(line, works.store, arrived, webhook) as intake,
    ):
        ready()
        watched = [*loops, *intake]
        await _first_of(stop, watched)
    _raise_failed(watched)


@contextlib.asynccontextmanager
async def _serving(works: Works, sender: Sender, arrived: Bell) -> AsyncIterator[list[Loop]]:
    """Worker, sender and agenda; at the end each finishes what it has begun."""
    halt, agenda = asyncio.Event(), Bell()
    rung = sender.bell.ring
    parts = {
        "worker": work(works.serve, bell=arrived, served=rung, stop=halt),
        "sender": sender.run(halt),
        "agenda": keep_agenda(works.tick, made=rung, bell=agenda, stop=halt),
    }
    loops = [asyncio.create_task(part, name=name) for name, part in parts.items()]
    try:
        yield loops
    finally:
        halt.set()
        for bell in (arrived, sender.bell, agenda):
            bell.ring()
        await asyncio.gather(*loops, return_exceptions=True)
        await sender.land(LANDING)


async def _first_of(stop: asyncio.Event, loops: Sequence[Loop]) -> None:
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
    line: Line, store: Store, arrived: Bell, webhook: Webhook | None
) -> AsyncIterator[list[Loop]]:
    if webhook is not None:
        path = urlsplit(webhook.url).path or "/"
        from bot.wire.webhook import webhook_app  # noqa: PLC0415 - see http.py

        app = webhook_app(path, webhook.secret, store, stored=arrived.ring)
        async with serving(app, webhook.host, webhook.port):
            yield []
        return
    task = asyncio.create_task(poll(line, store, stored=arrived.ring), name="intake")
    try:
        yield [task]
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def greet(client: Client, stop: asyncio.Event, webhook: Webhook | None) -> str | None:
    """Says hello until Telegram answers, and how updates are to come; the bot's username.

    None when told to stop before. Raises TokenRefused.
    """
    pause = 1.0
    while not stop.is_set():
        try:
            me = await client.call("getMe", {})
            await _choose_way(client, webhook)
            return str(me["username"])
        except InvalidToken:
            raise TokenRefused from None
        except RetryAfter as error:
            pause = float(error._retry_after.total_seconds())
        except TelegramError as error:
            pause = min(pause * 2, 30.0)
            reason = type(error).__name__
            logger.warning("Telegram cannot be reached (%s); again in %.0f s", reason, pause)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), pause)
    return None


class WebhookRefused(Exception):
    """Telegram does not take WEBHOOK_URL; its own words say why."""


async def _choose_way(client: Client, webhook: Webhook | None) -> None:
    if webhook is None:
        try:
            await client.call("deleteWebhook", {"drop_pending_updates": False})
        except (BadRequest, InvalidToken):  # a server without webhooks has none to delete
            logger.warning("deleteWebhook was refused; polling all the same")
        return
    way: dict[str, object] = {"url": webhook.url, "secret_token": webhook.secret}
    way["allowed_updates"] = ALLOWED
    try:
        await client.call("setWebhook", way)
    except BadRequest as error:
        raise WebhookRefused(f"WEBHOOK_URL: Telegram refuses it: {error.message}") from None


async def set_menus(client: Client, menus: list[dict[str, object]]) -> None:
    """A menu that Telegram does not take stops nothing."""
    for menu in menus:
        try:
            await client.call("setMyCommands", menu)
        except TelegramError as error:
            logger.warning("a command menu was not set: %s", type(error).__name__)
