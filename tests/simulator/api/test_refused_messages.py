"""What Telegram refuses, in Telegram's words: texts, edits, callbacks, replies, deletions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.world.accounts import ANI, BUDI, BURHAN, CITRA, HELPDESK
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls
from tests.simulator.keyboards import press
from tests.support.still_clock import StillClock

EMOJI = "😀"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.mark.parametrize("text", ["   ", "<b> </b>", "\n\u202e\n"])
def test_a_text_of_blanks(bot: Calls, text: str) -> None:
    why = bot.refused("sendMessage", chat_id=ANI, text=text, parse_mode="HTML")
    assert why == "Bad Request: text must be non-empty"


@pytest.mark.parametrize("more", [{}, {"text": ""}, {"text": None}])
def test_no_text(bot: Calls, more: dict[str, Any]) -> None:
    why = bot.refused("sendMessage", chat_id=ANI, **more)
    assert why == "Bad Request: message text is empty"


@pytest.mark.parametrize("text", ["a" * 4096, EMOJI * 2048, "<b>" + "a" * 4096 + "</b>"])
def test_the_longest_text_passes(bot: Calls, text: str) -> None:
    assert bot("sendMessage", chat_id=ANI, text=text, parse_mode="HTML")


@pytest.mark.parametrize("text", ["a" * 4097, EMOJI * 2048 + "a", "&amp;" * 4097])
def test_a_text_too_long(bot: Calls, text: str) -> None:
    why = bot.refused("sendMessage", chat_id=ANI, text=text, parse_mode="HTML")
    assert why == "Bad Request: message is too long"
    sent = bot("sendMessage", chat_id=ANI, text="x")["message_id"]
    why = bot.refused(
        "editMessageText", chat_id=ANI, message_id=sent, text=text, parse_mode="HTML"
    )
    assert why == "Bad Request: MESSAGE_TOO_LONG"


def test_whom_the_bot_may_not_write_to(world: World, bot: Calls) -> None:
    def why(chat: object) -> str:
        return bot.refused("sendMessage", chat_id=chat, text="x")

    assert why(BURHAN) == "Forbidden: bot can't initiate conversation with a user"
    assert why(9999) == "Bad Request: chat not found"
    assert why("@nobody") == "Bad Request: chat not found"
    world.membership.block(ANI)
    assert why(ANI) == "Forbidden: bot was blocked by the user"
    world.membership.start_quietly(CITRA)
    world.membership.deactivate(CITRA)
    assert why(CITRA) == "Forbidden: user is deactivated"
    world.membership.kick_bot(HELPDESK, by=BUDI)
    assert why(HELPDESK) == "Forbidden: bot was kicked from the supergroup chat"


def test_a_group_that_moved(bot_api: LocalBotApi, world: World, bot: Calls) -> None:
    world.state.add_group(-4001, "Helpdesk", [BUDI], creator=BUDI)
    new = world.membership.upgrade_group(-4001)
    answer = bot_api.call("sendMessage", {"chat_id": -4001, "text": "x"})
    assert answer["error_code"] == 400
    assert answer["description"] == ("Bad Request: group chat was upgraded to a supergroup chat")
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    told = [update["message"] for update in bot.heard()]
    assert [(m["chat"]["id"], m.get("migrate_to_chat_id")) for m in told[:1]] == [(-4001, new)]
    assert [(m["chat"]["id"], m.get("migrate_from_chat_id")) for m in told[1:]] == [(new, -4001)]
    assert bot("sendMessage", chat_id=new, text="x")


def test_an_edit_that_changes_nothing(bot: Calls) -> None:
    sent = bot(
        "sendMessage", chat_id=ANI, text="<b>x</b>", parse_mode="HTML", reply_markup=press("a")
    )
    same = {
        "chat_id": ANI,
        "message_id": sent["message_id"],
        "text": "<b>x</b> ",
        "parse_mode": "HTML",
    }
    assert bot.refused("editMessageText", **same, reply_markup=press("a")) == (
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )
    assert "reply_markup" not in bot("editMessageText", **same)


def test_what_cannot_be_edited(world: World, bot: Calls) -> None:
    said = world.people.say(ANI, ANI, "halo")
    order = {"chat_id": ANI, "text": "y"}
    assert bot.refused("editMessageText", **order, message_id=999) == (
        "Bad Request: message to edit not found"
    )
    assert bot.refused("editMessageText", **order, message_id=said.message_id) == (
        "Bad Request: message can't be edited"
    )
    mine = bot("sendMessage", chat_id=ANI, text="x")["message_id"]
    bot("deleteMessage", chat_id=ANI, message_id=mine)
    assert bot.refused("editMessageText", **order, message_id=mine) == (
        "Bad Request: message to edit not found"
    )


def test_a_callback_is_answered_once_and_in_time(
    world: World, bot: Calls, clock: StillClock
) -> None:
    sent = bot("sendMessage", chat_id=ANI, text="x", reply_markup=press("a:1"))
    number = world.buttons.press(ANI, ANI, sent["message_id"], "Ambil")
    long = bot.refused("answerCallbackQuery", callback_query_id=number, text="a" * 201)
    assert long == "Bad Request: MESSAGE_TOO_LONG"
    assert bot("answerCallbackQuery", callback_query_id=number, text="ya", show_alert=True)
    query = world.state.callback_queries[number]
    assert (query.text, query.alert) == ("ya", True)
    assert bot.refused("answerCallbackQuery", callback_query_id=number) == TOO_OLD
    assert bot.refused("answerCallbackQuery", callback_query_id="123") == TOO_OLD
    late = world.buttons.press(ANI, ANI, sent["message_id"], "a:1")
    clock.advance(timedelta(seconds=16))
    assert bot.refused("answerCallbackQuery", callback_query_id=late) == TOO_OLD


def test_a_reply_to_nothing(bot: Calls) -> None:
    nothing = {"message_id": 999}
    assert bot.refused("sendMessage", chat_id=ANI, text="x", reply_parameters=nothing) == (
        "Bad Request: message to be replied not found"
    )
    lenient = nothing | {"allow_sending_without_reply": True}
    sent = bot("sendMessage", chat_id=ANI, text="x", reply_parameters=lenient)
    assert "reply_to_message" not in sent


def test_a_thread_that_is_not_there(bot: Calls) -> None:
    why = bot.refused("sendMessage", chat_id=HELPDESK, text="x", message_thread_id=7)
    assert why == "Bad Request: message thread not found"


def test_deleting(world: World, bot: Calls, clock: StillClock) -> None:
    old = bot("sendMessage", chat_id=ANI, text="x")["message_id"]
    assert bot.refused("deleteMessage", chat_id=ANI, message_id=999) == (
        "Bad Request: message to delete not found"
    )
    theirs = world.people.say(BUDI, HELPDESK, "halo").message_id
    assert bot.refused("deleteMessage", chat_id=HELPDESK, message_id=theirs) == (
        "Bad Request: message can't be deleted"
    )
    clock.advance(timedelta(hours=49))
    assert bot.refused("deleteMessage", chat_id=ANI, message_id=old) == (
        "Bad Request: message can't be deleted for everyone"
    )


MANY = ("deleteMessages", "copyMessages", "forwardMessages")


@pytest.mark.parametrize("method", MANY)
def test_lists_of_messages(bot: Calls, method: str) -> None:
    def why(numbers: object) -> str:
        order = {"chat_id": ANI, "from_chat_id": ANI, "message_ids": numbers}
        return bot.refused(method, **order).removeprefix("Bad Request: ")

    assert why(None) == why([]) == "message identifiers are not specified"
    assert why("[") == "can't parse message_ids JSON object"
    assert why(5) == "expected an Array of message identifiers"
    assert why(list(range(1, 102))) == "too many message identifiers specified"
    assert why([None]) == "message identifier must be a Number"
    assert why(["x"]) == "can't parse message identifier as Number"
    assert why([0]) == "invalid message identifier specified"


@pytest.mark.parametrize("method", MANY[1:])
def test_what_cannot_be_passed_on_is_skipped(world: World, bot: Calls, method: str) -> None:
    gone = bot("sendMessage", chat_id=HELPDESK, text="satu")["message_id"]
    kept = bot("sendMessage", chat_id=HELPDESK, text="dua")["message_id"]
    service = world.membership.join(CITRA, HELPDESK).message_id
    bot("deleteMessage", chat_id=HELPDESK, message_id=gone)
    order = {"chat_id": ANI, "from_chat_id": HELPDESK}
    assert len(bot(method, **order, message_ids=[gone, kept, service, 999])) == 1
    assert world.state.messages(ANI)[-1].text == "dua"
    why = bot.refused(method, **order, message_ids=[gone, 999])
    assert why == "Bad Request: there are no messages to forward"
    why = bot.refused(method, **order, message_ids=[kept, gone])
    assert why == "Bad Request: message identifiers must be in a strictly increasing order"
    assert bot.refused(method, **order | {"from_chat_id": 5}, message_ids=[1]) == (
        "Bad Request: chat not found"
    )


def test_deleting_several(world: World, bot: Calls) -> None:
    first, second = (bot("sendMessage", chat_id=HELPDESK, text="x")["message_id"] for _ in "ab")
    theirs = world.people.say(BUDI, HELPDESK, "halo").message_id
    bot("deleteMessage", chat_id=HELPDESK, message_id=first)
    why = bot.refused("deleteMessages", chat_id=HELPDESK, message_ids=[second, theirs])
    assert why == "Bad Request: message can't be deleted"
    assert len(world.state.messages(HELPDESK)) == 2
    assert bot("deleteMessages", chat_id=HELPDESK, message_ids=[first, second, 999]) is True
    assert [message.text for message in world.state.messages(HELPDESK)] == ["halo"]
