"""`main.py simulate`: try the bot in a browser, without Telegram."""

from __future__ import annotations

import argparse

import uvloop

from bot.settings import load
from bot.wire import log
from handlers.operator.simulate import simulate


def act(arguments: argparse.Namespace) -> None:
    settings = load()
    log.set_up(settings.log_level)
    uvloop.run(simulate(settings, arguments.port))
