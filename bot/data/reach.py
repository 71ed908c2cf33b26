"""Reads what the reach of the desk is held against: reach.toml."""

from __future__ import annotations

from pathlib import Path

from bot.data.data_file import HERE, Toml, read_toml
from bot.data.held import figures, source
from bot.rules.reach import Levels, ReachLevels

LEVELS = ("trainings", "offices", "coverage")


def bands(path: Path = HERE / "reach.toml") -> ReachLevels:
    """Raises DataError, with the line and what to write there."""
    data = read_toml(path)
    trainings, offices, coverage = (_levels(name, data) for name in LEVELS)
    (years,) = figures("offices", ("years",), data)
    (least,) = figures("small", ("share_least",), data)
    sources = {name: source(name, data) for name in LEVELS}
    return ReachLevels(offices, years, trainings, coverage, least, sources)


def _levels(table: str, data: Toml) -> Levels:
    first, second, third = figures(table, ("level1", "level2", "level3"), data)
    return first, second, third
