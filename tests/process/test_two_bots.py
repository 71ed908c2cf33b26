"""Two processes with one token, each with a database of its own; and a webhook that is taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from tests.process.bot import Bot
from tests.process.test_start import taken
from tests.support.waiting import until

# The same, with seconds instead of minutes.
HURRIED = """
import sys, main
from bot.wire import intake, rivalry, webhook_watch
intake.LONG_POLL, intake.CONTESTED = 2, 0.5
rivalry.ALONE, rivalry.GAP = 4.0, 3.5
rivalry.LEAST, rivalry.SPREAD, rivalry.CALM = 4.0, 2.0, 3.0
webhook_watch.LOOK, webhook_watch.LOOK_AGAIN = 1.0, 0.5
sys.exit(main.main(["run"]))
"""


@asynccontextmanager
async def two(tmp_path: Path, database_url: str) -> AsyncIterator[tuple[World, Bot, Bot]]:
    world = World(MovableClock())
    folder = tmp_path / "second"
    folder.mkdir()
    async with running(world) as url:
        command = ("-c", HURRIED)
        first = Bot(url, tmp_path, database_url=database_url, command=command)
        second = Bot(url, folder, command=command)
        try:
            yield world, first, second
        finally:
            second.kill()
            first.kill()


def heard(world: World, chat: int) -> list[str]:
    return [each.text for each in world.state.messages(chat) if each.from_bot]


async def test_the_second_poller_stops_and_the_first_serves_on(
    tmp_path: Path, database_url: str
) -> None:
    async with two(tmp_path, database_url) as (world, first, second):
        first.start()
        await until(first.serving)
        await asyncio.sleep(5)
        second.start()
        await until(lambda: not second.alive)
        assert second.wait() == 3
        (line,) = [line for line in second.said().splitlines() if line.startswith("error: ")]
        assert "another process already serves with this BOT_TOKEN" in line
        assert "action=another_bot this_one=stays" in first.said()
        assert "action=another_bot this_one=stands_back" in second.said()
        world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        await until(lambda: heard(world, accounts.ANI))
        desk = heard(world, accounts.HELPDESK)
        assert sum("program lain yang memakai token" in words for words in desk) == 1
        assert sum("bot lain sudah jalan" in words for words in desk) == 1
        code, _ = first.stop()
        assert code == 0


async def test_a_webhook_that_is_taken_is_set_again(tmp_path: Path, database_url: str) -> None:
    with taken() as listener:
        port = listener.getsockname()[1]
    hook = f"http://127.0.0.1:{port}/hook"
    world = World(MovableClock())
    async with running(world) as url:
        bot = Bot(
            url,
            tmp_path,
            database_url=database_url,
            command=("-c", HURRIED),
            settings={
                "WEBHOOK_URL": hook,
                "WEBHOOK_SECRET": "rahasia",
                "LISTEN": f"127.0.0.1:{port}",
            },
        )
        bot.start()
        try:
            await until(bot.serving)
            await asyncio.sleep(5)
            LocalBotApi(world.state).call("deleteWebhook", {})
            world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
            await until(lambda: heard(world, accounts.ANI))
            await until(lambda: any("webhook" in each for each in heard(world, accounts.HELPDESK)))
            assert "action=webhook_taken how=removed" in bot.said()
            assert (world.state.updates.webhook or {})["url"] == hook
        finally:
            bot.kill()
