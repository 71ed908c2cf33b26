"""A plain python-telegram-bot echo bot in its best mode: polling, 256 updates at once over a pool
of 512 connections, sniffio installed so that httpx need not look for it at every call."""

from __future__ import annotations

import os

import sniffio  # noqa: F401 - fails here where it is missing
from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

AT_ONCE = 256
CONNECTIONS = 512


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


async def pressed(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.callback_query is not None:
        await update.callback_query.answer()


def main() -> None:
    application = (
        Application.builder()
        .token(os.environ["BOT_TOKEN"])
        .base_url(f"{os.environ['BOT_API_URL']}/bot")
        .concurrent_updates(AT_ONCE)
        .connection_pool_size(CONNECTIONS)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(pressed))
    application.run_polling(timeout=25)


if __name__ == "__main__":
    main()
