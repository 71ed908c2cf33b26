"""Messages of more than one matter, and messages that go on about what was answered before.

Written by two people (the other's are `…-second.csv`) who saw neither the code nor the book.
`two.csv`: `ids` are all that are meant, blank between. `followups.csv` and `new-after.csv`: what
was asked before and answered with `before_id`; what is asked then, and what it means; `also` is
right as well; no id is out of scope.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
TWO, FOLLOW_UPS, NEW = (
    (HERE / f"{name}.csv", HERE / f"{name}-second.csv")
    for name in ("two", "followups", "new-after")
)
"""Of each of two writers."""


class Several(NamedTuple):
    question: str
    ids: tuple[str, ...]


class After(NamedTuple):
    before_id: str
    question: str
    right: frozenset[str]
    """Empty: nothing in the book."""


def several(path: Path = HERE / "two.csv") -> list[Several]:
    return [Several(row["question"], tuple(row["ids"].split())) for row in _rows(path)]


def after(path: Path) -> list[After]:
    return [
        After(
            row["before_id"],
            row["question"],
            frozenset([*row["id"].split(), *(row.get("also") or "").split()]),
        )
        for row in _rows(path)
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
