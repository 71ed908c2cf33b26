"""The Bot API over HTTP: every way to call it, and python-telegram-bot as a client."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.simulator.world.accounts import ANI, BURHAN, SIM_TOKEN
from bot.simulator.world.attachments import ONE_DOT_GIF
from bot.simulator.world.world import World

NOT_FOUND = {"ok": False, "error_code": 404, "description": "Not Found"}


@pytest.mark.parametrize(
    "order",
    [
        {"json": {"chat_id": ANI, "text": "halo"}},
        {"data": {"chat_id": str(ANI), "text": "halo"}},
        {"params": {"chat_id": str(ANI), "text": "halo"}},
    ],
)
async def test_parameters_come_in_any_shape(
    api: str, http: aiohttp.ClientSession, order: dict[str, Any]
) -> None:
    for method in ("POST", "GET"):
        async with http.request(method, f"{api}/SENDmessage", **order) as answer:
            assert (await answer.json())["result"]["text"] == "halo"


async def test_multipart_with_json_in_strings(api: str, http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"chat_id": str(ANI)})
    form.add_field(
        "media",
        '[{"type":"document","media":"attach://a","caption":"x"},'
        '{"type":"document","media":"attach://b"}]',
    )
    form.add_field("a", b"satu", filename="satu.txt")
    form.add_field("b", b"dua", filename="dua.txt")
    async with http.post(f"{api}/sendMediaGroup", data=form) as answer:
        sent = (await answer.json())["result"]
    assert [message["document"]["file_name"] for message in sent] == ["satu.txt", "dua.txt"]


async def test_wrong_token_path_and_body(url: str, api: str, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{url}/bot123:abc/getMe") as answer:
        assert answer.status == 401
        assert (await answer.json())["description"] == "Unauthorized"
    for wrong in ("botabc", "bot123", "bot"):
        async with http.get(f"{url}/{wrong}/getMe") as answer:
            assert await answer.json() == NOT_FOUND
    async with http.get(f"{api}/getNothing") as answer:
        assert await answer.json() == NOT_FOUND
    async with http.post(
        f"{api}/getMe", data="[", headers={"content-type": "application/json"}
    ) as answer:
        assert answer.status == 400


async def test_python_telegram_bot_feels_at_home(world: World, url: str) -> None:
    async with Bot(SIM_TOKEN, f"{url}/bot", f"{url}/file/bot") as bot:
        assert (await bot.get_me()).username == "ekinerja_balangan_bot"
        keys = InlineKeyboardMarkup([[InlineKeyboardButton("Ambil", callback_data="a")]])
        sent = await bot.send_message(ANI, "<b>Halo</b>", parse_mode="HTML", reply_markup=keys)
        assert sent.entities[0].type == "bold"
        world.buttons.press(ANI, ANI, sent.message_id, "Ambil")
        world.attachments.send_photo(ANI, ANI, caption="bukti")
        update, second = await bot.get_updates()
        assert update.callback_query is not None
        assert await update.callback_query.answer("ya")
        edited = await bot.edit_message_text("Diambil", ANI, sent.message_id)
        assert isinstance(edited, Message)
        assert edited.reply_markup is None
        assert second.message is not None
        file = await bot.get_file(second.message.photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == ONE_DOT_GIF
        photo = await bot.send_photo(ANI, ONE_DOT_GIF, caption="balik")
        again = await bot.send_photo(ANI, photo.photo[-1].file_id)
        assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id
        moving = await bot.send_animation(ANI, ONE_DOT_GIF)
        assert moving.animation is not None
        assert (await bot.get_chat(ANI)).first_name == "Ani"
        assert (await bot.get_chat_member(ANI, ANI)).status == "member"


async def test_python_telegram_bot_knows_the_refusals(
    world: World, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else it warns of its own next version
    async with Bot(SIM_TOKEN, f"{url}/bot") as bot:
        with pytest.raises(Forbidden):
            await bot.send_message(BURHAN, "halo")
        with pytest.raises(BadRequest, match="Text must be non-empty"):
            await bot.send_message(ANI, " ")
        world.state.faults.add("flood", retry_after=4)
        with pytest.raises(RetryAfter):
            await bot.send_message(ANI, "halo")
