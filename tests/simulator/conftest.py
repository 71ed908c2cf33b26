from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.simulator.api.world import World
from bot.simulator.server.server import running
from bot.simulator.world.accounts import ANI, SIM_TOKEN
from bot.simulator.world.clock import StillClock

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 09.00 in Balangan


@pytest.fixture
def clock() -> StillClock:
    return StillClock(MONDAY)


@pytest.fixture
def world(clock: StillClock) -> World:
    """Everybody at home; only Ani has written to the bot, and the bot has read it."""
    world = World(clock)
    world.say(ANI, ANI, "/start")
    world.updates.pending.clear()
    return world


@pytest.fixture
async def url(world: World) -> AsyncIterator[str]:
    async with running(world) as url:
        yield url


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


class Calls:
    """The bot's side, in process: a result, or the words of the refusal."""

    def __init__(self, world: World) -> None:
        self._world = world

    def __call__(self, method: str, **params: Any) -> Any:
        answer = self._world.api(method, params)
        assert answer["ok"], answer["description"]
        return answer["result"]

    def refused(self, method: str, **params: Any) -> str:
        answer = self._world.api(method, params)
        assert not answer["ok"], answer
        return str(answer["description"])

    def heard(self) -> list[dict[str, Any]]:
        """The pending updates, confirmed at once."""
        updates: list[dict[str, Any]] = self("getUpdates")
        if updates:
            self("getUpdates", offset=updates[-1]["update_id"] + 1)
        return updates


@pytest.fixture
def bot(world: World) -> Calls:
    return Calls(world)


@pytest.fixture
def api(url: str) -> str:
    return f"{url}/bot{SIM_TOKEN}"
