"""Our own client over HTTP: each kind of call that the outbox holds, as it stands there."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram.error import BadRequest, InvalidToken

from bot.simulator.world.accounts import ANI, SIM_TOKEN
from bot.simulator.world.attachments import ONE_DOT_GIF
from bot.simulator.world.world import World
from bot.wire.client import Client
from bot.wire.ptb_private import Upload


@pytest.fixture
async def client(url: str) -> AsyncIterator[Client]:
    client = Client(SIM_TOKEN, api_url=url)
    await client.open()
    yield client
    await client.close_connections()


async def test_words_and_buttons(client: Client) -> None:
    words = "Lupa <b>sandi</b> & 100% +1 = \n😀"
    sent = await client.call(
        "sendMessage",
        {
            "chat_id": ANI,
            "text": words.replace("&", "&amp;"),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": {"inline_keyboard": [[{"text": "Ya", "callback_data": "y:1"}]]},
        },
    )
    assert sent["text"] == "Lupa sandi & 100% +1 = \n😀"
    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "y:1"


async def test_an_album_by_file_ids(client: Client, world: World) -> None:
    ids = [world.attachments.send_photo(ANI, ANI).file_id for _ in range(2)]
    media: list[dict[str, object]] = [{"type": "photo", "media": file_id} for file_id in ids]
    media[0]["caption"] = "Berkas dari EK-2026-00001"
    sent = await client.call("sendMediaGroup", {"chat_id": ANI, "media": media})
    assert [message["photo"][-1]["file_id"] for message in sent] == ids
    assert sent[0]["caption"] == "Berkas dari EK-2026-00001"


async def test_an_upload_under_its_name(client: Client, world: World) -> None:
    params: dict[str, object] = {"chat_id": ANI, "caption": "Minggu ini", "photo": "attach://x"}
    sent = await client.call("sendPhoto", params, files=[Upload("x", "a.png", ONE_DOT_GIF)])
    assert sent["caption"] == "Minggu ini"
    assert world.state.files.get(sent["photo"][-1]["file_id"]).name == "a.png"


async def test_updates_and_refusals(client: Client, world: World, url: str) -> None:
    world.people.say(ANI, ANI, "halo")
    (update,) = await client.call("getUpdates", {"timeout": 0, "allowed_updates": ["message"]})
    assert update["message"]["text"] == "halo"
    with pytest.raises(BadRequest, match="Chat not found"):
        await client.call("sendMessage", {"chat_id": 987654, "text": "halo"})
    stranger = Client("1:abc", api_url=url)
    await stranger.open()
    with pytest.raises(InvalidToken):
        await stranger.call("getMe", {})
    await stranger.close_connections()
