"""`main.py simulate`: the whole job in a browser, with a few weeks already behind it."""

from __future__ import annotations

import asyncio
import gc
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings
from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.demo import history
from bot.simulator.demo.stepper import Stepper
from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from bot.wire.run import run
from handlers.backend import backend, bootstrap, command_menus
from handlers.operator.run import connected, picture_fetch, stop_on_signals
from handlers.resources import Resources, load_resources
from storage import private
from storage.engine import Database, DatabaseError, opened
from storage.schema import migrate

FOLDER = Path("data")


async def simulate(settings: Settings, port: int) -> None:
    """Raises PortTakenError. The settings' own database is never touched."""
    stop = stop_on_signals()
    clock = MovableClock(history.begins(datetime.now(UTC)))
    world = World(clock)
    simulated = SimulatedBot(settings, world, clock, port)
    async with running(world, port=port, on_reset=simulated.rebuild) as url:
        simulated.url = url
        await simulated.rebuild()
        print(f"Open {url} in a browser. Stop it with Ctrl-C.", flush=True)
        await stop.wait()
        await simulated.halt()


class SimulatedBot:
    """Taken down, given a fresh past, and started again on Reset."""

    def __init__(self, settings: Settings, world: World, clock: MovableClock, port: int) -> None:
        self.url = ""
        self._settings = settings
        self._world = world
        self._clock = clock
        self._file = FOLDER / f"simulator-{port}.sqlite3"
        self._stop = asyncio.Event()
        self._running: asyncio.Task[None] | None = None
        self._rebuilding = asyncio.Lock()
        self._resources: Resources | None = None

    async def rebuild(self) -> None:
        """Raises DatabaseError. One at a time: a past is played in an empty world only."""
        async with self._rebuilding:
            await self._rebuild()

    async def _rebuild(self) -> None:
        await self.halt()
        self._world.state.reset()
        _clear(self._file)
        self._stop = asyncio.Event()
        ready = asyncio.Event()
        self._running = asyncio.create_task(self._live(ready))
        waiting = asyncio.create_task(ready.wait())
        await asyncio.wait((waiting, self._running), return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if self._running.done():
            self._running.result()

    async def halt(self) -> None:
        if self._running is not None:
            self._stop.set()
            await self._running
            self._running = None

    async def _live(self, ready: asyncio.Event) -> None:
        settings = self._settings.model_copy(
            update={
                "bot_token": SecretStr(accounts.SIM_TOKEN),
                "bot_api_url": self.url,
                "database_url": SecretStr(f"sqlite:///{self._file}"),
                "helpdesk_chat_id": accounts.HELPDESK,
                "report_chat_id": accounts.REPORTS,
                "admin_ids": (accounts.BUDI,),
            }
        )
        with opened(settings.database_url.get_secret_value()) as database:
            database.without_fsync()  # four played weeks are a thousand commits
            migrate(database)
            if self._resources is None:  # the book stays the same over a reset
                loaded = load_resources(settings).named(accounts.BOT_USERNAME)
                self._resources = _ageless(loaded)
                gc.freeze()  # it stays; looking through it again and again takes time
            resources = self._resources
            self._clock.restart_at(history.begins(datetime.now(UTC)))
            bootstrap(database, resources, self._clock)
            self._play_history(database, resources)
            async with connected(settings) as client:
                ready.set()
                resources = replace(resources, fetch=picture_fetch(client))
                await run(client, backend(database, resources, self._clock), self._stop)

    def _play_history(self, database: Database, resources: Resources) -> None:
        stepper = Stepper(self._world, backend(database, resources, self._clock))
        api = LocalBotApi(self._world.state)
        for menu in command_menus(database, resources, self._clock):
            api.call("setMyCommands", menu)
        history.play(self._world, self._clock, stepper.run_until_idle, stepper.answer)
        self._clock.move_to(datetime.now(UTC))  # the play itself took a while


def _clear(file: Path) -> None:
    try:
        private.make_folder(FOLDER)
        for old in FOLDER.glob(f"{file.name}*"):
            old.unlink()
        private.make_file(file)
    except OSError as error:
        raise DatabaseError(
            f"cannot write {error.filename}: {error.strerror}; give this user the folder"
            f" {FOLDER.resolve()}, or start in another one"
        ) from None


def _ageless(resources: Resources) -> Resources:
    """The clock may be put to any year; that its holidays are unknown is nobody's news here."""
    return replace(resources, calendar=replace(resources.calendar, known_until=date.max))
