"""The methods that are neither refusals nor updates."""

from __future__ import annotations

from bot.simulator.api.methods.profile import menu
from bot.simulator.world.accounts import ANI, BUDI, DEWI, HELPDESK, REPORTS
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls


def test_copying_and_forwarding(world: World, bot: Calls) -> None:
    photo = world.attachments.send_photo(ANI, ANI, caption="bukti")
    source = {"chat_id": HELPDESK, "from_chat_id": ANI, "message_id": photo.message_id}
    bot("copyMessage", **source)
    bot("copyMessage", **source, caption="<b>lain</b>", parse_mode="HTML")
    bot("forwardMessage", **source)
    plain, renamed, forwarded = world.state.messages(HELPDESK)
    assert (plain.text, renamed.text) == ("bukti", "lain")
    assert plain.file_id == photo.file_id
    assert forwarded.body["forward_origin"]["sender_user"]["id"] == ANI
    assert bot.refused("copyMessage", **source | {"message_id": 99}) == (
        "Bad Request: message to copy not found"
    )


def test_a_reply_to_another_chat_quotes_nothing_of_this_one(world: World, bot: Calls) -> None:
    theirs = world.people.say(BUDI, HELPDESK, "halo semua").message_id
    elsewhere = {"message_id": theirs, "chat_id": HELPDESK}
    sent = bot("sendMessage", chat_id=ANI, text="x", reply_parameters=elsewhere)
    assert "reply_to_message" not in sent
    assert sent["external_reply"]["origin"]["sender_user"]["id"] == BUDI
    assert sent["external_reply"]["message_id"] == theirs
    nobody = {"message_id": 999, "chat_id": HELPDESK}
    assert bot.refused("sendMessage", chat_id=ANI, text="x", reply_parameters=nobody) == (
        "Bad Request: message to be replied not found"
    )
    here = {"message_id": world.state.messages(ANI)[0].message_id, "chat_id": ANI}
    assert "reply_to_message" in bot("sendMessage", chat_id=ANI, text="x", reply_parameters=here)


def test_a_reply_may_quote_some_words(world: World, bot: Calls) -> None:
    said = world.people.say(ANI, ANI, "😀 kode OTP tidak datang").message_id

    def reply(quote: str) -> dict[str, object]:
        parameters = {"message_id": said, "quote": quote, "quote_parse_mode": "HTML"}
        return {"chat_id": ANI, "text": "x", "reply_parameters": parameters}

    quoted = bot("sendMessage", **reply("<b>OTP</b> tidak"))["quote"]
    assert (quoted["text"], quoted["position"]) == ("OTP tidak", 8)
    assert bot.refused("sendMessage", **reply("OTP datang")) == "Bad Request: QUOTE_TEXT_INVALID"


def test_editing_captions_keyboards_and_media(world: World, bot: Calls) -> None:
    file = world.attachments.send_photo(ANI, ANI).file_id
    sent = bot("sendPhoto", chat_id=ANI, photo=file, caption="a")["message_id"]
    where = {"chat_id": ANI, "message_id": sent}
    assert bot("editMessageCaption", **where, caption="b")["caption"] == "b"
    keys = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
    assert bot("editMessageReplyMarkup", **where, reply_markup=keys)["caption"] == "b"
    assert world.state.message(ANI, sent).button_words == ["Ya"]
    other = {
        "type": "photo",
        "media": world.attachments.send_photo(ANI, ANI).file_id,
        "caption": "c",
    }
    assert bot("editMessageMedia", **where, media=other)["caption"] == "c"
    assert bot.refused("editMessageText", **where, text="x") == (
        "Bad Request: there is no text in the message to edit"
    )


def test_menus_by_scope(world: World, bot: Calls) -> None:
    def put(word: str, **scope: object) -> None:
        commands = [{"command": word, "description": word}]
        bot("setMyCommands", commands=commands, scope=scope or None)

    put("umum")
    put("pribadi", type="all_private_chats")
    put("grup", type="all_group_chats")
    put("meja", type="chat", chat_id=HELPDESK)
    put("kepala", type="chat_administrators", chat_id=HELPDESK)
    seen = [
        menu(world.state, *at)[0]["command"]
        for at in ((ANI, ANI), (REPORTS, BUDI), (HELPDESK, DEWI))
    ]
    assert seen == ["pribadi", "grup", "meja"]
    assert menu(world.state, HELPDESK, BUDI)[0]["command"] == "kepala"
    bot("deleteMyCommands", scope={"type": "chat", "chat_id": HELPDESK})
    assert menu(world.state, HELPDESK, DEWI)[0]["command"] == "grup"
    assert bot.refused("setMyCommands", commands=[{"command": "A b", "description": "x"}]) == (
        "Bad Request: BOT_COMMAND_INVALID"
    )


def test_pinning(world: World, bot: Calls) -> None:
    card = bot("sendMessage", chat_id=HELPDESK, text="x")["message_id"]
    rights = "Bad Request: not enough rights to manage pinned messages in the chat"
    assert bot.refused("pinChatMessage", chat_id=HELPDESK, message_id=card) == rights
    assert bot.refused("unpinChatMessage", chat_id=HELPDESK) == rights
    world.membership.add_bot(HELPDESK, by=BUDI, administrator=True)
    assert bot("pinChatMessage", chat_id=HELPDESK, message_id=card) is True
    assert bot("unpinChatMessage", chat_id=HELPDESK) is True
    assert bot.refused("pinChatMessage", chat_id=HELPDESK, message_id=999) == (
        "Bad Request: message to pin not found"
    )


def test_the_menu_button(bot: Calls) -> None:
    assert bot("getChatMenuButton") == {"type": "commands"}
    assert bot("setChatMenuButton", chat_id=ANI, menu_button={"type": "default"}) is True
    assert bot("getChatMenuButton", chat_id=ANI) == {"type": "default"}
    assert bot("getChatMenuButton", chat_id=BUDI) == {"type": "commands"}
    assert bot.refused("setChatMenuButton", menu_button={"type": "x"}) == (
        "Bad Request: can't parse menu button: MenuButton has unsupported type"
    )


def test_members(bot: Calls) -> None:
    def status(user: int) -> str:
        return str(bot("getChatMember", chat_id=HELPDESK, user_id=user)["status"])

    assert [status(user) for user in (BUDI, DEWI, ANI)] == ["creator", "member", "left"]
    assert [m["user"]["id"] for m in bot("getChatAdministrators", chat_id=HELPDESK)] == [BUDI]


def test_links_to_people_become_mentions(bot: Calls) -> None:
    html = f'<a href="tg://user?id={BUDI}">Budi</a> <a href="tg://user?id=5">siapa</a>'
    sent = bot("sendMessage", chat_id=ANI, text=html, parse_mode="HTML")
    assert [(e["type"], e["user"]["id"]) for e in sent["entities"]] == [("text_mention", BUDI)]


def test_small_courtesies(bot: Calls) -> None:
    assert bot("sendChatAction", chat_id=ANI, action="typing") is True
    assert bot("setMyDescription", description="Halo") is True
    assert bot("getMyDescription") == {"description": "Halo"}
    assert bot("logOut") is True
    assert bot("leaveChat", chat_id=HELPDESK) is True
    assert bot.refused("sendMessage", chat_id=HELPDESK, text="x") == (
        "Forbidden: bot is not a member of the supergroup chat"
    )
