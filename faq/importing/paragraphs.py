"""A PDF's lines as paragraphs, list items and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from statistics import median

from faq.importing.headings import LONGEST, Type
from faq.importing.numbering import BOLD_LEVEL, CONTENTS, ITEM, is_bare, numbered
from faq.importing.piece import PdfLine, Piece

HYPHEN = re.compile(r"(?P<left>[A-Za-zÀ-ÿ]+)-$")
FIRST_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
KEEPS_HYPHEN = frozenset({"e", "non", "anti", "pra", "pasca", "se", "ber", "ke", "meng"})
LOOSE = 1.45
"""Line spacings after which a new paragraph begins."""
LABEL_FROM = 3
DOT = "- "


def pieces(pages: dict[int, list[PdfLine]]) -> list[Piece]:
    lines = [line for page in sorted(pages) for line in pages[page]]
    letters = Type(lines)
    reader = _Reader(letters, _pitch(lines))
    for block in letters.blocks(lines):
        reader.read(block)
    reader.end()
    return without_contents(_without_labels(reader.found))


def _without_labels(found: Sequence[Piece]) -> list[Piece]:
    """A bold "Catatan" that comes again and again is a label within the text."""
    counted = Counter(piece.text.casefold() for piece in found if piece.level == BOLD_LEVEL)
    return [
        Piece(piece.page, piece.text)
        if piece.level == BOLD_LEVEL and counted[piece.text.casefold()] >= LABEL_FROM
        else piece
        for piece in found
    ]


def without_contents(found: Iterable[Piece]) -> list[Piece]:
    """A table of contents would become an answer, and the best-matching one."""
    kept, skipping = [], False
    for piece in found:
        if piece.level:
            skipping = CONTENTS.match(piece.text.strip()) is not None
        if not skipping and not CONTENTS.match(piece.text.strip()):
            kept.append(piece)
    return kept


def _pitch(lines: Sequence[PdfLine]) -> float:
    gaps = [
        above.y - line.y
        for above, line in pairwise(lines)
        if above.page == line.page and 0 < above.y - line.y < 3 * line.size
    ]
    return median(gaps) if gaps else 14.0


class _Reader:
    def __init__(self, letters: Type, pitch: float) -> None:
        self.letters, self.pitch = letters, pitch
        self.found: list[Piece] = []
        self.open: tuple[int, str] | None = None
        self.before: PdfLine | None = None

    def read(self, block: Sequence[PdfLine]) -> None:
        first = block[0]
        above = self.before if self.before and self.before.page == first.page else None
        text = reduce(join, (line.text for line in block))
        level = self.letters.level(block, text, above) or self._titles_chapter(text)
        if level:
            self._heading(first.page, text, level)
        else:
            for line in block:
                self._text(line)
        self.before = block[-1]

    def _titles_chapter(self, text: str) -> int:
        """Capitals right under a bare "BAB I" are its title, however plain the letters."""
        last = self.found[-1] if self.found and not self.open else None
        if last and last.level and is_bare(last.text) and text.isupper() and len(text) <= LONGEST:
            return last.level
        return 0

    def _heading(self, page: int, text: str, level: int) -> None:
        self.end()
        number = numbered(text)
        if not number and self.found and self.found[-1].level and is_bare(self.found[-1].text):
            level = self.found[-1].level  # the title of the "BAB I" right above
        self.found.append(Piece(page, (number.title if number else "") or text, level))

    def _text(self, line: PdfLine) -> None:
        if self.open and self._goes_on(line):
            self.open = (self.open[0], join(self.open[1], line.text))
        else:
            self.end()
            self.open = (line.page, line.text)
        self.before = line

    def _goes_on(self, line: PdfLine) -> bool:
        above = self.before
        if above is None or ITEM.match(line.text) or " | " in line.text or " | " in above.text:
            return False
        if above.page != line.page:  # a sentence may run over to the next page
            return not above.text.endswith((".", ":", "?", "!", ";")) and line.text[:1].islower()
        fall = above.y - line.y
        return 0 < fall <= LOOSE * max(self.pitch, 1.15 * line.size)

    def end(self) -> None:
        if self.open:
            self.found.append(Piece(self.open[0], item(self.open[1])))
        self.open = None


def item(text: str) -> str:
    """Any bullet as the book's own; numbers stay."""
    found = ITEM.match(text)
    return DOT + text[found.end() :] if found and found["dot"] else text


def join(text: str, more: str) -> str:
    """Two lines as one. A word cut at the line's end is healed; "langkah-langkah" stays."""
    cut, first = HYPHEN.search(text), FIRST_WORD.match(more)
    if not cut or not first:
        return f"{text} {more}" if not text.endswith("-") else text + more
    left, right = cut["left"], first[0]
    doubled = left.casefold() == right.casefold() or right.casefold().startswith(left.casefold())
    if doubled or left.casefold() in KEEPS_HYPHEN or not right[0].islower():
        return text + more
    return text[:-1] + more
