"""`main.py backup`: copy the database into a file, also while the bot serves."""

from __future__ import annotations

import argparse

from bot.settings import load
from handlers.operator import backup
from handlers.operator.told import tell


def act(arguments: argparse.Namespace) -> None:
    tell(backup.make(load(), arguments.file))
