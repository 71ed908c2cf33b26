"""What the child process tells of a file, a line of JSON each: its sheets with their rows.

{"sheet": "Pegawai", "hidden": false} is followed by its rows, [12, null, ["Siti", …]]; a file that
cannot be read is {"refused": "the reason"} alone. Nothing else is believed.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.rules.roster.cells import Cell, MergedCell, Plain
from bot.rules.roster.people import Flaw
from bot.rules.roster.table import SheetRow
from handlers.operator.roster.refuse import CannotRead, lazily, unreadable

_NO_ANSWER = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
_AS_THEY_ARE = {str, int, float, bool, type(None)}


@dataclass(frozen=True)
class Sheet:
    name: str | None
    """None of the only one of a CSV file."""
    hidden: bool
    rows: Iterator[SheetRow]


# In the child


def head(sheet: Sheet) -> bytes:
    return _line({"sheet": sheet.name, "hidden": sheet.hidden})


def row(each: SheetRow) -> bytes:
    return _line([each.line, each.broken, each.cells])


def refused(why: str) -> bytes:
    return _line({"refused": why})


def _special(cell: object) -> dict[str, object]:
    match cell:
        case MergedCell():
            return {"joined": cell.value, "above": cell.above}
        case datetime():
            return {"datetime": cell.isoformat()}
        case date():
            return {"date": cell.isoformat()}
        case time():
            return {"time": cell.isoformat()}
        case timedelta():
            return {"seconds": cell.total_seconds()}
    raise TypeError(type(cell))


_encode = json.JSONEncoder(default=_special, separators=(",", ":"), check_circular=False).encode


def _line(told: object) -> bytes:
    return _encode(told).encode() + b"\n"


# On this side


def sheets(told: Iterable[bytes]) -> Iterator[Sheet]:
    """In their order, each with the rows that are read of it. Raises CannotRead, as those do."""
    return lazily(_Answer(told).sheets(), _NO_ANSWER, unreadable)


class _Answer:
    def __init__(self, told: Iterable[bytes]) -> None:
        self.lines: Iterator[Any] = map(json.loads, told)
        self.head: dict[str, Any] | None = None

    def sheets(self) -> Iterator[Sheet]:
        self.head = next(self.lines, None)
        while self.head is not None:
            if "refused" in self.head:
                raise CannotRead(str(self.head["refused"]))
            name = self.head["sheet"]
            rows = lazily(self._rows(), _NO_ANSWER, unreadable)
            yield Sheet(None if name is None else str(name), bool(self.head["hidden"]), rows)
            deque(rows, maxlen=0)  # what nobody asked for

    def _rows(self) -> Iterator[SheetRow]:
        self.head = None
        for told in self.lines:
            if isinstance(told, dict):
                self.head = told
                return
            line, broken, cells = told
            yield SheetRow(int(line), _cells(cells), None if broken is None else Flaw(broken))


def _cells(told: list[Any]) -> tuple[Cell, ...]:
    if {type(cell) for cell in told} <= _AS_THEY_ARE:
        return tuple(told)
    return tuple(
        MergedCell(_plain(cell["joined"]), above=bool(cell["above"]))
        if isinstance(cell, dict) and "joined" in cell
        else _plain(cell)
        for cell in told
    )


def _plain(told: Any) -> Plain:
    match told:
        case None | str() | bool() | int() | float():
            return told
        case {"datetime": str(when)}:
            return datetime.fromisoformat(when)
        case {"date": str(when)}:
            return date.fromisoformat(when)
        case {"time": str(when)}:
            return time.fromisoformat(when)
        case {"seconds": int() | float() as seconds}:
            return timedelta(seconds=seconds)
    raise ValueError(type(told))
