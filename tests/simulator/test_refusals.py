"""What Telegram refuses, in Telegram's words."""

from __future__ import annotations

from datetime import timedelta
from struct import pack
from typing import Any

import pytest

from bot.simulator.cast import ANI, BUDI, BURHAN, CITRA, HELPDESK
from bot.simulator.clock import StillClock
from bot.simulator.params import Upload
from bot.simulator.world import World
from tests.simulator.conftest import Calls

EMOJI = "😀"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00"


def picture(width: int, height: int) -> bytes:
    return b"GIF89a" + pack("<HH", width, height) + b"\x80\x00\x00"


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def press(data: str) -> dict[str, Any]:
    return keyboard([{"text": "Ambil", "callback_data": data}])


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


def test_a_caption_too_long(world: World) -> None:
    def send(caption: str) -> Any:
        params = {"chat_id": ANI, "caption": caption}
        return world.api("sendPhoto", params, {"photo": Upload("a.gif", GIF, "image/gif")})

    assert send(EMOJI * 512)["ok"]
    assert send(EMOJI * 512 + "a")["description"] == "Bad Request: message caption is too long"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([[{"text": "x", "callback_data": "é" * 33}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "x", "callback_data": "a"}] * 8] * 13, "reply markup is too long"),
        (
            [[{"text": "x", "url": "bukan alamat"}]],
            "inline keyboard button URL 'bukan alamat' is invalid: Wrong HTTP URL",
        ),
        (
            [[{"text": "x", "callback_data": ""}]],
            (
                "can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            ),
        ),
        ("x", 'field "inline_keyboard" must be of type Array'),
        (
            ["x"],
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            [["x"]],
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        (
            [[{"url": "https://x.id"}]],
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            [[{"text": "x"}]],
            (
                "can't parse inline keyboard button: "
                "Text buttons are unallowed in the inline keyboard"
            ),
        ),
    ],
)
def test_a_wrong_keyboard(bot: Calls, rows: Any, why: str) -> None:
    markup = {"inline_keyboard": rows}
    said = bot.refused("sendMessage", chat_id=ANI, text="x", reply_markup=markup)
    assert said == f"Bad Request: {why}"


