"""Tesseract's table of words as lines: pieces that stand beside each other belong together."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SURE = 50.0
"""Of 100; below it Tesseract guesses letters into a pattern or a picture."""
MOST_LINES = 60
LONGEST = 200
"""Letters; no message on a screen is longer in one line."""
_Q_WORDS = {
    word.replace("q", "g"): word
    for word in ("request", "requests", "requested", "required", "require", "sequence", "unique")
}
_EDGES = re.compile(r"^[^\w(]+|(?<![^\w).!?%])[^\w).!?%]++$")
"""What the frame around a message looks like to Tesseract."""
ALIKE = 0.6
"""Lines of one message are of one size; g and p make some taller."""
GAP = 1.2
"""Heights of a letter between two pieces of a line."""


@dataclass(frozen=True)
class ScreenLine:
    text: str
    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True)
class _Word:
    text: str
    sure: float
    left: int
    top: int
    right: int
    bottom: int


def lines_of(table: str) -> list[ScreenLine]:
    """From top to bottom; what Tesseract is not sure of is left out."""
    found = [line for words in _rows(table) if (line := _line(words)) is not None]
    return _joined(sorted(found, key=lambda line: (line.top, line.left)))[:MOST_LINES]


def _rows(table: str) -> Iterator[list[_Word]]:
    rows: dict[tuple[str, ...], list[_Word]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") != "5" or not (row.get("text") or "").strip():
            continue
        left, top = int(row["left"]), int(row["top"])
        right, bottom = left + int(row["width"]), top + int(row["height"])
        word = _Word(row["text"].strip(), float(row["conf"]), left, top, right, bottom)
        rows.setdefault((row["block_num"], row["par_num"], row["line_num"]), []).append(word)
    return iter(rows.values())


def _line(words: list[_Word]) -> ScreenLine | None:
    """A line is worth what its words are on the average; what stands at its ends and is a guess
    goes."""
    while words and words[0].sure < SURE:
        words = words[1:]
    while words and words[-1].sure < SURE:
        words = words[:-1]
    text = " ".join(_with_q(word.text) for word in words)[:LONGEST]
    text = _EDGES.sub("", text)
    if sum(sign.isalnum() for sign in text) < 3 or _mean(words) < SURE:
        return None
    return ScreenLine(
        text,
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )


def _with_q(word: str) -> str:
    """Indonesian has next to no q, so Tesseract reads it as g."""
    meant = _Q_WORDS.get(word.casefold())
    return word if meant is None else word[0] + meant[1:]


def _mean(words: list[_Word]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.sure * len(word.text) for word in words) / letters


def _joined(lines: Iterable[ScreenLine]) -> list[ScreenLine]:
    """Tesseract cuts a line in two where a shadow or a tilt runs through it."""
    joined: list[ScreenLine] = []
    for line in lines:
        before = next((each for each in joined if _goes_on(each, line)), None)
        if before is None:
            joined.append(line)
        else:
            joined[joined.index(before)] = _together(before, line)
    return joined


def _goes_on(one: ScreenLine, other: ScreenLine) -> bool:
    first, second = sorted((one, other), key=lambda line: line.left)
    height = min(first.height, second.height)
    level = abs((first.top + first.bottom) - (second.top + second.bottom)) / 2 < 0.7 * height
    return level and -height < second.left - first.right < GAP * height


def _together(one: ScreenLine, other: ScreenLine) -> ScreenLine:
    first, second = sorted((one, other), key=lambda line: line.left)
    return ScreenLine(
        f"{first.text} {second.text}"[:LONGEST],
        first.left,
        min(first.top, second.top),
        second.right,
        max(first.bottom, second.bottom),
    )


def below(upper: ScreenLine, lower: ScreenLine) -> bool:
    """Whether the lower is the next line of the same message."""
    height = max(upper.height, lower.height)
    if min(upper.height, lower.height) < ALIKE * height:
        return False
    apart = lower.top - upper.bottom
    overlap = min(upper.right, lower.right) - max(upper.left, lower.left)
    return -0.6 * height < apart < 1.6 * height and overlap > 0
