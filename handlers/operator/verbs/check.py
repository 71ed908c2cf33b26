"""`main.py check`: look at settings, book, database, disk and backups."""

from __future__ import annotations

import argparse

from bot.settings import load
from handlers.operator import check
from handlers.operator.told import Unwell, tell


def act(arguments: argparse.Namespace) -> None:
    """Raises Unwell."""
    report = check.check(load(), online=arguments.online)
    tell(report.said)
    if report.problems:
        raise Unwell(report.problems)
