"""The simulator against the Bot API's own data: its methods, what they need, and what it tells a
bot; and the bot's calls against the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.api.methods.chats import REACTIONS
from bot.simulator.api.methods.table import METHODS
from bot.simulator.world import accounts
from bot.simulator.world.attachments import Attachment
from bot.simulator.world.world import World
from tests.support.bot_api import problems, problems_of_call, spec, split
from tests.support.still_clock import StillClock
from tests.talks.talk import BEGINS

KNOWN: dict[str, Any] = spec()["methods"]
# What a call of each method would have to have; the method alone is then enough.
FILLED: dict[str, object] = {
    "chat_id": accounts.ANI,
    "from_chat_id": accounts.ANI,
    "user_id": accounts.ANI,
    "text": "kata",
    "message_id": 1,
    "message_ids": [1],
    "latitude": 1.0,
    "longitude": 1.0,
    "phone_number": "+62",
    "first_name": "Ani",
    "callback_query_id": "1",
    "guest_query_id": "1",
    "action": "typing",
    "commands": [],
    "file_id": "a",
    "url": "https://example.org",
    "media": [],
    "result": {},
}
# Telegram's server takes these without it: a webhook, or the commands, are then taken away.
LENIENT = {("setWebhook", "url"), ("setMyCommands", "commands")}
NEEDS = [
    (method, name)
    for method, about in KNOWN.items()
    for name, field in about["fields"].items()
    if split(field)[0] and (method, name) not in LENIENT
]


@pytest.fixture
def world() -> World:
    return World(StillClock(BEGINS))


def test_every_method_is_one_that_telegram_has() -> None:
    assert METHODS.keys() == {name.lower() for name in KNOWN}


@pytest.mark.parametrize(("method", "name"), NEEDS)
def test_without_what_it_needs_a_method_is_refused(world: World, method: str, name: str) -> None:
    world.people.say(accounts.ANI, accounts.ANI, "halo")
    needed = [each for of, each in NEEDS if of == method and each != name]
    params = {each: FILLED.get(each, "kata") for each in needed}
    answer = LocalBotApi(world.state).call(method, params)
    assert answer["ok"] is False, answer
    assert answer["error_code"] == 400


def test_a_reaction_is_one_of_those_there_are() -> None:
    plain = {emoji for emoji in spec()["reactions"] if len(emoji) == 1}
    assert plain <= REACTIONS


def updates(world: World) -> Iterator[tuple[str, object]]:
    people, files = world.people, world.attachments
    ani, group = accounts.ANI, accounts.HELPDESK
    said = people.say(ani, ani, "halo *dunia* /lapor")
    people.say(ani, ani, "ini", said.message_id, quote="dunia")
    people.say(ani, ani, "terusan", forwarded_from="Pak Camat")
    people.edit(ani, ani, said.message_id, "halo lagi")
    people.react(ani, ani, said.message_id, "👍")
    people.paste(ani, ani, "# Judul\n\nisi *tebal*\n\n- satu\n- dua")
    people.forward(ani, ani, ani, said.message_id)
    people.ask_as_guest(ani, f"@{accounts.BOT_USERNAME} lupa sandi", about="apa itu?")
    people.say_as_anonymous_admin(group, "/antrian")
    people.say_as_channel(group, "/antrian")
    thread = world.membership.make_topic(group, "Pengaduan")
    people.say(accounts.BUDI, group, "/antrian", thread=thread)
    for kind in ("photo", "document", "video", "voice", "audio", "video_note", "sticker"):
        sent = files.send(ani, ani, Attachment(kind))
        if kind == "photo":
            files.exchange(ani, ani, sent.message_id, Attachment("photo"))
    files.send_contact(ani, ani)
    files.send_location(ani, ani)
    world.membership.block(ani)
    world.membership.unblock(ani)
    for waiting in world.state.updates.pending:
        yield str(next(reversed(waiting.update))), waiting.update


def test_what_it_tells_a_bot_is_what_telegram_would(world: World) -> None:
    for kind, update in updates(world):
        assert problems(update, ["Update"], kind) == []


def test_what_it_answers_is_what_telegram_would(world: World) -> None:
    world.people.say(accounts.ANI, accounts.ANI, "halo")
    api = LocalBotApi(world.state)
    keys: list[Any] = [[{"text": "Ya", "callback_data": "yes:1", "style": "success"}]]
    keys += [[{"text": "Salin", "copy_text": {"text": "EK-2026-00001"}}]]
    calls: list[tuple[str, dict[str, object]]] = [
        ("getMe", {}),
        (
            "sendMessage",
            {
                "text": '<b>a</b> <tg-time unix="1">kini</tg-time>',
                "parse_mode": "HTML",
                "reply_markup": {"inline_keyboard": keys},
            },
        ),
        ("getChat", {}),
        ("setMessageReaction", {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "👍"}]}),
    ]
    for method, params in calls:
        answer = api.call(method, {"chat_id": accounts.ANI} | params)
        assert answer["ok"], answer
        assert problems(answer["result"], KNOWN[method]["returns"], method) == []


def test_a_call_that_is_wrong_is_seen() -> None:
    assert list(problems_of_call("sendMessage", {"chat_id": 1, "text": "a"})) == []
    assert list(problems_of_call("sendMessage", {"chat_id": 1})) != []
    assert list(problems_of_call("sendMessage", {"chat_id": 1, "text": "a", "colour": 1})) != []
    assert list(problems_of_call("sendMassage", {})) == ["no method sendMassage"]
