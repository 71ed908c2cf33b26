"""Bars that lie, a name and a number a line: values, so that a closed period keeps them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.papers.pen import Pen, shortened
from bot.papers.sheet import BLUE, INK
from bot.words.figures import number

TITLE, LABEL = 11.0, 8.0
LINE, ABOVE = 15.0, 34.0
ROOM = 165.0  # for the names
FIGURE = 40.0  # and for the number behind the longest bar


@dataclass(frozen=True)
class Bars:
    title: str
    parts: tuple[tuple[str, int], ...]

    @property
    def height(self) -> float:
        return ABOVE + LINE * len(self.parts)

    def draw(self, pen: Pen, width: float, height: float) -> None:
        pen.text(0, height - 12, self.title, TITLE, INK, bold=True)
        most = max((count for _, count in self.parts), default=0) or 1
        y = height - ABOVE
        for name, count in self.parts:
            pen.text(0, y, shortened(name, LABEL, ROOM - 8), LABEL, INK)
            long = (width - ROOM - FIGURE) * count / most
            pen.box(ROOM, y - 2.5, long, 11, BLUE)
            pen.text(ROOM + long + 4, y, number(count), LABEL, INK)
            y -= LINE
