"""Bars that lie, a name and a number a line: values, so that a closed period keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.papers.pen import Pen, shortened
from bot.papers.sheet import BLUE, INK, MUTED
from bot.words.figures import number

TITLE, LABEL = 11.0, 8.0
LINE, ABOVE = 15.0, 34.0
ROOM, ROOM_SHARE = 165.0, 0.45  # for the names, of what is narrow at most
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
        draw_bars(pen, width, height - ABOVE, self.parts, each=LINE)


def draw_bars(
    pen: Pen,
    width: float,
    top: float,
    parts: Sequence[tuple[str, int]],
    *,
    each: float,
    muted: str | None = None,
) -> None:
    """From `top` down; `muted`: the name of a bar that is no part like the others."""
    most = max((count for _, count in parts), default=0) or 1
    room = min(ROOM, width * ROOM_SHARE)
    for place, (name, count) in enumerate(parts):
        y = top - each * place
        pen.text(0, y, shortened(name, LABEL, room - 8), LABEL, INK)
        long = (width - room - FIGURE) * count / most
        pen.box(room, y - 2.5, long, 11, MUTED if name == muted else BLUE)
        pen.text(room + long + 4, y, number(count), LABEL, INK)
