"""A plain aiogram echo bot; each update is a task of its own, as it is by default."""

from __future__ import annotations

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message

AT_ONCE = 256
router = Dispatcher()


@router.message()
async def echo(message: Message) -> None:
    await message.answer(message.text or "")


@router.callback_query()
async def pressed(press: CallbackQuery) -> None:
    await press.answer()


async def main() -> None:
    server = TelegramAPIServer.from_base(os.environ["BOT_API_URL"])
    async with Bot(os.environ["BOT_TOKEN"], AiohttpSession(api=server, limit=AT_ONCE)) as bot:
        await router.start_polling(bot, polling_timeout=25)


if __name__ == "__main__":
    asyncio.run(main())
