"""`main.py run`: serve Telegram; without a token, be the simulator."""

from __future__ import annotations

import argparse

import uvloop

from bot.settings import load
from bot.wire import log


def act(arguments: argparse.Namespace) -> None:
    settings = load()
    log.set_up(settings.log_level)
    # Imported here: what a serving process has no use for would still take its memory.
    if settings.bot_token is None:
        from handlers.operator.simulate import simulate  # noqa: PLC0415

        print("BOT_TOKEN is not set, so this is the simulator. README tells how to go live.")
        uvloop.run(simulate(settings, arguments.port))
    else:
        from handlers.operator.run import serve  # noqa: PLC0415

        uvloop.run(serve(settings))
