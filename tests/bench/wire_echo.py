"""A plain python-telegram-bot echo bot in its best mode, to measure ourselves against.

Its own defaults but for concurrency: 256 updates at once over a pool of 256 connections. With
ECHO_TRANSPORT=aiohttp it is given our transport, the rest unchanged.
"""

from __future__ import annotations

import os
import sys

if os.environ.get("ECHO_SNIFFIO") == "no":
    sys.modules["sniffio"] = None  # type: ignore[assignment]  # Python's own way of hiding one

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.wire.transport import AiohttpTransport

AT_ONCE = 256


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main() -> None:
    api_url = os.environ["BOT_API_URL"]
    builder = (
        Application.builder()
        .token(os.environ["BOT_TOKEN"])
        .base_url(f"{api_url}/bot")
        .concurrent_updates(AT_ONCE)
    )
    if os.environ.get("ECHO_TRANSPORT") == "aiohttp":
        builder = builder.request(AiohttpTransport(AT_ONCE)).get_updates_request(
            AiohttpTransport(1)
        )
    else:
        builder = builder.connection_pool_size(AT_ONCE)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    print("the echo bot is serving", flush=True)
    application.run_polling(timeout=25)


if __name__ == "__main__":
    main()
