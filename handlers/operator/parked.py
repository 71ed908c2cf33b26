"""`main.py parked`: what was put aside and why, and how it gets its second chance."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.settings import Settings
from storage.engine import opened
from storage.parked import MESSAGE, UPDATE
from storage.schema import fit_for_reading

_ID = re.compile(rf"([{UPDATE}{MESSAGE}]?)(-?[0-9]{{1,18}})")


class NoSuchRow(Exception):
    """One line: what to write instead."""


def listed(settings: Settings) -> list[str]:
    """A line each: id, local time, what it is, the reason."""
    with opened(settings.database_url.get_secret_value()) as database:
        fit_for_reading(database)
        with database.reading() as unit:
            rows = unit.parked.all()
    if not rows:
        return ["nothing is parked"]
    return [
        f"{row.id:<14} {row.at.astimezone(settings.zone):%Y-%m-%d %H:%M}  {row.what:<12} "
        f" {row.reason}"
        for row in rows
    ] + [f"{len(rows)} parked; again with: main.py parked requeue ID (or all)"]


def requeue(settings: Settings, row_id: str) -> str:
    """Also while the bot serves: it takes them up at its next look. Raises NoSuchRow."""
    kinds: Sequence[str] = (UPDATE, MESSAGE)
    number = None
    if row_id != "all":
        read = _ID.fullmatch(row_id)
        if read is None:
            raise NoSuchRow(f"{row_id!r} is no id; main.py parked lists them, like u123 or m45")
        kinds, number = [read[1] or UPDATE], int(read[2])
    with opened(settings.database_url.get_secret_value()) as database:
        fit_for_reading(database)
        with database.unit() as unit:
            count = sum(unit.parked.requeue(kind, number) for kind in kinds)
    if not count and number is not None:
        raise NoSuchRow(f"{row_id} is not parked; main.py parked lists what is")
    return f"{count} requeued; the bot takes them up when it runs"
