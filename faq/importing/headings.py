"""Which lines of a PDF are headings, and of which level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from faq.importing.numbering import BOLD_LEVEL, ITEM, SECTION_LEVEL, is_bare, numbered
from faq.importing.piece import PdfLine

LARGER = 1.12
LONGEST = 160
MOST_LINES = 4
NEAR = 1.9
"""Line spacings within which two lines of one look are one heading."""
SENTENCE_END = (".", ",", ";", ":")


class Type:
    """The manual's own letters: what is body, and what stands out from it."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        letters: Counter[float] = Counter()
        for line in lines:
            letters[line.size] += len(line.text)
        self.body = letters.most_common(1)[0][0] if letters else 10.0
        bold = sum(len(line.text) for line in lines if line.bold)
        # In a manual set in bold throughout, bold says nothing.
        self.bold_counts = bold < 0.5 * max(1, sum(letters.values()))
        large = {line.size for line in lines if line.size >= LARGER * self.body}
        self.ranks = {size: rank for rank, size in enumerate(sorted(large, reverse=True))}

    def blocks(self, lines: Iterable[PdfLine]) -> Iterator[list[PdfLine]]:
        """Neighbouring lines that stand out alike, together; any other line alone."""
        block: list[PdfLine] = []
        for line in lines:
            if block and not self._alike(block[-1], line):
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def _alike(self, above: PdfLine, line: PdfLine) -> bool:
        return (
            self.stands_out(line)
            and above.page == line.page
            and (above.size, above.bold) == (line.size, line.bold)
            and 0 < above.y - line.y <= NEAR * line.size
            and not numbered(line.text)
            and not ITEM.match(line.text)
        )

    def stands_out(self, line: PdfLine) -> bool:
        emphatic = line.bold and self.bold_counts and line.size >= 0.98 * self.body
        return line.size >= LARGER * self.body or emphatic

    def level(self, block: Sequence[PdfLine], text: str, before: PdfLine | None) -> int:
        """0 for what is no heading. `before` is the line above on the same page, if any."""
        if len(text) > LONGEST or len(block) > MOST_LINES or " | " in text:
            return 0
        if not any(letter.isalpha() for letter in text):
            return 0
        first, out, number = block[0], self.stands_out(block[0]), numbered(text)
        if number:
            sure = number.sure and first.size >= 0.95 * self.body
            sure = sure or (first.bold and is_bare(text))  # a small "Bab 2" above its title
            # "1. Klik Simpan." in bold is a step, not a heading.
            step = ITEM.match(text) is not None and text.endswith(SENTENCE_END)
            return number.level if (out or sure) and not step else 0
        if not out or text.endswith(SENTENCE_END) or ITEM.match(text):
            return 0
        if first.size in self.ranks:
            return min(SECTION_LEVEL + self.ranks[first.size], BOLD_LEVEL - 1)
        return BOLD_LEVEL if _parted(first, before) else 0


def _parted(line: PdfLine, before: PdfLine | None) -> bool:
    """A bold line within a paragraph is emphasis; a heading comes after the end of something."""
    if before is None or before.text.endswith((".", ":", "?", "!", ";")):
        return True
    return before.y - line.y > 1.6 * line.size
