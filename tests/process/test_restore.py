"""The short form of the restore drill, and the bot that goes on with what was put back."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from tests.process.bot import ROOT, Bot
from tests.process.restore_drill import drill
from tests.process.test_trouble import until_said
from tests.support.waiting import until


def test_a_backup_that_is_killed_is_whole_or_not_there(tmp_path: Path, database_url: str) -> None:
    found = drill(database_url, tmp_path, kills=3, megabytes=20)
    assert found.in_time > 0, found.table()
    assert found.broken == 0, found.table()
    assert found.tickets > 0
    assert found.lost == 0, found.table()


async def test_the_bot_goes_on_with_what_was_put_back(tmp_path: Path, database_url: str) -> None:
    """Backed up by day while it serves; refused while it runs; then put back."""

    async def verb(bot: Bot, name: str) -> subprocess.CompletedProcess[str]:
        return await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "main.py", name, str(tmp_path / "copy")],
            cwd=ROOT,
            env=bot.environ,
            capture_output=True,
            text=True,
            check=False,
        )

    folder = tmp_path / "backup"
    world = World(MovableClock())
    async with running(world) as url:
        bot = Bot(url, tmp_path, database_url=database_url, settings={"BACKUP_DIR": str(folder)})
        bot.start()
        try:
            await until(bot.serving)
            world.people.say(accounts.ANI, accounts.ANI, "/lapor")
            await until_said(world, accounts.ANI, 1)
            made = await verb(bot, "backup")
            assert made.returncode == 0, made.stderr
            assert "opened and checked" in made.stdout
            refused = await verb(bot, "restore")
            assert refused.returncode == 1
            assert refused.stderr == (
                "error: another bot already runs on this database; stop it first\n"
            )
            await until(lambda: "action=backup_made" in bot.said() or not bot.alive)
            await asyncio.to_thread(bot.stop)
            done = await verb(bot, "restore")
            assert done.returncode == 0, done.stderr
            assert "before-restore-" in done.stdout
            bot.start()
            await until(bot.serving)
            world.people.say(accounts.ANI, accounts.ANI, "keluhan")
            await until_said(world, accounts.ANI, 2)
            assert "Ceritakan keluhan" in world.state.messages(accounts.ANI)[-1].text
            code, _ = await asyncio.to_thread(bot.stop)
            assert code == 0
        finally:
            await asyncio.to_thread(bot.kill)
