"""`main.py ask`: what the book answers to a question."""

from __future__ import annotations

import argparse

from bot.settings import load
from handlers.operator import ask
from handlers.operator.told import tell
from handlers.resources import load_resources


def act(arguments: argparse.Namespace) -> None:
    tell(ask.ask(load_resources(load()), arguments.question).splitlines())
