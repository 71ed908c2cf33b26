"""Files and albums that Telegram refuses, in its words."""

from __future__ import annotations

from struct import pack
from typing import Any

import pytest

from bot.simulator.api.bot_api import LocalBotApi
from bot.simulator.world.accounts import ANI
from bot.simulator.world.files import Upload
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls

GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00"
EMOJI = "😀"


def picture(width: int, height: int) -> bytes:
    return b"GIF89a" + pack("<HH", width, height) + b"\x80\x00\x00"


def test_a_caption_too_long(bot_api: LocalBotApi) -> None:
    def send(caption: str) -> Any:
        params = {"chat_id": ANI, "caption": caption}
        return bot_api.call("sendPhoto", params, {"photo": Upload("a.gif", GIF, "image/gif")})

    assert send(EMOJI * 512)["ok"]
    assert send(EMOJI * 512 + "a")["description"] == "Bad Request: message caption is too long"


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
def test_files_that_do_not_pass(bot_api: LocalBotApi, method: str, file: bytes, why: str) -> None:
    order = {"chat_id": ANI}
    answer = bot_api.call(f"send{method}", order, {method: Upload("x", file, "")})
    assert answer["description"] == f"Bad Request: {why}"


@pytest.mark.parametrize("size", [(5000, 5000), (2000, 100), (100, 2000)])
def test_the_largest_photos_pass(bot_api: LocalBotApi, size: tuple[int, int]) -> None:
    file = Upload("x.gif", picture(*size), "image/gif")
    assert bot_api.call("sendPhoto", {"chat_id": ANI}, {"photo": file})["ok"]


def test_a_document_too_large(bot_api: LocalBotApi) -> None:
    file = Upload("x", bytes(50 * 1024 * 1024 + 1), "")
    answer = bot_api.call("sendDocument", {"chat_id": ANI}, {"document": file})
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


def test_file_ids_nobody_knows(world: World, bot: Calls) -> None:
    wrong = "Bad Request: wrong file identifier/HTTP URL specified"
    assert bot.refused("sendPhoto", chat_id=ANI, photo="AgAC") == wrong
    assert bot.refused("sendPhoto", chat_id=ANI, photo="attach://x") == (
        "Bad Request: there is no photo in the request"
    )
    assert bot.refused("getFile", file_id="AgAC") == "Bad Request: invalid file_id"
    assert bot.refused("getFile") == "Bad Request: file_id not specified"
    paper = world.attachments.send_document(ANI, ANI).file_id
    assert bot.refused("sendPhoto", chat_id=ANI, photo=paper) == (
        "Bad Request: can't use file of type Document as Photo"
    )


def test_albums_of_a_wrong_make(world: World, bot: Calls) -> None:
    photo = {"type": "photo", "media": world.attachments.send_photo(ANI, ANI).file_id}
    paper = {"type": "document", "media": world.attachments.send_document(ANI, ANI).file_id}

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
