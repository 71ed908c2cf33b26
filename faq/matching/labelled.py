"""A CSV of questions with the entry each belongs to; an empty id is out of scope.

Two more columns may stand there: `also`, further ids that are as right, blanks between, and
`style`, how the question is put.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.text_file import FileFault, Unfit, read_text, shown
from faq.book.files import told

COLUMNS = ("question", "id")
MORE = ("also", "style")
FOLLOW_UP = "followup"
"""The style of what can only be understood after the turn before."""
MOST_BYTES = 20_000_000


class BadFile(Exception):
    """One line, for people, about why a file can't be used."""


@dataclass(frozen=True)
class Row:
    question: str
    id: str | None
    line: int
    also: frozenset[str] = frozenset()
    """Further entries that are as right."""
    style: str = ""

    @property
    def right(self) -> frozenset[str]:
        """Every entry that is right; none where the question is out of scope."""
        return self.also if self.id is None else self.also | {self.id}

    @property
    def stands_alone(self) -> bool:
        return self.style != FOLLOW_UP


def read_rows(path: Path) -> list[Row]:
    """The file's rows; spreadsheets may have given it a BOM, semicolons or tabs."""
    text, name = decoded(path), shown(path.name)
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        names = {name.strip().lower(): name for name in reader.fieldnames or () if name}
        missing = [column for column in COLUMNS if column not in names]
        if missing:
            raise BadFile(
                f"{name}:1: kolom '{missing[0]}' tidak ada; tulis question,id di baris pertama CSV"
            )
        rows = [
            row_of(cells, names, f"{name}:{reader.line_num}", reader.line_num) for cells in reader
        ]
    except csv.Error as error:
        line = reader.line_num + 1
        raise BadFile(
            f"{name}:{line}: bukan CSV yang sah mulai baris ini ({error});"
            " periksa tanda petik dan komanya"
        ) from error
    rows = [row for row in rows if row.question]
    if not rows:
        raise BadFile(
            f"{name}:2: tidak memuat satu pertanyaan pun; tulis satu pertanyaan tiap baris"
        )
    return rows


def row_of(cells: Mapping[Any, Any], names: Mapping[str, str], place: str, line: int) -> Row:
    """A missing id is an empty one; a cell too many means a comma where none should be."""
    question, entry_id = (cells[names[column]] or "" for column in COLUMNS)
    also, style = ((cells[names[one]] if one in names else None) or "" for one in MORE)
    if any(cell.strip() for cell in cells.get(None, ())):
        raise BadFile(f"{place}: kolomnya berlebih; apit pertanyaan yang memuat koma dengan petik")
    return Row(
        question.strip(), entry_id.strip() or None, line, frozenset(also.split()), style.strip()
    )


def check_ids(rows: list[Row], known: Collection[str], name: str) -> None:
    for row in rows:
        for entry in sorted(row.right.difference(known)):
            raise BadFile(
                f"{shown(name)}:{row.line}: id '{shown(entry)}' tidak ada dalam indeks;"
                " perbaiki, atau kosongkan bila di luar lingkup"
            )


def decoded(path: Path) -> str:
    try:
        return read_text(path, most=MOST_BYTES)
    except Unfit as unfit:
        name = str(path) if unfit.why is FileFault.UNREADABLE else path.name
        raise BadFile(f"{shown(name)}:{unfit.line}: {told(unfit, most=MOST_BYTES)}") from None
