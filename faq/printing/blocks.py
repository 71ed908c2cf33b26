"""An answer as blocks: paragraphs, and lists that may hold lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from faq.printing.inline import Line, spans

BULLET = re.compile(r"^(?P<indent>\s*)(?:(?P<number>\d{1,3})[.)]|[-*+•])\s+(?P<text>.*)$")
SUBHEAD = re.compile(r"^#{3,}\s*(?P<text>.*)$")


@dataclass(frozen=True)
class Paragraph:
    lines: tuple[Line, ...]
    heading: bool = False


@dataclass
class Item:
    lines: list[Line]
    lists: list[Listing] = field(default_factory=list)


@dataclass
class Listing:
    start: int | None
    """The first number; None where the items have bullets."""
    items: list[Item] = field(default_factory=list)


Block = Paragraph | Listing


def blocks(markdown: str) -> list[Block]:
    reader = _Reader()
    for line in markdown.split("\n"):
        reader.read(line.rstrip())
    reader.close()
    return reader.found


def flowing(markdown: str) -> list[Block]:
    """Text that is wrapped by hand in its file, as one paragraph for each blank line."""
    parts = re.split(r"\n\s*\n", markdown.strip())
    return [Paragraph((spans(" ".join(part.split())),)) for part in parts if part.strip()]


class _Reader:
    """Reads line by line; `open` are the lists the next item may join, by indentation."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.lines: list[Line] = []
        self.open: list[tuple[int, Listing]] = []

    def read(self, line: str) -> None:
        bullet, subhead = BULLET.match(line), SUBHEAD.match(line)
        if not line.strip():
            self._end_paragraph()
        elif bullet:
            self._end_paragraph()
            self._item(bullet)
        elif subhead:
            self.close()
            self.found.append(Paragraph((spans(subhead["text"]),), heading=True))
        elif self.open and line[0].isspace():
            self.open[-1][1].items[-1].lines.append(spans(line.strip()))
        else:
            self.open.clear()
            self.lines.append(spans(line))

    def close(self) -> None:
        self._end_paragraph()
        self.open.clear()

    def _end_paragraph(self) -> None:
        if self.lines:
            self.found.append(Paragraph(tuple(self.lines)))
            self.lines = []

    def _item(self, bullet: re.Match[str]) -> None:
        indent = len(bullet["indent"].expandtabs(4))
        number = int(bullet["number"]) if bullet["number"] else None
        while self.open and self.open[-1][0] > indent:
            self.open.pop()
        if not self.open or indent > self.open[-1][0] + 1 or self._other_kind(number):
            self._listing(indent, number)
        self.open[-1][1].items.append(Item([spans(bullet["text"])]))

    def _other_kind(self, number: int | None) -> bool:
        return (self.open[-1][1].start is None) != (number is None)

    def _listing(self, indent: int, number: int | None) -> None:
        if self.open and indent <= self.open[-1][0] + 1:
            self.open.pop()  # bullets right after numbers: a neighbour, not a child
        made = Listing(number)
        if self.open:
            self.open[-1][1].items[-1].lists.append(made)
        else:
            self.found.append(made)
        self.open.append((indent, made))


def texts(found: Iterable[Block]) -> Iterable[Line]:
    """Every line, in reading order."""
    for block in found:
        if isinstance(block, Paragraph):
            yield from block.lines
            continue
        for item in block.items:
            yield from item.lines
            yield from texts(item.lists)
