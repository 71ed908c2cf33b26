"""The lock, the file or the server goes away: the bot says so and stops, and loses nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from tests.process.bot import Bot
from tests.support.waiting import until


def take_the_lock_away(bot: Bot) -> None:
    address = make_url(bot.database_url)
    if address.get_backend_name() == "sqlite":
        Path(f"{address.database}.lock").unlink()
        return
    plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
        )


async def test_a_lost_lock_ends_the_serving(tmp_path: Path, database_url: str) -> None:
    async with running(World(MovableClock())) as url:
        bot = Bot(url, tmp_path, database_url=database_url)
        bot.start()
        await until(bot.serving)
        take_the_lock_away(bot)
        await until(lambda: not bot.alive)
    assert bot.process.returncode == 1
    (line,) = [line for line in bot.said().splitlines() if line.startswith("error: ")]
    assert "lock" in line
    assert "start it again" in line


def empty_it(bot: Bot) -> None:
    address = make_url(bot.database_url)
    if address.get_backend_name() == "sqlite":
        Path(str(address.database)).unlink()
        return
    plain = address.set(drivername="postgresql", database="postgres")
    server = plain.render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as connection:
        name = sql.Identifier(str(address.database))
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
        connection.execute(sql.SQL("CREATE DATABASE {}").format(name))


def overwrite_it(bot: Bot) -> None:
    """As a disk that dies, or a copy over it, does."""
    file = Path(str(make_url(bot.database_url).database))
    with file.open("r+b") as database:
        database.write(os.urandom(file.stat().st_size))


async def ends_with_a_word_to_the_admins(
    url: str, world: World, bot: Bot, destroy: Callable[[Bot], None], *words: str
) -> None:
    admin = accounts.BUDI
    world.people.say(admin, admin, "/start")
    bot.start()
    try:
        await until(bot.serving)
        await until(lambda: any(each.from_bot for each in world.state.messages(admin)))
        destroy(bot)
        world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        await until(lambda: not bot.alive)
    finally:
        bot.kill()
    assert bot.process.returncode == 1
    said = bot.said()
    assert "Traceback" not in said
    (line,) = [line for line in said.splitlines() if line.startswith("error: ")]
    assert any(word in line for word in words)
    assert "start it again" in line
    last = [each.text for each in world.state.messages(admin) if each.from_bot][-1]
    assert last.startswith("⛔ Bot berhenti")


async def test_a_database_that_is_gone_while_serving(tmp_path: Path, database_url: str) -> None:
    world = World(MovableClock())
    # Of a server it is a matter of chance what is noticed first.
    words = ("was deleted or replaced", "lock was cut", "does not exist")
    async with running(world) as url:
        bot = Bot(url, tmp_path, database_url=database_url)
        await ends_with_a_word_to_the_admins(url, world, bot, empty_it, *words)


async def test_a_file_that_is_damaged_while_serving(tmp_path: Path) -> None:
    world = World(MovableClock())
    async with running(world) as url:
        bot = Bot(url, tmp_path)
        await ends_with_a_word_to_the_admins(url, world, bot, overwrite_it, "is damaged")


async def test_an_emptied_database_is_no_new_one(tmp_path: Path) -> None:
    async with running(World(MovableClock())) as url:
        bot = Bot(url, tmp_path)
        bot.start()
        await until(bot.serving)
        bot.stop()
        file = tmp_path / "bot.sqlite3"
        file.unlink()
        bot.start()
        await until(lambda: not bot.alive)
    assert bot.process.returncode == 1
    assert "is empty, but a bot has served from it" in bot.said()
    with sqlite3.connect(file) as database:
        assert not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    database.close()


async def test_a_server_that_is_not_up_yet_is_waited_for(tmp_path: Path) -> None:
    async with running(World(MovableClock())) as url:
        bot = Bot(url, tmp_path, database_url="postgresql://bot@127.0.0.1:9/none")
        bot.start()
        await until(lambda: "waiting for it" in bot.said())
        code, _ = bot.stop()
    assert code == 0
