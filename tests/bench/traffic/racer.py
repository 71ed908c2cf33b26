"""Who races, and the ground it races on: the bot as a process of its own, its Bot API here."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from tests.bench.traffic.api import Api, serving
from tests.process.bot import ROOT, Bot

PATIENCE = 120.0
# The bot has one core to itself, the Bot API and whoever writes the other; where there is but
# one, they share it. Looked up before this process is bound to its own.
CORES = sorted(os.sched_getaffinity(0))[:2]
PINNED = len(CORES) == 2
BOT_CORE, API_CORE = CORES[0], CORES[-1]


class Failed(Exception):
    """The bot did not do what it is measured at."""


@dataclass(frozen=True)
class Racer:
    name: str
    command: tuple[str, ...] = ("main.py", "run")
    home: Path = ROOT
    echo: bool = False


BARE = Racer("bare aiohttp loop", ("-m", "tests.bench.traffic.echo_bare"), echo=True)
AIOGRAM = Racer("aiogram echo", ("-m", "tests.bench.traffic.echo_aiogram"), echo=True)
PTB = Racer("PTB echo", ("-m", "tests.bench.traffic.echo_ptb"), echo=True)


def bot_of(home: Path) -> Racer:
    """Our bot, called by the commit that is checked out there."""
    command = ["git", "-C", str(home), "describe", "--always", "--dirty=+"]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return Racer(f"this bot {said or home.name}", home=home.resolve())


@dataclass
class Ground:
    racer: Racer
    api: Api
    bot: Bot

    async def start(self) -> None:
        """Returns when it has asked for updates for the first time."""
        self.bot.start()
        await self.until(lambda: self.api.fetches > 0, "it does not ask for updates")

    async def until(
        self, done: Callable[[], bool], fault: str, *, patience: float = PATIENCE
    ) -> None:
        deadline = time.monotonic() + patience
        while not done():
            if not self.bot.alive:
                raise Failed(f"{self.racer.name} ended: {self.bot.said()[-2000:]}")
            if time.monotonic() > deadline:
                raise Failed(f"{self.racer.name}: {fault}\n{self.bot.autopsy()[-4000:]}")
            await asyncio.sleep(0.005)

    async def stop(self) -> None:
        code, _ = await asyncio.to_thread(self.bot.stop)
        if code != 0 and not self.racer.echo:
            raise Failed(f"{self.racer.name} ended with {code}: {self.bot.said()[-2000:]}")


@contextlib.asynccontextmanager
async def ground(
    racer: Racer,
    *,
    database_url: str | None = None,
    takes: float = 0.0,
    cores: Sequence[int] = (BOT_CORE,) if PINNED else (),
) -> AsyncIterator[Ground]:
    """`takes`: seconds that pass until a message of the bot's is sent."""
    api = Api(takes=takes)
    with tempfile.TemporaryDirectory() as name, empty_database(database_url) as url:
        async with serving(api) as api_url:
            bot = Bot(
                api_url,
                Path(name),
                database_url=url,
                cores=cores,
                command=racer.command,
                settings={
                    "LOG_LEVEL": "INFO",
                    "MANUAL_DIR": str(racer.home / "faq" / "manual"),
                },
                home=racer.home,
            )
            try:
                yield Ground(racer, api, bot)
            finally:
                bot.kill()


@contextlib.contextmanager
def empty_database(server: str | None) -> Iterator[str | None]:
    """One of its own in that PostgreSQL, so that none finds what another left; None is SQLite."""
    if server is None:
        yield None
        return
    address = make_url(server)
    with psycopg.connect(
        address.set(drivername="postgresql").render_as_string(hide_password=False),
        autocommit=True,
    ) as connection:
        name = f"bench_{secrets.token_hex(4)}"
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield address.set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
