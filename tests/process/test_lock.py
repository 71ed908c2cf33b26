"""The lock, the file or the server goes away: the bot says so and stops, and loses nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from bot.simulator.server.app import running
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
