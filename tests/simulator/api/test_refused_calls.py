"""Methods, menus, actions and reactions that Telegram refuses, in its words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.world.accounts import ANI, HELPDESK
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls
from tests.support.still_clock import StillClock


def test_unknown_methods_and_wrong_shapes(bot_api: LocalBotApi, bot: Calls) -> None:
    answer = bot_api.call("sendNothing", {})
    assert answer == {"ok": False, "error_code": 404, "description": "Not Found"}
    for method in ("sendPoll", "SENDGIFT", "getUserProfilePhotos"):
        why = bot.refused(method)
        assert why == "Bad Request: the simulator does not know this method"
    assert bot.refused("sendMessage", chat_id=ANI, text="x", reply_markup="{") == (
        "Bad Request: can't parse reply keyboard markup JSON object"
    )
    assert bot.refused("sendMessage", text="x") == "Bad Request: chat_id is empty"


def test_places_and_contacts_without_contents(bot: Calls) -> None:
    assert (
        bot.refused("sendLocation", chat_id=ANI, longitude=1) == "Bad Request: latitude is empty"
    )
    assert bot("sendLocation", chat_id=ANI, latitude=0, longitude=1)["location"]["longitude"] == 1
    assert bot.refused("sendContact", chat_id=ANI, phone_number="1") == (
        'Bad Request: parameter "first_name" is required'
    )


def test_actions_nobody_knows(bot: Calls) -> None:
    for more in ({}, {"action": ""}, {"action": "dancing"}):
        why = bot.refused("sendChatAction", chat_id=ANI, **more)
        assert why == "Bad Request: wrong parameter action in request"
    assert bot("sendChatAction", chat_id=ANI, action="UPLOAD_photo") is True


def test_reactions_to_nothing(world: World, bot: Calls) -> None:
    thumb = [{"type": "emoji", "emoji": "👍"}]
    said = world.people.say(ANI, ANI, "halo").message_id
    assert bot("setMessageReaction", chat_id=ANI, message_id=said, reaction=thumb) is True
    why = bot.refused("setMessageReaction", chat_id=ANI, message_id=999, reaction=thumb)
    assert why == "Bad Request: message to react not found"
    why = bot.refused("setMessageReaction", chat_id=ANI, message_id=said, reaction="5")
    assert why == "Bad Request: expected an Array of ReactionType"


@pytest.mark.parametrize(
    ("scope", "why"),
    [
        ({"type": "everybody"}, "can't parse BotCommandScope: Unsupported type specified"),
        ({}, "can't parse BotCommandScope: Can't find field \"type\""),
        ([], "can't parse BotCommandScope: BotCommandScope must be an Object"),
        ({"type": "chat"}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"type": "chat", "chat_id": -5}, "chat not found"),
        ({"type": "chat", "chat_id": "x"}, "chat not found"),
        (
            {"type": "chat_member", "chat_id": HELPDESK},
            "can't parse BotCommandScope: Invalid user_id specified",
        ),
    ],
)
def test_menus_for_nobody(bot: Calls, scope: Any, why: str) -> None:
    commands = [{"command": "a", "description": "x"}]
    for method in ("setMyCommands", "getMyCommands", "deleteMyCommands"):
        said = bot.refused(method, commands=commands, scope=scope)
        assert said == f"Bad Request: {why}"


def test_flood_limits_when_wanted(
    bot_api: LocalBotApi, world: World, bot: Calls, clock: StillClock
) -> None:
    world.state.flood_limits.enabled = True
    for _ in range(5):
        bot("sendMessage", chat_id=ANI, text="x")
    answer = bot_api.call("sendMessage", {"chat_id": ANI, "text": "x"})
    assert answer["error_code"] == 429
    wait = answer["parameters"]["retry_after"]
    assert answer["description"] == f"Too Many Requests: retry after {wait}"
    clock.advance(timedelta(seconds=wait))
    assert bot("sendMessage", chat_id=ANI, text="x")
    for _ in range(20):
        bot("sendMessage", chat_id=HELPDESK, text="x")
        clock.advance(timedelta(seconds=1))
    assert bot_api.call("sendMessage", {"chat_id": HELPDESK, "text": "x"})["error_code"] == 429
