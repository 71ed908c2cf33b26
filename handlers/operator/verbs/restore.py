"""`main.py restore`: put a backup in the database's place."""

from __future__ import annotations

import argparse

from bot.settings import load
from handlers.operator import backup
from handlers.operator.told import tell


def act(arguments: argparse.Namespace) -> None:
    tell(backup.restore(load(), arguments.file))
