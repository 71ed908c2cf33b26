"""A database with some tickets, what was copied of it, and putting that back."""

from __future__ import annotations

import os
from pathlib import Path

from storage import backup
from storage.backup import Restored
from storage.engine import Database
from storage.unit import Unit
from tests.storage.rows import ANI, NOW, file

LONG = "x" * 4000


def numbers(database: Database) -> list[str]:
    with database.reading() as unit:
        return [str(ticket.number) for ticket in unit.open_tickets.oldest()]


def another(database: Database) -> str:
    with database.unit() as unit:
        return str(file(unit, os.urandom(4).hex()).number)


def restore(database: Database, copy: Path) -> Restored:
    return backup.restore(database, copy, now=NOW, keep_in=copy.parent)


def fill(unit: Unit, rows: int = 2000) -> None:
    for _ in range(rows):
        unit.outbox.add(ANI, "sendMessage", {"text": LONG}, now=NOW)
