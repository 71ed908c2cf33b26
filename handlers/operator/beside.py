"""What runs beside the loops: who asks how the bot is, who hears from it, and its backups."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from bot.settings import Settings
from bot.wire import heartbeat, systemd
from bot.wire.aside import keep_looking
from bot.wire.http import PortTakenError, serving
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ports import Clock
from bot.wire.pulse import Pulse
from bot.wire.run import in_background
from handlers.clock.backup import DailyBackup, Folder
from handlers.clock.uptime import Uptime
from handlers.resources import Resources
from storage.engine import Database


@contextlib.asynccontextmanager
async def beside(
    settings: Settings, pulse: Pulse, database: Database, resources: Resources, clock: Clock
) -> AsyncIterator[None]:
    """None of it ends the serving."""
    async with contextlib.AsyncExitStack() as stack:
        uptime = Uptime(database, pulse, clock)
        background = [systemd.keep_alive(pulse), keep_looking("uptime", uptime.run_due)]
        if settings.heartbeat_url is not None:
            background.append(heartbeat.keep_beating(settings.heartbeat_url, pulse))
        if settings.daily_backups is not None:
            folder = Folder(settings.daily_backups, database, settings.backup_keep)
            daily = DailyBackup(folder, resources, clock)
            background.append(keep_looking("backup", daily.run_due))
        for doing in background:
            await stack.enter_async_context(in_background(doing))
        yield
        systemd.notify(systemd.STOPPING)


@contextlib.asynccontextmanager
async def asked_how_it_is(settings: Settings, pulse: Pulse) -> AsyncIterator[None]:
    """Also before Telegram has answered, for that may take as long as the office has no network.
    Where the port is taken, people are served without: they come first."""
    async with contextlib.AsyncExitStack() as stack:
        if settings.health_at is not None:
            from bot.wire.health import health_app  # noqa: PLC0415 - see http.py

            try:
                await stack.enter_async_context(serving(health_app(pulse), *settings.health_at))
            except PortTakenError as error:
                record(Action.HEALTH_UNHEARD, reason=str(error))
        yield


@contextlib.asynccontextmanager
async def failures_told(url: str | None) -> AsyncIterator[None]:
    """An end by a fault is told at once; one by order is not."""
    try:
        yield
    except Exception:
        if url is not None:
            await heartbeat.tell_failed(url)
        raise
