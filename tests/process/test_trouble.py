"""Trouble while it serves: a bad network, a failing database, stops at bad moments."""

from __future__ import annotations

import asyncio
import io
import json
import re
import signal
import sqlite3
from pathlib import Path

import aiohttp
import pytest

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.api.methods.profile import menu
from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.state import State
from bot.simulator.world.world import World
from bot.wire.webhook import LARGEST_BODY, SECRET_HEADER
from tests.process.bot import READY, Bot, living
from tests.process.test_start import taken
from tests.support.waiting import until
from tests.support.waiting_call import waiting_call

NIP = "198501152010011007"
CANARY = "kenari-tak-boleh-tercatat"
NAME = "Kenariwati"
HANGS = 3600.0  # seconds: whoever waits for this never ends
LINE = re.compile(r'[\d :,-]+ [A-Z]+ action=\w+( \w+=([^\s"]+|"([^"\\]|\\.)*"))*')


async def until_said(world: World, chat: int, count: int) -> None:
    await until(lambda: said_by_the_bot(world, chat) >= count)


def said_by_the_bot(world: World, chat: int) -> int:
    return sum(message.from_bot for message in world.state.messages(chat))


async def stops(bot: Bot, sign: signal.Signals = signal.SIGTERM) -> None:
    """By itself and in order; within how many seconds, `make kill` measures."""
    code, _ = await asyncio.to_thread(bot.stop, sign)
    assert code == 0, bot.said()
    assert "Traceback" not in bot.said()


async def test_no_secret_and_no_person_in_the_log(tmp_path: Path) -> None:
    """At DEBUG, with everything going wrong that can."""
    async with living(tmp_path) as (world, bot):
        who = world.state.add_user(70_001, NAME)
        chat = who.number
        for kind, details in (
            ("server_error", {"status": 500}),
            ("html_error", {"status": 502}),
            ("flood", {"retry_after": 1}),
            ("lost", {}),
            ("malformed", {}),
        ):
            world.state.faults.add(kind, method="sendMessage", **details)  # type: ignore[arg-type]
            world.state.faults.add(kind, method="getUpdates", **details)  # type: ignore[arg-type]
            world.people.say(chat, chat, f"{CANARY} NIP saya {NIP}")
            await asyncio.sleep(0.3)
        intruder = asyncio.create_task(
            waiting_call(LocalBotApi(world.state), "getUpdates", {"timeout": 1})
        )
        world.buttons.forge_press(chat, chat, 1, f"take:{NIP}")
        world.state.push_raw({"message": {"text": CANARY, "from": {"first_name": NAME}}})
        world.people.say(chat, chat, f"/profil {CANARY}")
        with sqlite3.connect(tmp_path / "bot.sqlite3") as database:
            database.execute("ALTER TABLE question RENAME TO gone")  # handlers now crash
        database.close()
        world.people.say(chat, chat, f"{CANARY} bagaimana mengisi SKP {NIP}")
        await intruder
        await until(lambda: "action=update_parked" in bot.said())
        world.state.token = "9:elsewhere"  # every call is answered with 401
        world.state.updates.release()
        await asyncio.sleep(1)
        assert bot.alive
        await asyncio.to_thread(bot.stop)
        said = bot.said()
    assert "action=token_refused" in said
    assert re.search(
        r"action=update_failed update=\d+ .* at=\"\S+:\d+ \w+"
        r" < storage/row_ids\.py:\d+ _reserve < storage/row_ids\.py:\d+ take",
        said,
    )
    assert "action=update_parked update=" in said
    for line in said.splitlines():
        assert READY in line or LINE.fullmatch(line), line
    for canary in (accounts.SIM_TOKEN, accounts.SIM_TOKEN.partition(":")[2], NIP, CANARY, NAME):
        assert canary not in said, said
    assert "Traceback" not in said


async def test_the_network_is_lost_for_a_while(tmp_path: Path) -> None:
    with taken() as placeholder:
        port = placeholder.getsockname()[1]
    world = World(MovableClock())
    bot = Bot(f"http://127.0.0.1:{port}", tmp_path)
    try:
        async with running(world, port=port):
            bot.start()
            await asyncio.to_thread(bot.wait_until_serving)
        world.state.journal.closing = False
        world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        await asyncio.sleep(2)
        assert bot.alive
        async with running(world, port=port):
            await until_said(world, accounts.ANI, 1)
            await stops(bot)
    finally:
        await asyncio.to_thread(bot.kill)


async def test_another_poller_is_told_and_outlived(tmp_path: Path) -> None:
    async with living(tmp_path) as (world, bot):
        await until(lambda: world.state.calls["getupdates"])
        await waiting_call(LocalBotApi(world.state), "getUpdates", {"timeout": 0})
        await until(lambda: "another process polls" in bot.said())
        world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        await until_said(world, accounts.ANI, 1)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
async def test_stop_during_a_long_poll(sign: signal.Signals, tmp_path: Path) -> None:
    async with living(tmp_path) as (_, bot):
        await asyncio.sleep(0.5)
        await stops(bot, sign)