@pytest.mark.parametrize(
    ("markup", "why"),
    [
        ([], "object expected as reply markup"),
        ({"keyboard": "x"}, 'field "keyboard" must be of type Array'),
        ({"keyboard": ["x"]}, 'field "keyboard" must be an Array of Arrays'),
        (
            {"keyboard": [[5]]},
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        ({"keyboard": [[{}]]}, "can't parse keyboard button: Can't find field \"text\""),
        ({"force_reply": "x"}, 'field "force_reply" must be of type Boolean'),
    ],
)
def test_a_wrong_markup(bot: Calls, markup: Any, why: str) -> None:
    said = bot.refused("sendMessage", chat_id=ANI, text="x", reply_markup=markup)
    assert said == f"Bad Request: {why}"


def test_keys_below_the_field(world: World, bot: Calls) -> None:
    keys = {"keyboard": [["Ya", {"text": "Kontak", "request_contact": True}]]}
    for markup, prompt in ((keys, keys), ({"remove_keyboard": True},) * 2, ({"x": 1}, None)):
        bot("sendMessage", chat_id=ANI, text="x", reply_markup=markup)
        assert world.messages(ANI)[-1].prompt == prompt


def test_64_bytes_of_data_pass(bot: Calls) -> None:
    assert bot("sendMessage", chat_id=ANI, text="x", reply_markup=press("é" * 32))


def test_whom_the_bot_may_not_write_to(world: World, bot: Calls) -> None:
    def why(chat: object) -> str:
        return bot.refused("sendMessage", chat_id=chat, text="x")

    assert why(BURHAN) == "Forbidden: bot can't initiate conversation with a user"
    assert why(9999) == "Bad Request: chat not found"
    assert why("@nobody") == "Bad Request: chat not found"
    world.block(ANI)
    assert why(ANI) == "Forbidden: bot was blocked by the user"
    world.start_quietly(CITRA)
    world.deactivate(CITRA)
    assert why(CITRA) == "Forbidden: user is deactivated"
    world.kick_bot(HELPDESK, by=BUDI)
    assert why(HELPDESK) == "Forbidden: bot was kicked from the supergroup chat"


def test_a_group_that_moved(world: World, bot: Calls) -> None:
    world.add_group(-4001, "Helpdesk", [BUDI], creator=BUDI)
    new = world.upgrade_group(-4001)
    answer = world.api("sendMessage", {"chat_id": -4001, "text": "x"})
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
    said = world.say(ANI, ANI, "halo")
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
    number = world.press(ANI, ANI, sent["message_id"], "Ambil")
    long = bot.refused("answerCallbackQuery", callback_query_id=number, text="a" * 201)
    assert long == "Bad Request: MESSAGE_TOO_LONG"
    assert bot("answerCallbackQuery", callback_query_id=number, text="ya", show_alert=True)
    assert (world.callback(number).text, world.callback(number).alert) == ("ya", True)
    assert bot.refused("answerCallbackQuery", callback_query_id=number) == TOO_OLD
    assert bot.refused("answerCallbackQuery", callback_query_id="123") == TOO_OLD
    late = world.press(ANI, ANI, sent["message_id"], "a:1")
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
    theirs = world.say(BUDI, HELPDESK, "halo").message_id
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
    service = world.join(CITRA, HELPDESK).message_id
    bot("deleteMessage", chat_id=HELPDESK, message_id=gone)
    order = {"chat_id": ANI, "from_chat_id": HELPDESK}
    assert len(bot(method, **order, message_ids=[gone, kept, service, 999])) == 1
    assert world.messages(ANI)[-1].text == "dua"
    why = bot.refused(method, **order, message_ids=[gone, 999])
    assert why == "Bad Request: there are no messages to forward"
    why = bot.refused(method, **order, message_ids=[kept, gone])
    assert why == "Bad Request: message identifiers must be in a strictly increasing order"
    assert bot.refused(method, **order | {"from_chat_id": 5}, message_ids=[1]) == (
        "Bad Request: chat not found"
    )


def test_deleting_several(world: World, bot: Calls) -> None:
    first, second = (bot("sendMessage", chat_id=HELPDESK, text="x")["message_id"] for _ in "ab")
    theirs = world.say(BUDI, HELPDESK, "halo").message_id
    bot("deleteMessage", chat_id=HELPDESK, message_id=first)
    why = bot.refused("deleteMessages", chat_id=HELPDESK, message_ids=[second, theirs])
    assert why == "Bad Request: message can't be deleted"
    assert len(world.messages(HELPDESK)) == 2
    assert bot("deleteMessages", chat_id=HELPDESK, message_ids=[first, second, 999]) is True
    assert [message.text for message in world.messages(HELPDESK)] == ["halo"]


@pytest.mark.parametrize(
    ("method", "file", "why"),
    [
        (
            "photo",
            bytes(10 * 1024 * 1024 + 1),
            (
                "file of size 10485761 bytes is too big for a photo; "
                "the maximum size is 10485760 bytes"
            ),
        ),
        ("photo", b"no picture", "IMAGE_PROCESS_FAILED"),
        ("photo", picture(5001, 5000), "PHOTO_INVALID_DIMENSIONS"),
        ("photo", picture(2001, 100), "PHOTO_INVALID_DIMENSIONS"),
        ("photo", picture(0, 0), "PHOTO_INVALID_DIMENSIONS"),
        ("photo", b"", "file must be non-empty"),
        ("document", b"", "file must be non-empty"),
    ],
)
def test_files_that_do_not_pass(world: World, method: str, file: bytes, why: str) -> None:
    order = {"chat_id": ANI}
    answer = world.api(f"send{method}", order, {method: Upload("x", file, "")})
    assert answer["description"] == f"Bad Request: {why}"


@pytest.mark.parametrize("size", [(5000, 5000), (2000, 100), (100, 2000)])
def test_the_largest_photos_pass(world: World, size: tuple[int, int]) -> None:
    file = Upload("x.gif", picture(*size), "image/gif")
    assert world.api("sendPhoto", {"chat_id": ANI}, {"photo": file})["ok"]


def test_a_document_too_large(world: World) -> None:
    file = Upload("x", bytes(50 * 1024 * 1024 + 1), "")
    answer = world.api("sendDocument", {"chat_id": ANI}, {"document": file})
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


def test_file_ids_nobody_knows(world: World, bot: Calls) -> None:
    wrong = "Bad Request: wrong file identifier/HTTP URL specified"
    assert bot.refused("sendPhoto", chat_id=ANI, photo="AgAC") == wrong
    assert bot.refused("sendPhoto", chat_id=ANI, photo="attach://x") == (
        "Bad Request: there is no photo in the request"
    )
    assert bot.refused("getFile", file_id="AgAC") == "Bad Request: invalid file_id"
    assert bot.refused("getFile") == "Bad Request: file_id not specified"
    paper = world.send_document(ANI, ANI).file_id
    assert bot.refused("sendPhoto", chat_id=ANI, photo=paper) == (
        "Bad Request: can't use file of type Document as Photo"
    )


def test_albums_of_a_wrong_make(world: World, bot: Calls) -> None:
    photo = {"type": "photo", "media": world.send_photo(ANI, ANI).file_id}
    paper = {"type": "document", "media": world.send_document(ANI, ANI).file_id}

    def why(*media: Any) -> str:
        said = bot.refused("sendMediaGroup", chat_id=ANI, media=list(media))
        return said.removeprefix("Bad Request: ")

    assert why() == "there are no messages to send"
    assert why(*[photo] * 11) == "too many messages to send as an album"
    assert why(photo, paper) == "document can't be mixed with other media types"
    wrong = "can't parse InputMedia: "
    assert why(photo, "x") == f"{wrong}expected an Object"
    assert why(photo, photo | {"media": "attach://x"}) == f"{wrong}media not found"
    assert why(photo, photo | {"type": "sticker"}) == f'{wrong}type "sticker" is unsupported'
    assert why(photo, photo | {"type": "animation"}) == (
        f'{wrong}type "animation" can\'t be used in sendMediaGroup'
    )
    assert bot.refused("sendMediaGroup", chat_id=ANI) == (
        'Bad Request: parameter "media" is required'
    )
    assert "media_group_id" not in bot("sendMediaGroup", chat_id=ANI, media=[photo])[0]
    sent = bot("sendMediaGroup", chat_id=ANI, media=[photo, photo | {"caption": "dua"}])
    assert len({message["media_group_id"] for message in sent}) == 1
    assert sent[1]["caption"] == "dua"


def test_unknown_methods_and_wrong_shapes(world: World, bot: Calls) -> None:
    answer = world.api("sendNothing", {})
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
    said = world.say(ANI, ANI, "halo").message_id
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


def test_flood_limits_when_wanted(world: World, bot: Calls, clock: StillClock) -> None:
    world.floods.on = True
    for _ in range(5):
        bot("sendMessage", chat_id=ANI, text="x")
    answer = world.api("sendMessage", {"chat_id": ANI, "text": "x"})
    assert answer["error_code"] == 429
    wait = answer["parameters"]["retry_after"]
    assert answer["description"] == f"Too Many Requests: retry after {wait}"
    clock.advance(timedelta(seconds=wait))
    assert bot("sendMessage", chat_id=ANI, text="x")
    for _ in range(20):
        bot("sendMessage", chat_id=HELPDESK, text="x")
        clock.advance(timedelta(seconds=1))
    assert world.api("sendMessage", {"chat_id": HELPDESK, "text": "x"})["error_code"] == 429
