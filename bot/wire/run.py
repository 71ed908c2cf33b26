"""The loops together: intake, worker, sender, agenda; started, watched and stopped in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.wire.client import Client
from bot.wire.http import serving
from bot.wire.intake import ALLOWED, TokenRefused, poll
from bot.wire.pace import Pace
from bot.wire.ports import Clock, Due, Serve, Settle, Store, Tick
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


async def run(
    client: Client,
    works: Works,
    stop: asyncio.Event,
    *,
    webhook: Webhook | None = None,
    pace: Pace | None = None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Until `stop` is set; `ready` is called once updates can come in.

    Raises TokenRefused; nothing that is stored is ever lost.
    """
    sender = Sender(client, works.due, works.settle, clock=works.clock, pace=pace)
    arrived, agenda = Bell(), Bell()
    halt = asyncio.Event()
    loops = [
        asyncio.create_task(work(works.serve, bell=arrived, served=sender.bell.ring, stop=halt)),
        asyncio.create_task(sender.run(halt)),
        asyncio.create_task(
            keep_agenda(works.tick, made=sender.bell.ring, bell=agenda, stop=halt)
        ),
    ]
    stopped = asyncio.create_task(stop.wait())
    try:
        async with _intake(client, works.store, arrived, webhook) as intake:
            ready()
            watched: list[asyncio.Task[object]] = [stopped, *loops]
            if intake is not None:
                watched.append(intake)
            await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
            if intake is not None and intake.done():
                intake.result()
    finally:
        stopped.cancel()
        halt.set()
        for bell in (arrived, sender.bell, agenda):
            bell.ring()
        await asyncio.gather(*loops, return_exceptions=True)
        await sender.land(LANDING)


@contextlib.asynccontextmanager
async def _intake(
    client: Client, store: Store, arrived: Bell, webhook: Webhook | None
) -> AsyncIterator[asyncio.Task[None] | None]:
    if webhook is not None:
        path = urlsplit(webhook.url).path or "/"
        from bot.wire.webhook import webhook_app  # noqa: PLC0415 - see http.py

        app = webhook_app(path, webhook.secret, store, stored=arrived.ring)
        async with serving(app, webhook.host, webhook.port):
            yield None
        return
    task = asyncio.create_task(poll(client, store, stored=arrived.ring))
    try:
        yield task
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
