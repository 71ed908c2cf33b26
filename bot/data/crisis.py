"""Reads whom somebody in danger may call: crisis.toml."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bot.data.data_file import HERE, DataError, read_toml, sourced
from bot.rules.crisis import HelpLine
from bot.rules.letters import harmless

LONGEST = 80
MOST_LINES = 5


def help_lines(path: Path = HERE / "crisis.toml") -> tuple[HelpLine, ...]:
    """Raises DataError, with the line and what to write there."""
    data = read_toml(path)
    rows = data.raw.get("line", [])
    if not isinstance(rows, list) or len(rows) > MOST_LINES:
        raise DataError(f"{data.file}:1: write each number under [[line]], at most {MOST_LINES}")
    return tuple(_line(row, f"{data.file}: [[line]] {at}") for at, row in enumerate(rows, 1))


def _line(row: Any, where: str) -> HelpLine:
    if not isinstance(row, dict) or type(row.get("from")) is not date:
        raise DataError(f"{where}: write from = 2026-11-28, the day since when it holds")
    sourced(row, where)
    return HelpLine(_text("name", row, where), _text("number", row, where))


def _text(name: str, row: dict[str, Any], where: str) -> str:
    value = row.get(name)
    line = " ".join(harmless(value).split()) if isinstance(value, str) else ""
    if not line or len(line) > LONGEST:
        raise DataError(f'{where}: write {name} = "…", 1 to {LONGEST} letters')
    return line
