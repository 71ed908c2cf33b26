"""A workbook's sheets and rows, one at a time: there may be a hundred thousand.

For the child process alone: what a workbook may do to its parser, it does within the walls.
"""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterator
from typing import IO, Any
from zipfile import BadZipFile, LargeZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from bot.rules.roster.cells import Cell, MergedCell, Plain
from bot.rules.roster.table import SheetRow
from handlers.operator.roster.answer import Sheet
from handlers.operator.roster.refuse import CannotRead, broken, lazily, too_big

MOST_UNPACKED = 1_000_000_000  # bytes
MOST_KEPT = 300_000_000  # bytes of what is read before the rows and kept: texts, formats
MOST_RATIO = 100
SMALL = 1_000_000  # bytes; what is that short may shrink as it likes
MOST_PARTS = 5_000
MOST_MERGED = 200_000
BLANK_ROWS = 5_000  # after so many a sheet is over, however far its formats reach
PIECE = 1 << 20
SHEETS = "xl/worksheets/"
# A sign "<" begins another element: without it, each of them would be looked through to the end.
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]*?ref=\"([A-Z0-9:]{3,30})\"")
_OVERLAP = 200
BROKEN = (
    *(BadZipFile, LargeZipFile, InvalidFileException, zlib.error, EOFError, OSError, SyntaxError),
    *(ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError),
)
"""What openpyxl says to it, and what is under it; of XML that is none, a SyntaxError."""


def sheets(file: IO[bytes]) -> Iterator[Sheet]:
    """Raises CannotRead, as do the rows of each."""
    return lazily(_opened(file), BROKEN, broken)


def _opened(file: IO[bytes]) -> Iterator[Sheet]:
    with ZipFile(file) as archive:
        _weigh(archive)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            hidden = sheet.sheet_state != "visible"
            yield Sheet(sheet.title, hidden, lazily(_rows(sheet, archive), BROKEN, broken))


def _weigh(archive: ZipFile) -> None:
    parts = archive.infolist()
    if not any(part.filename.startswith("xl/") for part in parts):
        raise CannotRead("no Excel workbook; open it and save it as .xlsx or CSV")
    whole = sum(part.file_size for part in parts)
    kept = sum(
        part.file_size
        for part in parts
        if part.filename.endswith(".xml") and not part.filename.startswith(SHEETS)
    )
    if len(parts) > MOST_PARTS or whole > MOST_UNPACKED or kept > MOST_KEPT:
        raise too_big()
    if any(part.file_size > max(SMALL, part.compress_size * MOST_RATIO) for part in parts):
        raise too_big()


def _rows(sheet: Any, archive: ZipFile) -> Iterator[SheetRow]:
    merged = _merged(archive, sheet._worksheet_path)
    covering: dict[tuple[int, int], Plain] = {}  # what stands at the first cell of a merged range
    sheet.reset_dimensions()
    blank = 0
    firsts = frozenset(merged.values())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
            cells: tuple[Cell, ...] = values
            if merged:
                cells = _with_merged(line, values, merged, firsts, covering)
            width = next((at for at in range(len(cells), 0, -1) if cells[at - 1] is not None), 0)
            if width:
                blank = 0
                yield SheetRow(line, cells[:width])
            elif (blank := blank + 1) >= BLANK_ROWS:
                return


def _with_merged(
    line: int,
    values: tuple[Plain, ...],
    merged: dict[tuple[int, int], tuple[int, int]],
    firsts: frozenset[tuple[int, int]],
    covering: dict[tuple[int, int], Plain],
) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for at, value in enumerate(values, 1):
        place = (line, at)
        if place in firsts:
            covering[place] = value
        first = merged.get(place)
        cells.append(
            value if first is None else MergedCell(covering.get(first), above=first[0] < line)
        )
    return tuple(cells)


def _merged(archive: ZipFile, path: str) -> dict[tuple[int, int], tuple[int, int]]:
    """Of each covered cell the one that covers it. They stand at the end of a sheet, which is
    why it is looked through for them alone."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    left = MOST_MERGED
    with archive.open(path.lstrip("/")) as file:
        kept = b""
        while piece := file.read(PIECE):
            kept += piece
            end = 0
            for each in _MERGED.finditer(kept):
                left -= _cover(each[1].decode(), found, left)
                end = each.end()
            kept = kept[max(end, len(kept) - _OVERLAP) :]
    return found


def _cover(ref: str, found: dict[tuple[int, int], tuple[int, int]], most: int) -> int:
    """How many cells those were; beyond `most` the range is passed over."""
    left, top, right, bottom = (each or 0 for each in range_boundaries(ref))
    cells = (right - left + 1) * (bottom - top + 1)
    if 0 in {left, top, right, bottom} or cells > most:
        return 0
    for line in range(top, bottom + 1):
        for at in range(left, right + 1):
            if (line, at) != (top, left):
                found[line, at] = (top, left)
    return cells
