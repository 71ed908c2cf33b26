"""Reads how the papers look: letterhead.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.data.data_file import HERE, DataError, Toml, read_toml
from bot.rules.letterhead import Letterhead, Margins, Paper, Signer
from bot.rules.letters import harmless

LONGEST = 200
MOST_LINES = 12
SIZES = range(8, 17)  # points
MARGINS = range(10, 51)  # millimetres
LETTER = {"nomor": "number", "sifat": "nature", "hal": "subject", "place": "place"}


def letterhead(path: Path = HERE / "letterhead.toml") -> Letterhead:
    """Raises DataError, with the line and what to write there."""
    data = read_toml(path)
    page, kop = _table("page", data), _table("kop", data)
    letter, signer = _table("letter", data), _table("signer", data)
    where = data.at(r"\[\s*page")
    if page.get("paper") not in set(Paper):
        raise DataError(f'{where}: write paper = "A4" or "F4"')
    margins = [_number(f"margin_{side}", page, MARGINS, data) for side in Margins.__annotations__]
    return Letterhead(
        paper=Paper(page["paper"]),
        font=_line("font", page, data),
        size=_number("size", page, SIZES, data),
        margins=Margins(*margins),
        owner=_line("owner", kop, data),
        agency=_line("agency", kop, data),
        address=_lines("address", kop, data),
        copies=_lines("tembusan", letter, data),
        signer=Signer(*(_line(name, signer, data) for name in Signer.__annotations__)),
        **{
            ours: _line(theirs, letter, data, may_be_empty=theirs == "nomor")
            for theirs, ours in LETTER.items()
        },
    )


def _table(name: str, data: Toml) -> dict[str, Any]:
    table = data.raw.get(name)
    if not isinstance(table, dict):
        raise DataError(f"{data.file}:1: write [{name}], as it came with the bot")
    return table


def _number(name: str, table: dict[str, Any], within: range, data: Toml) -> int:
    value = table.get(name)
    if type(value) is not int or value not in within:
        least, most = within[0], within[-1]
        raise DataError(f"{data.at(name)}: {name} needs a whole number, {least} to {most}")
    return value


def _line(name: str, table: dict[str, Any], data: Toml, *, may_be_empty: bool = False) -> str:
    return _clean(name, table.get(name), data, may_be_empty=may_be_empty)


def _lines(name: str, table: dict[str, Any], data: Toml) -> tuple[str, ...]:
    values = table.get(name)
    if not isinstance(values, list) or len(values) > MOST_LINES:
        raise DataError(f'{data.at(name)}: write {name} = ["…"], at most {MOST_LINES} lines')
    return tuple(_clean(name, value, data) for value in values)


def _clean(name: str, value: object, data: Toml, *, may_be_empty: bool = False) -> str:
    line = " ".join(harmless(value).split()) if isinstance(value, str) else ""
    if len(line) > LONGEST or not (line or (may_be_empty and value == "")):
        raise DataError(
            f'{data.at(name)}: write {name} = "…", 1 to {LONGEST} letters;'
            ' what is not known: "(diisi BKPSDM)"'
        )
    return line
