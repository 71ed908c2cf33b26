"""What the bench counts is what happened: every answer once, tickets their whole way."""

from __future__ import annotations

import asyncio

from tests.bench.traffic.loads import Closed, at_random
from tests.bench.traffic.mixed import Day
from tests.bench.traffic.racer import PATIENCE, bot_of, ground
from tests.process.bot import ROOT

BOT = bot_of(ROOT)
AT_ONCE = 4


async def test_each_question_has_one_answer() -> None:
    async with ground(BOT, cores=()) as place:
        figures = await Closed(8, seconds=0.5).run(place)  # raises where one has none, or two
        assert figures.replies == len(figures.waits) > 0
        assert figures.cpu > 0


async def test_a_ticket_goes_its_whole_way_among_questions() -> None:
    async with ground(BOT, cores=()) as place:
        await place.start()
        day = Day(place.api, thinking=(0.0, 0.02))

        def act() -> None:
            if len(day.waiting) < AT_ONCE:  # however slow the machine is
                day.act()

        others = asyncio.create_task(at_random(100, PATIENCE, act))
        await place.until(lambda: day.confirmed > 0, "no ticket is confirmed")
        others.cancel()
        await place.until(lambda: not day.waiting, "somebody waits in vain")
        day.end()
