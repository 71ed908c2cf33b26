"""Malformed updates among good ones: neighbours are served, nothing of theirs is logged."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest
from sqlmodel import col, func, select

from bot.simulator.world.world import World
from storage.engine import opened
from storage.tables import InboxRow, InboxStatus
from tests.bench.traffic.api import Api, serving
from tests.bench.traffic.people import says
from tests.process.bot import Bot, living
from tests.support.malformed import CANARY, Json, variant
from tests.support.waiting import until

VARIANTS = 350
FIRST_NEIGHBOUR = 300_000


def neighbour(number: int) -> Json:
    who = {"id": number, "is_bot": False, "first_name": "Tetangga"}
    chat = {"id": number, "type": "private", "first_name": "Tetangga"}
    return {"message_id": 1, "from": who, "chat": chat, "date": 1_700_000_000, "text": "/bantuan"}


async def answered(world: World, number: int) -> None:
    await until(lambda: any(message.from_bot for message in world.state.messages(number)))


async def test_neighbours_are_answered(tmp_path: Path) -> None:
    dice = random.Random(350)
    async with living(tmp_path) as (world, bot):
        number, usable = FIRST_NEIGHBOUR, 0
        for at in range(VARIANTS):
            bad = variant(dice)
            if isinstance(bad, dict) and "update_id" not in bad:
                usable += 1
            world.state.push_raw(bad)
            if at % 5 == 0:
                number += 1
                world.state.add_user(number, "Tetangga").started = True
                world.state.push_raw({"message": neighbour(number)}, number)
                await answered(world, number)
        await settled(bot)
        assert bot.alive
        before = bot.cpu()
        await asyncio.sleep(2)
        # The processor's time, not the clock's: what others do on the machine is not in it.
        assert bot.cpu() - before < 0.5, "the loop is hot"
        log = bot.said()
        assert CANARY not in log
        assert "Traceback" not in log
        with opened(bot.database_url) as database, database.reading() as unit:
            kept = unit.session.exec(select(func.count()).select_from(InboxRow)).one()
        assert kept >= usable + number - FIRST_NEIGHBOUR
        code, _ = await asyncio.to_thread(bot.stop)
        assert code == 0


async def settled(bot: Bot) -> None:
    """Until nothing waits: what cannot be served is parked after its last try."""

    def nothing_waits() -> bool:
        with opened(bot.database_url) as database, database.reading() as unit:
            waiting = select(func.count()).where(col(InboxRow.status) == InboxStatus.WAITING)
            return unit.session.exec(waiting).one() == 0

    await until(nothing_waits)


UNREADABLE = {
    "a number of 5,000 digits": b'{"update_id":1,"message":{"date":' + b"9" * 5000 + b"}}",
    "10,000 lists in each other": b'{"update_id":1,"message":'
    + b"[" * 10000
    + b"]" * 10000
    + b"}",
}


@pytest.mark.parametrize("what", UNREADABLE)
async def test_what_no_json_reader_takes(what: str, tmp_path: Path) -> None:
    """Telegram never sends such; if something on the way does, the others must not wait."""
    api, answered = Api(), asyncio.Event()
    api.on_call = lambda _: answered.set()
    async with serving(api) as url:
        api.put_raw(1, UNREADABLE[what])
        last = api.put(says(FIRST_NEIGHBOUR, "/bantuan"))
        bot = Bot(url, tmp_path)
        bot.start()
        try:
            await asyncio.to_thread(bot.wait_until_serving)
            await answered.wait()
            await until(lambda: api.confirmed >= last)
            with opened(bot.database_url) as database, database.reading() as unit:
                dead = select(func.count()).where(col(InboxRow.status) == InboxStatus.DEAD)
                assert unit.session.exec(dead).one() == 1
        finally:
            await asyncio.to_thread(bot.kill)
