"""A poll-and-send loop on aiohttp and nothing else: what the way alone costs in Python."""

from __future__ import annotations

import asyncio
import json
import os

import aiohttp

AT_ONCE = 256
URL = f"{os.environ['BOT_API_URL']}/bot{os.environ['BOT_TOKEN']}"


async def main() -> None:
    offset, under_way = 0, set[asyncio.Task[None]]()
    connector = aiohttp.TCPConnector(limit=AT_ONCE)
    async with aiohttp.ClientSession(connector=connector) as session:
        while True:
            wanted = {"offset": offset, "timeout": 25}
            async with session.post(f"{URL}/getUpdates", data=wanted) as response:
                updates = json.loads(await response.read())["result"]
            for update in updates:
                offset = update["update_id"] + 1
                task = asyncio.create_task(echo(session, update))
                under_way.add(task)
                task.add_done_callback(under_way.discard)


async def echo(session: aiohttp.ClientSession, update: dict[str, dict[str, object]]) -> None:
    message = update.get("message")
    if message is not None:
        await call(session, "sendMessage", {"chat_id": _chat(message), "text": message["text"]})
    else:
        press = update["callback_query"]
        await call(session, "answerCallbackQuery", {"callback_query_id": press["id"]})


async def call(session: aiohttp.ClientSession, method: str, params: dict[str, object]) -> None:
    async with session.post(f"{URL}/{method}", data=params) as response:
        json.loads(await response.read())


def _chat(message: dict[str, object]) -> object:
    chat = message["chat"]
    assert isinstance(chat, dict)
    return chat["id"]


if __name__ == "__main__":
    asyncio.run(main())
