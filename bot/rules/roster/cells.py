"""What stands in one cell of a spreadsheet, and what text is in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

Plain = str | int | float | bool | date | time | timedelta | None


@dataclass(frozen=True)
class MergedCell:
    """A cell that is covered by another: they were merged."""

    value: Plain
    above: bool  # whether that one begins in a row above


Cell = Plain | MergedCell
Cells = tuple[Cell, ...]

ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|NAMA\?|NILAI!|#+)|Err:\d+")
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_QUOTED_FORMULA = re.compile(r'="(.*)"')
_EMPTY = frozenset({"-", "--", "–", "—", ".", "'", "n/a", "null", "nan", "none", "nihil"})


def text_of(cell: Cell) -> str:
    """In one line, without what nobody sees; "" for what stands for nothing."""
    value = cell.value if isinstance(cell, MergedCell) else cell
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _cleaned(str(value))


@lru_cache(maxsize=8_192)  # each cell is looked at several times, and offices come again and again
def _cleaned(text: str) -> str:
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else " " for sign in text)
    line = " ".join(text.split())
    formula = _QUOTED_FORMULA.fullmatch(line)
    line = (formula[1] if formula else line).lstrip("'’‘`").strip()
    return "" if line.casefold() in _EMPTY else line


def is_error(cell: Cell) -> bool:
    """A formula that came to nothing, or a column too narrow to show its numbers."""
    return ERROR.fullmatch(text_of(cell)) is not None


def covered_from_above(cell: Cell) -> bool:
    return isinstance(cell, MergedCell) and cell.above
