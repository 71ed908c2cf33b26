"""`main.py roster import`: take over the list of personnel."""

from __future__ import annotations

import argparse
import sys

from bot.settings import load
from handlers.operator.roster import refuse, take_over
from handlers.operator.told import Stop, tell


def act(arguments: argparse.Namespace) -> None:
    consent = take_over.Consent(
        yes=arguments.yes,
        gone=arguments.departed_ok,
        ask=_answer if sys.stdin.isatty() and sys.stdout.isatty() else None,
    )
    try:
        take_over.import_file(load(), arguments.file, consent, lambda line: tell([line]))
    except (refuse.CannotRead, take_over.NotTaken) as error:
        raise Stop(str(error)) from None


def _answer(question: str) -> str:
    """Nothing, where the terminal was closed instead."""
    try:
        return input(question)
    except EOFError:
        return ""
