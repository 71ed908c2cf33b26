"""What a report is held against: a table of whole numbers, with where they are from."""

from __future__ import annotations

from bot.data.data_file import DataError, Toml, sourced
from bot.rules.proofs import Source

MOST = 1_000_000


def figures(table: str, names: tuple[str, ...], data: Toml) -> tuple[int, ...]:
    """In the order of `names`. Raises DataError, with the line and what to write there."""
    row, where = data.raw.get(table), data.at(rf"\[\s*{table}")
    if not isinstance(row, dict):
        raise DataError(f"{data.file}:1: write the figures under [{table}]")
    for name in names:
        if type(row.get(name)) is not int or not 0 < row[name] <= MOST:
            raise DataError(f"{where}: {name} needs a whole number, 1 to {MOST}")
    sourced(row, where)
    return tuple(row[name] for name in names)


def source(table: str, data: Toml) -> Source:
    """Of a table that `figures` took."""
    row = data.raw[table]
    return Source(str(row["source"]), str(row.get("sure", "")))
