from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.server.app import running
from bot.simulator.world.accounts import ANI, SIM_TOKEN
from bot.simulator.world.world import World
from tests.support.still_clock import StillClock

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 09.00 in Balangan


@pytest.fixture
def clock() -> StillClock:
    return StillClock(MONDAY)


@pytest.fixture
def world(clock: StillClock) -> World:
    """Everybody at home; only Ani has written to the bot, and the bot has read it."""
    world = World(clock)
    world.people.say(ANI, ANI, "/start")
    world.state.updates.pending.clear()
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

    def __init__(self, api: LocalBotApi) -> None:
        self._api = api

    def __call__(self, method: str, **params: Any) -> Any:
        answer = self._api.call(method, params)
        assert answer["ok"], answer["description"]
        return answer["result"]

    def refused(self, method: str, **params: Any) -> str:
        answer = self._api.call(method, params)
        assert not answer["ok"], answer
        return str(answer["description"])

    def heard(self) -> list[dict[str, Any]]:
        """The pending updates, confirmed at once."""
        updates: list[dict[str, Any]] = self("getUpdates")
        if updates:
            self("getUpdates", offset=updates[-1]["update_id"] + 1)
        return updates


@pytest.fixture
def bot_api(world: World) -> LocalBotApi:
    return LocalBotApi(world.state)


@pytest.fixture
def bot(bot_api: LocalBotApi) -> Calls:
    return Calls(bot_api)


@pytest.fixture
def api(url: str) -> str:
    return f"{url}/bot{SIM_TOKEN}"
