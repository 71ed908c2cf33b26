"""Told to stop before it serves: while it starts, and while Telegram hangs."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path

import pytest

from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from tests.process.bot import Bot
from tests.support.waiting import until

HANGS = 3600.0  # seconds: whoever waits for this never ends


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("after", [0.0, 0.4, 1.2])
def test_while_it_starts(after: float, sign: signal.Signals, tmp_path: Path) -> None:
    bot = Bot("http://127.0.0.1:9", tmp_path, fresh=True)
    bot.start()
    try:
        bot.wait_until_it_can_be_told()
        time.sleep(after)
        code, _ = bot.stop(sign)
    finally:
        bot.kill()
    assert (code, "Traceback" in bot.said()) == (0, False), bot.said()


TOLD_AS_A_LOCK_IS_LET_GO = """
import os, signal, sys, weakref

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "handlers.operator.run":
            lock = type("Lock", (), {})()
            self.kept = weakref.ref(lock, told)

def told(_):
    os.kill(os.getpid(), signal.SIGTERM)
    any(range(99))

sys.meta_path.insert(0, Finder())
"""


def test_where_python_calls_back_and_forgets_what_is_raised(tmp_path: Path) -> None:
    """As it does with each module's lock: it would have served on."""
    (tmp_path / "sitecustomize.py").write_text(TOLD_AS_A_LOCK_IS_LET_GO)
    bot = Bot("http://127.0.0.1:9", tmp_path, fresh=True)
    bot.environ["PYTHONPATH"] = str(tmp_path)
    bot.start()
    try:
        code = bot.wait()
    finally:
        bot.kill()
    assert (code, "Traceback" in bot.said()) == (0, False), bot.said()


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
async def test_while_telegram_hangs(method: str, tmp_path: Path) -> None:
    world = World(MovableClock())
    world.state.faults.add("timeout", method=method, times=None, seconds=HANGS)
    async with running(world) as url:
        bot = Bot(url, tmp_path)
        bot.start()
        try:
            await until(lambda: world.state.calls[method.lower()])
            code, _ = await asyncio.to_thread(bot.stop)
        finally:
            await asyncio.to_thread(bot.kill)
    assert code == 0, bot.said()


async def test_a_menu_that_hangs_keeps_nobody_waiting(tmp_path: Path) -> None:
    world = World(MovableClock())
    world.state.faults.add("timeout", method="setMyCommands", times=None, seconds=HANGS)
    async with running(world) as url:
        bot = Bot(url, tmp_path)
        bot.start()
        try:
            await asyncio.to_thread(bot.wait_until_serving)
            world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
            await until(lambda: any(said.from_bot for said in world.state.messages(accounts.ANI)))
            code, _ = await asyncio.to_thread(bot.stop)
        finally:
            await asyncio.to_thread(bot.kill)
    assert code == 0, bot.said()
