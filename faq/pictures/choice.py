"""Which line of a screen asks something: that which says that something is wrong, and that the
book knows.

A screen is full of words, and most of them are headings, menus and names: what the book would
say to those, nobody asked. So a line must tell of a trouble; it is answered where the book is
sure of it and no other line of the screen means something else, and else asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from faq.matching.results import Answer, Found, Silence
from faq.pictures.lines import ALIKE, ScreenLine, below
from faq.text.lexicon import words

LEAST_WORDS = 2
"""Letters alone tell nothing: "Gagal" is anybody's."""
SURE = 0.75
"""How sure the book must be of what a machine has read."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_CODE = re.compile(r"\b[45]\d\d\b|\bERR_|\b\w+_(?:ERROR|FAILED|DENIED|EXPIRED)\b")
_RUN_TOGETHER = (("rn", "m"), ("ti", "u"), ("li", "h"), ("cl", "d"), ("vv", "w"))
LEAST_MISREAD = 5
"""Letters of a word that is known though one of them was misread."""
Find = Callable[[str], Found]


@dataclass(frozen=True)
class Chosen:
    """What was read, and what the book knows of it. Of the rest nothing is kept."""

    text: str
    found: Found
    sure: bool


def chosen(
    lines: Sequence[ScreenLine], find: Find, *, private: Callable[[str], str] = str
) -> Chosen | None:
    """None where no line tells of a trouble. `private` takes out of it what is a person's."""
    wrong = [*_saying(lines, tells_trouble)]
    said = wrong or [*_saying(lines, wishes)]  # of a message of two lines one may be unread
    told = [(private(line.text), line.height) for line in said]
    read = [_Read(text, height, find(text)) for text, height in told]
    if not read:
        return None
    best = max(read, key=lambda one: (one.known, one.height, len(one.text)))
    sure = bool(wrong) and best.known >= SURE and not _disputed(best, read)
    return Chosen(best.text, best.found, sure)


@dataclass(frozen=True)
class _Read:
    text: str
    height: int
    found: Found

    @property
    def known(self) -> float:
        """A choice among entries is worth less than any answer."""
        if isinstance(self.found, Answer):
            return self.found.score
        return 0.0 if isinstance(self.found, Silence) else self.found.score / 2


def _disputed(best: _Read, read: Sequence[_Read]) -> bool:
    """Another line of the screen, and no smaller one, is as well known and means another entry."""
    return any(
        isinstance(one.found, Answer)
        and one.found.best != best.found.best
        and one.known >= SURE
        and one.height > ALIKE * best.height
        for one in read
    )


def _saying(lines: Sequence[ScreenLine], so: Callable[[str], bool]) -> Iterator[ScreenLine]:
    """Each line alone, and with the next of the same message."""
    for at, line in enumerate(lines):
        if so(line.text):
            yield line
        lower = next((other for other in lines[at + 1 :] if below(line, other)), None)
        if lower is not None and (so(line.text) or so(lower.text)):
            yield ScreenLine(
                f"{line.text} {lower.text}",
                min(line.left, lower.left),
                line.top,
                max(line.right, lower.right),
                line.top + max(line.height, lower.height),
            )


def tells_trouble(text: str) -> bool:
    return _CODE.search(text) is not None or _has(text, "screen_trouble.txt")


def wishes(text: str) -> bool:
    return _has(text, "screen_wish.txt")


def _has(text: str, words_of: str) -> bool:
    said = [_as_read(word.casefold()) for word in _WORD.findall(text)]
    if len(said) < LEAST_WORDS:
        return False
    known = _known(words_of)
    return not known.isdisjoint(said) or any(
        process.extractOne(word, known, scorer=Levenshtein.distance, score_cutoff=1) is not None
        for word in said
        if len(word) >= LEAST_MISREAD
    )


@cache
def _known(words_of: str) -> frozenset[str]:
    return frozenset(_as_read(word) for word in words(words_of))


def _as_read(word: str) -> str:
    """What Tesseract takes for each other where letters run together."""
    for letters, one in _RUN_TOGETHER:
        word = word.replace(letters, one)
    return word
