"""Faults on demand, in process and over the wire."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.text.refusal import GarbledError, NoAnswerError
from bot.simulator.world.accounts import ANI, HELPDESK
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls
from tests.support.waiting_call import waiting_call

MESSAGE = {"chat_id": ANI, "text": "halo"}


def said(world: World) -> int:
    return sum(message.from_bot for message in world.state.messages(ANI))


def test_a_flood_wait_hits_its_chat_only(bot_api: LocalBotApi, world: World, bot: Calls) -> None:
    world.state.faults.add("flood", method="sendMessage", chat=ANI, times=2, retry_after=7)
    assert bot("sendMessage", chat_id=HELPDESK, text="x")
    for _ in range(2):
        answer = bot_api.call("sendMessage", MESSAGE)
        assert answer["error_code"] == 429
        assert answer["parameters"] == {"retry_after": 7}
    assert bot_api.call("sendMessage", MESSAGE)["ok"]


def test_a_fault_may_come_later(bot_api: LocalBotApi, world: World) -> None:
    world.state.faults.add("server_error", skip=1, status=500)
    assert bot_api.call("sendMessage", MESSAGE)["ok"]
    assert bot_api.call("sendMessage", MESSAGE)["description"] == "Internal Server Error"


def test_a_call_whose_answer_is_lost_was_carried_out(bot_api: LocalBotApi, world: World) -> None:
    world.state.faults.add("lost")
    with pytest.raises(NoAnswerError):
        bot_api.call("sendMessage", MESSAGE)
    assert said(world) == 1


async def test_a_timeout_does_nothing(bot_api: LocalBotApi, world: World) -> None:
    world.state.faults.add("timeout", seconds=0.01)
    with pytest.raises(NoAnswerError):
        await waiting_call(bot_api, "sendMessage", MESSAGE)
    assert said(world) == 0


def test_garbled_answers(bot_api: LocalBotApi, world: World) -> None:
    world.state.faults.add("malformed")
    world.state.faults.add("html_error", status=502)
    with pytest.raises(GarbledError) as cut:
        bot_api.call("sendMessage", MESSAGE)
    with pytest.raises(GarbledError) as page:
        bot_api.call("sendMessage", MESSAGE)
    assert cut.value.status == 200
    assert page.value.body.startswith(b"<html>")
    assert said(world) == 1


async def test_over_the_wire(
    world: World, url: str, api: str, http: aiohttp.ClientSession
) -> None:
    for order in ({"kind": "lost"}, {"kind": "html_error"}, {"kind": "slow", "seconds": 0.05}):
        async with http.post(f"{url}/sim/faults", json=order) as answer:
            assert answer.status == 200
    with pytest.raises(aiohttp.ClientError):
        await http.post(f"{api}/sendMessage", json=MESSAGE)
    assert said(world) == 1
    async with http.post(f"{api}/sendMessage", json=MESSAGE) as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
    async with http.post(f"{api}/sendMessage", json=MESSAGE) as answer:
        assert answer.status == 200
    assert said(world) == 2
    async with http.post(f"{url}/sim/faults", json={"kind": "earthquake"}) as answer:
        assert answer.status == 400
    async with http.delete(f"{url}/sim/faults") as answer:
        assert await answer.json() == {"faults": []}


async def test_trouble_elsewhere_leaves_the_long_poll_waiting(
    bot_api: LocalBotApi, world: World
) -> None:
    world.state.faults.add("flood", method="sendMessage", times=None)
    poll = asyncio.create_task(waiting_call(bot_api, "getUpdates", {"timeout": 20}))
    await asyncio.sleep(0.02)
    assert not poll.done()
    world.people.say(ANI, ANI, "halo")
    assert len((await poll)["result"]) == 1


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ({}, "unknown fault ''"),
        ({"kind": ["flood"]}, "unknown fault"),
        ({"kind": "flood", "times": "2"}, "times is a whole number"),
        ({"kind": "flood", "times": 0}, "times is at least 1"),
        ({"kind": "flood", "skip": True}, "skip is a whole number"),
        ({"kind": "flood", "chat": "ani"}, "chat is a whole number"),
        ({"kind": "flood", "method": 5}, "method is the name"),
        ({"kind": "flood", "retry_after": None}, "retry_after is a whole number"),
        ({"kind": "slow", "seconds": "abc"}, "seconds is a number"),
        ({"kind": "slow", "seconds": -1}, "seconds is from 0"),
        ({"kind": "server_error", "status": 200}, "status is at least 500"),
        ({"kind": "html_error", "status": 600}, "status is at most 599"),
        ({"kind": "flood", "hits": 1}, "unknown field 'hits'"),
        ({"kind": "flood", "colour": 1}, "unknown field 'colour'"),
    ],
)
async def test_a_rule_that_makes_no_sense_is_refused(
    url: str, api: str, http: aiohttp.ClientSession, order: dict[str, object], why: str
) -> None:
    async with http.post(f"{url}/sim/faults", json=order) as answer:
        assert answer.status == 400
        assert why in (await answer.json())["error"]
    async with http.get(f"{api}/getMe") as answer:
        assert answer.status == 200


@pytest.mark.parametrize(
    ("status", "reason"),
    [(502, "Bad Gateway"), (503, "Service Unavailable"), (504, "Gateway Timeout")],
)
def test_each_status_has_its_own_name(
    bot_api: LocalBotApi, world: World, status: int, reason: str
) -> None:
    world.state.faults.add("server_error", status=status)
    assert bot_api.call("getMe", {})["description"] == reason
    world.state.faults.add("html_error", status=status)
    with pytest.raises(GarbledError) as page:
        bot_api.call("getMe", {})
    assert f"<title>{status} {reason}</title>".encode() in page.value.body
