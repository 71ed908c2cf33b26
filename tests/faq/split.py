"""The labelled questions in two halves: one to tune on, one to tell figures from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from faq.labelled import Row, read_rows

LABELLED = Path(__file__).parent / "labelled"


def fresh(rows: list[Row], index: Iterable[str]) -> list[Row]:
    """Without the few that an author of the book happened to write in the very same words."""
    known = {text.casefold().strip() for text in index}
    return [row for row in rows if row.question.casefold().strip() not in known]


def tune() -> list[Row]:
    return [row for row in every() if not held_out(row)]


def held() -> list[Row]:
    return [row for row in every() if held_out(row)]


def every() -> list[Row]:
    return [row for path in sorted(LABELLED.glob("*.csv")) for row in read_rows(path)]


def held_out(row: Row) -> bool:
    """By the question's own hash, so that adding questions never moves an old one across."""
    return hashlib.sha256(row.question.strip().casefold().encode()).digest()[0] % 2 == 1
