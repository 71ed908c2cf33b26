"""Reads what the other proofs are held against: proofs.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.data.data_file import HERE, DataError, Toml, read_toml, sourced
from bot.rules.proofs import Held, Source

FIGURES = {
    "pekppp": ("full_hours", "most_hours", "lapor_percent"),
    "served": ("level2", "level3"),
    "process": ("level3_days", "level2_days"),
    "information": ("level3_ways",),
}
MOST = 1_000_000


def proofs(path: Path = HERE / "proofs.toml") -> Held:
    """Raises DataError, with the line and what to write there."""
    data = read_toml(path)
    found = {name: _figures(name, names, data) for name, names in FIGURES.items()}
    full, most, lapor = found["pekppp"]
    level2, level3 = found["served"]
    first, second = found["process"]
    (ways,) = found["information"]
    sources = {name: _source(data.raw[name]) for name in FIGURES}
    return Held(full, most, lapor, (level2, level3), (first, second), ways, sources)


def _figures(table: str, names: tuple[str, ...], data: Toml) -> tuple[int, ...]:
    row = data.raw.get(table)
    where = data.at(rf"\[\s*{table}")
    if not isinstance(row, dict):
        raise DataError(f"{data.file}:1: write the figures under [{table}]")
    for name in names:
        if type(row.get(name)) is not int or not 0 < row[name] <= MOST:
            raise DataError(f"{where}: {name} needs a whole number, 1 to {MOST}")
    sourced(row, where)
    return tuple(row[name] for name in names)


def _source(row: dict[str, Any]) -> Source:
    return Source(str(row["source"]), str(row.get("sure", "")))
