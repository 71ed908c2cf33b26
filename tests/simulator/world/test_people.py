"""What people write, and how the bot hears of it."""

from __future__ import annotations

import pytest

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world import accounts
from bot.simulator.world.accounts import ANI, BUDI, DEWI, HELPDESK
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls


def test_a_command_is_marked(world: World, bot: Calls) -> None:
    world.people.say(ANI, ANI, "/tiket EK-2026-00001")
    message = bot.heard()[0]["message"]
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["chat"] == message["chat"] | {"id": ANI, "type": "private"}


def test_a_reply_brings_the_message_it_answers(world: World, bot: Calls) -> None:
    first = bot("sendMessage", chat_id=ANI, text="Ceritakan", reply_markup={"force_reply": True})
    assert world.state.messages(ANI)[-1].asks_for_reply
    world.people.say(ANI, ANI, "begini", reply_to=first["message_id"])
    assert bot.heard()[0]["message"]["reply_to_message"]["text"] == "Ceritakan"


def test_in_a_group_the_bot_hears_only_what_is_for_it(world: World, bot: Calls) -> None:
    card = bot("sendMessage", chat_id=HELPDESK, text="EK-2026-00001")["message_id"]
    world.people.say(BUDI, HELPDESK, "mau makan siang di mana?")
    world.people.say(BUDI, HELPDESK, "/antrian@lain_bot")
    other = world.people.say(BUDI, HELPDESK, "halo Dewi").message_id
    world.people.say(DEWI, HELPDESK, "ya", reply_to=other)
    assert bot.heard() == []
    world.people.say(BUDI, HELPDESK, "/antrian")
    world.people.say(BUDI, HELPDESK, f"/antrian@{accounts.BOT_USERNAME}")
    world.people.say(BUDI, HELPDESK, f"coba @{accounts.BOT_USERNAME} lihat")
    world.people.say(BUDI, HELPDESK, "sudah kami perbaiki", reply_to=card)
    assert len(bot.heard()) == 4
    world.state.privacy = False
    world.people.say(BUDI, HELPDESK, "mau makan siang di mana?")
    assert len(bot.heard()) == 1


def test_faces_without_a_person(world: World, bot: Calls) -> None:
    world.people.say_as_anonymous_admin(HELPDESK, "/antrian")
    world.people.say_as_channel(HELPDESK, "/antrian")
    admin, channel = (update["message"] for update in bot.heard())
    assert admin["from"]["id"] == accounts.ANONYMOUS_ADMIN
    assert admin["sender_chat"]["id"] == HELPDESK
    assert channel["sender_chat"]["type"] == "channel"


def test_an_edit_is_an_update_of_its_own(world: World, bot: Calls) -> None:
    said = world.people.say(ANI, ANI, "salah")
    world.people.edit(ANI, ANI, said.message_id, "benar")
    kinds = [next(key for key in update if key != "update_id") for update in bot.heard()]
    assert kinds == ["message", "edited_message"]
    assert said.edited
    assert said.text == "benar"


@pytest.mark.parametrize("text", ["", "  \x00 ", "a" * 4097])
def test_what_no_client_sends(world: World, text: str) -> None:
    said = world.people.say(ANI, ANI, "halo")
    with pytest.raises(ImpossibleError):
        world.people.say(ANI, ANI, text)
    with pytest.raises(ImpossibleError):
        world.people.edit(ANI, ANI, said.message_id, text)
