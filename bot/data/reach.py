"""Reads what the reach of the desk is held against: reach.toml."""

from __future__ import annotations

from pathlib import Path

from bot.data.data_file import HERE, DataError, Toml, read_toml, sourced
from bot.rules.proofs import Source
from bot.rules.reach import Bands

LEVELS = ("trainings", "offices", "coverage")
MOST = 1_000_000


def bands(path: Path = HERE / "reach.toml") -> Bands:
    """Raises DataError, with the line and what to write there."""
    data = read_toml(path)
    trainings, offices, coverage = (_levels(name, data) for name in LEVELS)
    (least,) = _figures("small", ("share_least",), data)
    sources = {
        name: Source(str(data.raw[name]["source"]), str(data.raw[name].get("sure", "")))
        for name in LEVELS
    }
    return Bands(offices, trainings, coverage, least, sources)


def _levels(table: str, data: Toml) -> tuple[int, int]:
    second, third = _figures(table, ("level2", "level3"), data)
    return second, third


def _figures(table: str, names: tuple[str, ...], data: Toml) -> tuple[int, ...]:
    row, where = data.raw.get(table), data.at(rf"\[\s*{table}")
    if not isinstance(row, dict):
        raise DataError(f"{data.file}:1: write the figures under [{table}]")
    for name in names:
        if type(row.get(name)) is not int or not 0 < row[name] <= MOST:
            raise DataError(f"{where}: {name} needs a whole number, 1 to {MOST}")
    sourced(row, where)
    return tuple(row[name] for name in names)
