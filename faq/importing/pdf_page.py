"""What is drawn on one PDF page, put together to lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from faq.importing.piece import PdfLine

MOST_STEPS = 300_000
"""Drawing steps on one page; a page of text has a few thousand."""
MOST_FORMS = 1_000
"""Pictures and forms on one page; forms that draw forms multiply."""
# Joined letters and special hyphens, which nobody types when searching.
LETTERS = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\u00ad": "-",
        "\u2010": "-",
        "\u2011": "-",
    }
)
CLOSING = re.compile(r" ([.,;:!?)])(?=\s|$)")
CELL_GAP, RUN_GAP = 1.2, 2.5
NARROW, WIDE = frozenset("iIjlft.,:;'!|()[] "), frozenset("mwMW@%")
BOLD_NAMES = ("bold", "black", "heavy", "demi")


class Run(NamedTuple):
    """Letters drawn in one go."""

    text: str
    size: float
    bold: bool
    x: float
    y: float


class Overrun(BaseException):
    """Not an Exception: pypdf swallows those inside forms, and would go on."""


class PageDraft:
    """Collects one page: pieces of text at the same height become one line."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.steps = self.forms = 0
        self.runs: list[Run] = []

    def step(self, operator: bytes, *_: Any) -> None:
        self.steps += 1
        self.forms += operator == b"Do"
        if self.steps > MOST_STEPS or self.forms > MOST_FORMS:
            raise Overrun

    def take_text(
        self, text: str, cm: list[float], tm: list[float], font: Any, size: float
    ) -> None:
        if not text.strip():
            if self.runs and text and "\n" not in text:
                last = self.runs[-1]
                self.runs[-1] = last._replace(text=last.text + " ")
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        self.runs.append(Run(text, round(size * scale, 1), _is_bold(font), x, y))

    def lines(self) -> Iterator[PdfLine]:
        group: list[Run] = []
        for run in self.runs:
            if group and not _same_line(group[-1], run):
                yield self._line(group)
                group = []
            group.append(run)
        if group:
            yield self._line(group)

    def _line(self, group: list[Run]) -> PdfLine:
        text = ""
        for before, run in zip([None, *group], group, strict=False):
            text += (_between(before, run) if before else "") + run.text.rstrip("\n")
        letters = sum(len(run.text) for run in group)
        heavy = sum(len(run.text) for run in group if run.bold)
        size = max(group, key=lambda run: len(run.text)).size
        joined = CLOSING.sub(r"\1", " ".join(text.translate(LETTERS).split()))
        return PdfLine(self.page, joined, size, heavy >= 0.9 * letters, group[0].x, group[0].y)


def _same_line(before: Run, run: Run) -> bool:
    return abs(before.y - run.y) < 0.4 * max(before.size, run.size, 1) and run.x >= before.x


def _between(before: Run, run: Run) -> str:
    """Nothing, a space, or the border of a table's cell, by the room between two runs."""
    words = before.text.rstrip("\n")
    width = sum(map(_letter_width, words)) * before.size * (1.06 if before.bold else 1)
    gap = run.x - before.x - 1.05 * width
    wide = CELL_GAP if before.text.endswith("\n") else RUN_GAP
    if gap > wide * before.size and len(words.strip()) > 3:
        return " | "
    if words.endswith((" ", "(")) or run.text.startswith((" ", *".,;:!?)")):
        return ""
    return " " if before.text.endswith("\n") or gap > 0.15 * before.size else ""


def _letter_width(letter: str) -> float:
    """In ems, as in most faces: near enough to tell a table's gap from a word's."""
    if letter in NARROW:
        return 0.29
    if letter in WIDE:
        return 0.85
    return 0.68 if letter.isupper() else 0.54


def _is_bold(font: Any) -> bool:
    name = str(font.get("/BaseFont", "")).casefold() if font else ""
    return any(word in name for word in BOLD_NAMES)