async def test_stop_during_a_backlog_and_slow_sends(tmp_path: Path) -> None:
    """What was begun is finished, the rest is kept; nobody hears anything twice."""
    async with living(tmp_path) as (world, bot):
        world.state.faults.add("slow", method="sendMessage", times=None, seconds=0.4)
        people = [world.state.add_user(71_000 + at, "Orang").number for at in range(60)]
        for number in people:
            world.people.say(number, number, "/bantuan")
        await asyncio.sleep(0.6)
        await stops(bot)
        world.state.faults.clear()
        bot.start()
        for number in people:
            await until_said(world, number, 1)
        await asyncio.sleep(0.5)
        assert world.state.duplicates() == 0
        await stops(bot)


async def test_stop_while_a_send_hangs(tmp_path: Path) -> None:
    async with living(tmp_path) as (world, bot):
        world.state.faults.add("timeout", method="sendMessage", seconds=HANGS)
        world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        await asyncio.sleep(1)
        await stops(bot)
        bot.start()
        await until_said(world, accounts.ANI, 1)


async def test_webhook_end_to_end(tmp_path: Path) -> None:
    """Stored before 200; a stranger gets 403, a flood 413; a kill between loses nothing."""
    with taken() as listener:
        port = listener.getsockname()[1]
    hook, secret = f"http://127.0.0.1:{port}/hook", "rahasia-webhook"
    async with living(
        tmp_path, WEBHOOK_URL=hook, WEBHOOK_SECRET=secret, LISTEN=f"127.0.0.1:{port}"
    ) as (world, bot):
        world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        await until_said(world, accounts.ANI, 1)
        right = {SECRET_HEADER: secret}
        update = {"update_id": 1, "message": {"text": CANARY}}
        async with aiohttp.ClientSession() as session:

            async def post(body: bytes, headers: dict[str, str]) -> int:
                async with session.post(hook, data=io.BytesIO(body), headers=headers) as answer:
                    return answer.status

            raw = json.dumps(update).encode()
            assert await post(raw, {}) == 403
            assert await post(raw, {SECRET_HEADER: "falsch"}) == 403
            assert await post(b"x" * (LARGEST_BODY + 1), right) == 413
            assert kept(tmp_path) == 1
            assert await post(raw, right) == 200
            assert kept(tmp_path) == 2, "200 was said before the commit"
            assert await post(raw, right) == 200
            assert kept(tmp_path) == 2, "a repeat was stored twice"
            assert await post(b'{"update_id":3,"x":' + b"9" * 5000 + b"}", right) == 200
            assert kept(tmp_path) == 3
        await asyncio.to_thread(bot.kill)
        world.people.say(accounts.BURHAN, accounts.BURHAN, "/bantuan")
        bot.start()
        await until_said(world, accounts.BURHAN, 1)
        await stops(bot)
        assert CANARY not in bot.log.read_text()
        assert secret not in bot.log.read_text()


def kept(tmp_path: Path) -> int:
    database = sqlite3.connect(tmp_path / "bot.sqlite3")
    try:
        return int(database.execute("SELECT count(*) FROM inbox").fetchone()[0])
    finally:
        database.close()


BROKEN = {
    "writer": "writer.Writer.run",
    "jobs": "run.make_jobs",
    "agenda": "run.keep_agenda",
    "intake": "run.poll",
}


@pytest.mark.parametrize("loop", BROKEN)
async def test_a_loop_that_fails_ends_the_process_with_one_line(loop: str, tmp_path: Path) -> None:
    broken = BROKEN[loop]
    code = f"""
import sys, main
from bot.wire import run, writer
async def fails(*given, **named): raise ValueError("{CANARY}")
{broken} = fails
sys.exit(main.main(["run"]))
"""
    async with running(World(MovableClock())) as url:
        bot = Bot(url, tmp_path, command=("-c", code))
        bot.start()
        assert await asyncio.to_thread(bot.wait) == 1
    said = bot.said()
    assert f"error: the {loop} failed" in said.splitlines()[-1]
    assert "Traceback" not in said
    assert CANARY not in said


async def until_menu(state: State, desk: int) -> None:
    await until(
        lambda: [each["command"] for each in menu(state, desk, accounts.DEWI)][:1] == ["antrian"]
    )


async def test_the_desk_keeps_its_menu_when_the_group_has_moved(tmp_path: Path) -> None:
    async with living(tmp_path) as (world, bot):
        await until_menu(world.state, accounts.HELPDESK)
        new = world.membership.upgrade_group(accounts.HELPDESK)
        await until_said(world, new, 1)
        await stops(bot)
        bot.start()
        await asyncio.to_thread(bot.wait_until_serving)
        await until_menu(world.state, new)
        assert "action=menu_refused" not in bot.said()


async def test_one_chat_that_must_wait_holds_up_no_other(tmp_path: Path) -> None:
    async with living(tmp_path) as (world, _):
        flood = world.state.faults.add(
            "flood", method="sendMessage", chat=accounts.ANI, times=None, retry_after=3600
        )
        world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
        await until(lambda: flood.hits)
        world.people.say(accounts.BURHAN, accounts.BURHAN, "/bantuan")
        await until_said(world, accounts.BURHAN, 1)
        assert flood.hits == 1, "whoever is to wait an hour asked again"
        assert said_by_the_bot(world, accounts.ANI) == 0
