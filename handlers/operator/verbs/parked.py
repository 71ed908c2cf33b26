"""`main.py parked`: what could not be served or sent, and why."""

from __future__ import annotations

import argparse

from bot.settings import load
from bot.wire import log
from handlers.operator import parked
from handlers.operator.told import Stop, tell


def act(arguments: argparse.Namespace) -> None:
    settings = load()
    try:
        said = (
            [parked.requeue(settings, arguments.id)]
            if arguments.act == "requeue"
            else parked.listed(settings)
        )
    except parked.NoSuchRow as error:
        raise Stop(str(error)) from None
    tell(map(log.redact, said))
