"""The labelled questions: one half to tune on, the other and the unseen to tell figures from.

Those in `labelled/unseen` were written by somebody who had read neither the book nor the other
files; nothing was ever tuned on them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from faq.matching.labelled import Row, read_rows

LABELLED = Path(__file__).parents[1] / "labelled"


def fresh(rows: list[Row], index: Iterable[str]) -> list[Row]:
    """Without the few that an author of the book happened to write in the very same words."""
    known = {text.casefold().strip() for text in index}
    return [row for row in rows if row.question.casefold().strip() not in known]


def tune() -> list[Row]:
    return [row for row in every() if not held_out(row.question)]


def held() -> list[Row]:
    return [row for row in every() if held_out(row.question)] + unseen()


def meant() -> list[Row]:
    """What is said about the key words: contrasts, words shared with other matters, spelled-out
    words. Tuned on, as the first half is; others of the kind are kept elsewhere."""
    return _read(LABELLED / "meant")


def later() -> list[Row]:
    """Half of another writer's questions of these kinds, and of other hard ones."""
    return [row for row in _read(LABELLED / "later") if held_out(row.question)]


def unseen() -> list[Row]:
    return fresh(_read(LABELLED / "unseen"), [row.question for row in every()])


def every() -> list[Row]:
    return _read(LABELLED)


def _read(folder: Path) -> list[Row]:
    return [row for path in sorted(folder.glob("*.csv")) for row in read_rows(path)]


def held_out(question: str) -> bool:
    """By the question's own hash, so that adding questions never moves an old one across."""
    return hashlib.sha256(question.strip().casefold().encode()).digest()[0] % 2 == 1
