"""getUpdates and the webhook."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.simulator.api import webhook
from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.world.accounts import ANI, BURHAN
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls
from tests.support.still_clock import StillClock
from tests.support.waiting import until
from tests.support.waiting_call import waiting_call


def test_an_offset_confirms_what_came_before(world: World, bot: Calls) -> None:
    for text in "abc":
        world.people.say(ANI, ANI, text)
    first = bot("getUpdates", limit=1)[0]["update_id"]
    assert len(bot("getUpdates", offset=first)) == 3
    assert len(bot("getUpdates", offset=first + 1)) == 2
    assert [u["message"]["text"] for u in bot("getUpdates", offset=-1)] == ["c"]
    assert len(bot("getUpdates", offset=first + 1_000_000)) == 1  # another bot's offset


def test_only_the_wanted_kinds_are_queued(world: World, bot: Calls) -> None:
    bot("getUpdates", allowed_updates='["callback_query"]')
    world.people.say(ANI, ANI, "halo")
    assert bot("getUpdates") == []


def test_updates_are_kept_for_a_day(world: World, bot: Calls, clock: StillClock) -> None:
    world.people.say(ANI, ANI, "halo")
    clock.advance(timedelta(hours=25))
    assert bot("getUpdates") == []


def test_anything_can_be_pushed(world: World, bot: Calls) -> None:
    for odd in ({"message": 5}, {"update_id": "x"}, ["list"], None):
        world.state.push_raw(odd)
    assert bot("getUpdates")[1:] == [{"update_id": "x"}, ["list"], None]


async def test_a_long_poll_wakes_with_the_news(bot_api: LocalBotApi, world: World) -> None:
    poll = asyncio.create_task(waiting_call(bot_api, "getUpdates", {"timeout": 20}))
    await asyncio.sleep(0.02)
    world.people.say(ANI, ANI, "halo")
    answer = await poll
    assert answer["result"][0]["message"]["text"] == "halo"


async def test_a_second_poller_drives_the_first_away(bot_api: LocalBotApi, world: World) -> None:
    first = asyncio.create_task(waiting_call(bot_api, "getUpdates", {"timeout": 20}))
    await asyncio.sleep(0.02)
    second = asyncio.create_task(waiting_call(bot_api, "getUpdates", {"timeout": 20}))
    answer = await first
    assert answer["error_code"] == 409
    assert answer["description"] == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    world.people.say(ANI, ANI, "halo")
    assert (await second)["ok"]


class Hook:
    """A bot's webhook that takes notes and fails when told to."""

    def __init__(self) -> None:
        self.got: list[tuple[str | None, dict[str, Any]]] = []
        self.failing: set[str] = set()

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        text = update["message"]["text"]
        if text in self.failing:
            self.failing.remove(text)
            return web.Response(status=503)
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.got.append((secret, update["message"]))
        answer = {"method": "sendMessage", "chat_id": ANI, "text": "dari webhook"}
        return web.json_response(answer if text == "jawab" else None)


async def test_a_webhook_gets_each_chat_in_order(
    bot_api: LocalBotApi, world: World, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "FIRST_WAIT", 0.05)
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    target = {"url": f"http://127.0.0.1:{port}/hook", "secret_token": "rahasia"}
    assert bot_api.call("setWebhook", target)["ok"]
    assert bot_api.call("getUpdates", {})["error_code"] == 409
    hook.failing = {"a1"}
    for user, text in ((ANI, "a1"), (ANI, "a2"), (BURHAN, "b1"), (ANI, "jawab")):
        world.people.say(user, user, text)
    await until(lambda: not world.state.updates.pending)
    texts = [message["text"] for _, message in hook.got]
    assert sorted(texts) == ["a1", "a2", "b1", "jawab"]
    assert [text for text in texts if text != "b1"] == ["a1", "a2", "jawab"]
    assert {secret for secret, _ in hook.got} == {"rahasia"}
    info = bot_api.call("getWebhookInfo", {})["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 503"
    assert world.state.messages(ANI)[-1].text == "dari webhook"
    assert bot_api.call("deleteWebhook", {})["ok"]
    await runner.cleanup()


def test_a_webhook_needs_an_address(bot: Calls) -> None:
    assert bot.refused("setWebhook", url="ftp://x") == (
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    )
