"""A workbook's sheets and rows, one at a time: there may be a hundred thousand."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from bot.rules.roster.cells import Cell, Joined, Plain
from bot.rules.roster.table import Row
from handlers.operator.roster.csv_rows import Told
from handlers.operator.roster.refuse import CannotRead

MOST_UNPACKED = 1_000_000_000  # bytes
MOST_TEXTS = 300_000_000  # bytes of them, which are all kept at once
MOST_PARTS = 5_000
MOST_MERGED = 200_000
BLANK_ROWS = 5_000  # after so many a sheet is over, however far its formats reach
PIECE = 1 << 20
SHARED = "xl/sharedStrings.xml"
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z0-9:]{3,30})\"")
_OVERLAP = 200


@dataclass(frozen=True)
class Sheet:
    name: str
    hidden: bool
    rows: Iterator[Row]


def sheets(path: Path, told: Told) -> Iterator[Sheet]:
    """Raises CannotRead."""
    try:
        with ZipFile(path) as archive:
            _weigh(archive)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                book = load_workbook(path, read_only=True, data_only=True)
            try:
                yield from _sheets(book, archive, told)
            finally:
                book.close()
    except CannotRead:
        raise
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, EOFError) as error:
        raise CannotRead(
            f"the workbook is broken ({type(error).__name__}); open it and save it anew as .xlsx"
        ) from None


def _weigh(archive: ZipFile) -> None:
    parts = archive.infolist()
    if not any(part.filename.startswith("xl/") for part in parts):
        raise CannotRead("no Excel workbook; open it and save it as .xlsx or CSV")
    texts = sum(part.file_size for part in parts if part.filename == SHARED)
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > MOST_UNPACKED or texts > MOST_TEXTS:
        raise CannotRead("the workbook is too big; save the list alone in a new one, or as CSV")


def _sheets(book: Any, archive: ZipFile, told: Told) -> Iterator[Sheet]:
    found = [each for each in book.worksheets if hasattr(each, "reset_dimensions")]
    heights = [each.max_row or 0 for each in found]
    whole, before = max(sum(heights), 1), 0
    for sheet, height in zip(found, heights, strict=True):
        merged = _merged(archive, sheet._worksheet_path)
        hidden = sheet.sheet_state != "visible"
        yield Sheet(sheet.title, hidden, _rows(sheet, merged, told, before, whole))
        before += height


def _rows(
    sheet: Any, merged: dict[tuple[int, int], tuple[int, int]], told: Told, before: int, whole: int
) -> Iterator[Row]:
    covering: dict[tuple[int, int], Plain] = {}  # what stands at the first cell of a merged range
    sheet.reset_dimensions()
    blank = 0
    firsts = frozenset(merged.values())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
            if line % 1_000 == 0:
                told(min((before + line) / whole, 1.0))
            cells: tuple[Cell, ...] = values
            if merged:
                cells = _with_merged(line, values, merged, firsts, covering)
            if any(cell is not None for cell in cells):
                blank = 0
                yield Row(line, cells)
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
            value if first is None else Joined(covering.get(first), above=first[0] < line)
        )
    return tuple(cells)


def _merged(archive: ZipFile, path: str) -> dict[tuple[int, int], tuple[int, int]]:
    """Of each covered cell the one that covers it. They stand at the end of a sheet, which is
    why it is looked through for them alone."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    with archive.open(path.lstrip("/")) as file:
        kept = b""
        while piece := file.read(PIECE):
            kept += piece
            end = 0
            for each in _MERGED.finditer(kept):
                _cover(each[1].decode(), found)
                end = each.end()
            kept = kept[max(end, len(kept) - _OVERLAP) :]
    return found


def _cover(ref: str, found: dict[tuple[int, int], tuple[int, int]]) -> None:
    left, top, right, bottom = (each or 0 for each in range_boundaries(ref))
    if 0 in {left, top, right, bottom} or len(found) > MOST_MERGED:
        return
    if (right - left + 1) * (bottom - top + 1) > MOST_MERGED:
        return
    for line in range(top, bottom + 1):
        for at in range(left, right + 1):
            if (line, at) != (top, left):
                found[line, at] = (top, left)
