"""What people do, and how the bot hears of it."""

from __future__ import annotations

import pytest

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world import accounts
from bot.simulator.world.accounts import ANI, BUDI, DEWI, EKO, HELPDESK
from bot.simulator.world.attachments import Attachment
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


def test_presses_true_and_forged(world: World, bot: Calls) -> None:
    markup = {"inline_keyboard": [[{"text": "Ambil", "callback_data": "take:1"}]]}
    card = bot("sendMessage", chat_id=HELPDESK, text="kartu", reply_markup=markup)["message_id"]
    world.buttons.press(BUDI, HELPDESK, card, "Ambil")
    world.buttons.forge_press(EKO, HELPDESK, card, "take:999")
    world.buttons.forge_press(EKO, HELPDESK, 12345, "take:1")
    true, forged, nowhere = (update["callback_query"] for update in bot.heard())
    assert (true["data"], true["from"]["id"]) == ("take:1", BUDI)
    assert forged["data"] == "take:999"
    assert nowhere["message"]["date"] == 0
    with pytest.raises(ImpossibleError, match="Selesai"):
        world.buttons.press(BUDI, HELPDESK, card, "Selesai")


def test_a_screen_drawn_before_still_has_the_old_buttons(world: World, bot: Calls) -> None:
    def keys(word: str) -> dict[str, object]:
        return {"inline_keyboard": [[{"text": word, "callback_data": f"{word}:1"}]]}

    sent = bot("sendMessage", chat_id=HELPDESK, text="1", reply_markup=keys("Ambil"))
    card = {"chat_id": HELPDESK, "message_id": sent["message_id"]}
    bot("editMessageText", **card, text="2", reply_markup=keys("Selesai"))
    bot("editMessageText", **card, text="3")
    for data in ("Ambil:1", "Selesai:1"):
        world.buttons.press(BUDI, HELPDESK, sent["message_id"], data)
    pressed = [update["callback_query"] for update in bot.heard()]
    assert [(query["data"], query["message"]["text"]) for query in pressed] == [
        *(("Ambil:1", "3"), ("Selesai:1", "3"))
    ]
    for button in ("Ambil", "Ambil:2"):
        with pytest.raises(ImpossibleError):
            world.buttons.press(BUDI, HELPDESK, sent["message_id"], button)


def test_an_edit_is_an_update_of_its_own(world: World, bot: Calls) -> None:
    said = world.people.say(ANI, ANI, "salah")
    world.people.edit(ANI, ANI, said.message_id, "benar")
    kinds = [next(key for key in update if key != "update_id") for update in bot.heard()]
    assert kinds == ["message", "edited_message"]
    assert said.edited
    assert said.text == "benar"


def test_an_album_is_several_messages(world: World, bot: Calls) -> None:
    world.attachments.send_album(
        ANI,
        ANI,
        [Attachment("photo", caption="bukti"), Attachment("photo"), Attachment("document")],
    )
    told = [update["message"] for update in bot.heard()]
    assert len({message["media_group_id"] for message in told}) == 1
    assert [message.get("caption") for message in told] == ["bukti", None, None]


def test_every_kind_of_thing_can_be_sent(world: World, bot: Calls) -> None:
    world.attachments.send_photo(ANI, ANI)
    world.attachments.send_document(ANI, ANI, name="surat.pdf")
    world.attachments.send_sticker(ANI, ANI)
    world.attachments.send_voice(ANI, ANI)
    world.attachments.send_video(ANI, ANI)
    world.attachments.send_contact(ANI, ANI)
    world.attachments.send_location(ANI, ANI)
    kinds = {"photo", "document", "sticker", "voice", "video", "contact", "location"}
    assert [kinds & update["message"].keys() for update in bot.heard()] == [
        *({"photo"}, {"document"}, {"sticker"}, {"voice"}, {"video"}, {"contact"}, {"location"})
    ]


def test_blocking_tells_the_bot(world: World, bot: Calls) -> None:
    world.membership.block(ANI)
    with pytest.raises(ImpossibleError):
        world.people.say(ANI, ANI, "halo")
    world.membership.unblock(ANI)
    states = [update["my_chat_member"]["new_chat_member"]["status"] for update in bot.heard()]
    assert states == ["kicked", "member"]
    world.people.say(ANI, ANI, "halo")


def test_joining_and_leaving(world: World, bot: Calls) -> None:
    with pytest.raises(ImpossibleError):
        world.people.say(ANI, HELPDESK, "halo")
    world.membership.join(ANI, HELPDESK)
    world.membership.leave(ANI, HELPDESK)
    joined, left = (update["message"] for update in bot.heard())
    assert joined["new_chat_members"][0]["id"] == left["left_chat_member"]["id"] == ANI


@pytest.mark.parametrize("text", ["", "  \x00 ", "a" * 4097])
def test_what_no_client_sends(world: World, text: str) -> None:
    said = world.people.say(ANI, ANI, "halo")
    with pytest.raises(ImpossibleError):
        world.people.say(ANI, ANI, text)
    with pytest.raises(ImpossibleError):
        world.people.edit(ANI, ANI, said.message_id, text)


def test_newcomers_get_numbers_of_their_own(world: World) -> None:
    numbers = [world.state.newcomer("Dedi").number, world.state.newcomer("Ema").number]
    assert numbers == [1100, 1101]


def test_duplicates_are_counted(world: World, bot: Calls) -> None:
    for text in ("a", "b", "a"):
        bot("sendMessage", chat_id=ANI, text=text)
    assert world.state.duplicates(ANI) == world.state.duplicates() == 1
    assert [message.deliveries for message in world.state.messages(ANI)[1:]] == [1, 1, 2]


def test_a_transcript_reads_aloud(world: World, bot: Calls) -> None:
    markup = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
    bot("sendMessage", chat_id=ANI, text="Sudah?", reply_markup=markup)
    assert world.state.transcript(ANI) == "1 Ani: /start\n2 Bantuan e-Kinerja: Sudah? [Ya]"


def test_reset_begins_anew_but_update_ids_go_on(world: World, bot: Calls) -> None:
    world.people.say(ANI, ANI, "halo")
    before = bot.heard()[-1]["update_id"]
    world.state.reset()
    assert world.state.messages(ANI) == []
    world.people.say(ANI, ANI, "halo")
    assert bot.heard()[0]["update_id"] > before
