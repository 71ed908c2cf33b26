"""`main.py run`: serve Telegram until told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from functools import partial

from bot.settings import TELEGRAM, Settings
from bot.wire import memory, systemd
from bot.wire.client import Client
from bot.wire.clock import WitnessedClock, watch_clock
from bot.wire.database_watch import DatabaseLost, last_words, watch_database
from bot.wire.fetch import fetching
from bot.wire.pace import Pace
from bot.wire.ports import Fetch
from bot.wire.pulse import PolledApi, Pulse
from bot.wire.rivalry import Contest
from bot.wire.run import Beside, LockLost, LoopFailed, in_background, run, until_stopped
from bot.wire.startup import set_menus, start_up
from bot.wire.transport import HeardDate
from bot.wire.way import Webhook
from bot.wire.webhook_watch import watch_webhook
from bot.words import alarms
from bot.words.html import Html
from faq.pictures import reader
from handlers.backend import backend, bootstrap, command_menus
from handlers.clock.troubles import put_back, start_right, teller
from handlers.context import message
from handlers.operator.backup import kept_in
from handlers.operator.beside import asked_how_it_is, beside, failures_told
from handlers.operator.told_to_stop import told_to_stop
from handlers.resources import load_resources
from storage.backup import forgotten
from storage.damage import damage_of
from storage.engine import Database, opened, still_starting
from storage.lock import only_one
from storage.schema import make_ready

LOOK_AGAIN = 2.0  # seconds
SERVER_STARTS = 60  # looks: two minutes
LAST_WORDS: dict[type[Exception], Callable[[], Html]] = {
    DatabaseLost: alarms.stopped_without_database,
    LockLost: alarms.stopped_without_lock,
    LoopFailed: alarms.stopped_by_a_fault,
}


async def serve(settings: Settings) -> None:
    """Raises the one-line errors of settings, book and database, and TokenRefused."""
    memory.one_arena()
    stop = stop_on_signals()
    webhook = _webhook(settings)
    clock = WitnessedClock()
    url = settings.database_url.get_secret_value()
    async with failures_told(settings.heartbeat_url), contextlib.AsyncExitStack() as held:
        database = held.enter_context(opened(url))
        if not await _is_up(database, stop):
            return
        lock = held.enter_context(only_one(database))
        make_ready(database, url, lock)
        erased = forgotten.list_of(database, kept_in(settings))
        forgotten.again(database, forgotten.missing(database, erased))
        resources = replace(load_resources(settings), erased_list=erased)
        memory.trim_after_start()
        pulse = Pulse(polls=webhook is None, starting=True)
        async with (
            asked_how_it_is(settings, pulse),
            connected(settings, heard=clock.heard) as client,
        ):
            username = await until_stopped(stop, start_up(client, webhook))
            if username is None:
                return
            resources = replace(resources.named(username), fetch=picture_fetch(client))
            start_right(database, clock)
            bootstrap(database, resources, clock)
            contest = Contest(teller(database, resources, clock))
            pulse.started()
            menus_set = set_menus(client, command_menus(database, resources, clock))
            async with (
                in_background(menus_set),
                beside(settings, pulse, database, resources, clock),
                _last_words(client, settings),
            ):
                await run(
                    PolledApi(client, pulse),
                    pulse.over(backend(database, resources, clock)),
                    stop,
                    webhook=webhook,
                    pace=Pace() if settings.bot_api_url == TELEGRAM else None,
                    lock_lost=lock.lost,
                    contest=contest,
                    beside=_watches(database, clock, client, webhook, contest),
                    ready=lambda: _say_ready(username),
                )


def picture_fetch(client: Client) -> Fetch | None:
    """None where nothing here can read what would be fetched."""
    return fetching(client) if reader.why_not() is None else None


def _say_ready(username: str) -> None:
    print(f"@{username} is serving. Stop it with Ctrl-C.", flush=True)
    systemd.notify(systemd.READY)


def _watches(
    database: Database,
    clock: WitnessedClock,
    client: Client,
    webhook: Webhook | None,
    contest: Contest,
) -> dict[str, Beside]:
    """What looks whether the world around the bot is well."""
    watches: dict[str, Beside] = {
        "clock": partial(watch_clock, clock, partial(put_back, database, clock), contest.tell),
        "database": partial(watch_database, damage_of(database)),
    }
    if webhook is not None:
        watches["webhook"] = partial(watch_webhook, client, webhook, contest)
    return watches


@contextlib.asynccontextmanager
async def _last_words(client: Client, settings: Settings) -> AsyncIterator[None]:
    try:
        yield
    except tuple(LAST_WORDS) as end:
        words = LAST_WORDS[type(end)]()
        await last_words(client, settings.admin_ids, message(words))
        raise


async def _is_up(database: Database, stop: asyncio.Event) -> bool:
    """A server that is still starting is waited for, aloud. False when told to stop meanwhile.

    Raises DatabaseError.
    """
    for look in range(SERVER_STARTS + 1):
        reason = await asyncio.to_thread(still_starting, database)
        if reason is None:
            return True
        if look == SERVER_STARTS:
            raise reason
        print(f"{reason}; waiting for it", flush=True)
        if await until_stopped(stop, asyncio.sleep(LOOK_AGAIN, result=True)) is None:
            break
    return False


def stop_on_signals() -> asyncio.Event:
    """Raises SystemExit where it was told before."""
    told_to_stop.imported()
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    return stop


@contextlib.asynccontextmanager
async def connected(
    settings: Settings, *, heard: HeardDate = lambda date: None
) -> AsyncIterator[Client]:
    client = Client(settings.token, api_url=settings.bot_api_url, heard=heard)
    await client.open()
    try:
        yield client
    finally:
        await client.close_connections()


def _webhook(settings: Settings) -> Webhook | None:
    if settings.webhook_url is None or settings.webhook_secret is None:
        return None
    host, port = settings.listen_at
    return Webhook(settings.webhook_url, settings.webhook_secret.get_secret_value(), host, port)
