"""A CSV of questions with the entry each belongs to; an empty id is out of scope."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

COLUMNS = ("question", "id")


class BadFile(Exception):
    """One line, for people, about why a file can't be used."""


@dataclass(frozen=True)
class Row:
    question: str
    id: str | None
    line: int


def read_rows(path: Path) -> list[Row]:
    """The file's rows; spreadsheets may have given it a BOM, semicolons or tabs."""
    text = decoded(path)
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        names = {name.strip().lower(): name for name in reader.fieldnames or () if name}
        missing = [column for column in COLUMNS if column not in names]
        if missing:
            raise BadFile(f"{path.name}:1: kolom '{missing[0]}' tidak ada; perlu question,id")
        rows = [
            Row((cells[names["question"]] or "").strip(), one_id(cells[names["id"]]), line)
            for cells, line in ((cells, reader.line_num) for cells in reader)
        ]
    except csv.Error as error:
        raise BadFile(f"{path.name}:{reader.line_num}: bukan CSV yang sah ({error})") from error
    rows = [row for row in rows if row.question]
    if not rows:
        raise BadFile(f"{path.name}: tidak memuat satu pertanyaan pun")
    return rows


def check_ids(rows: list[Row], known: Collection[str], name: str) -> None:
    for row in rows:
        if row.id is not None and row.id not in known:
            raise BadFile(f"{name}:{row.line}: id '{row.id}' tidak ada dalam indeks")


def one_id(cell: str | None) -> str | None:
    return (cell or "").strip() or None


def decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(f"{path.name}: bukan UTF-8 (bita ke-{error.start + 1})") from error
    except OSError as error:
        raise BadFile(f"{path}: tidak dapat dibaca ({error.strerror})") from error
