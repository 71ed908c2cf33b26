"""A sheet to draw on, type big enough for a cheap phone, nothing kept afterwards.

Positions are shares of the sheet's width and height, from the bottom left corner; type is in
points. The pen is imported late: its fonts cost a moment that only a report should pay for.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.papers.pen import Pen

PIXELS_PER_INCH, POINTS_PER_INCH = 100, 72
WIDTH, HEIGHT = 1200, 900
LEFT, RIGHT = 0.05, 0.95
SMALLEST = 11

# Okabe and Ito's colours, told apart with any colour vision and by brightness alone.
BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
INK, MUTED, PALE = "#1B1F23", "#57606A", "#E6EAEE"


def as_png(draw: Callable[[Sheet], None], about: str = "") -> bytes:
    """`about`: what stands in the file and is not seen."""
    from bot.papers.pen import PngPen  # noqa: PLC0415

    pen = PngPen(WIDTH, HEIGHT, pixels=WIDTH)
    draw(Sheet(pen))
    return pen.png(about)


class Sheet:
    """One picture, with whichever pen."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        color: str = INK,
        bold: bool = False,
        align: float = 0,
        room: float = RIGHT - LEFT,
    ) -> float:
        """One line, made smaller, then shorter, to stay in its room. `align`: how much of it
        stands left of `x`. Gives back where it ends."""
        from bot.papers.pen import shortened, width_of  # noqa: PLC0415

        most = room * WIDTH
        while size > SMALLEST and width_of(words, _pixels(size), bold=bold) > most:
            size = max(SMALLEST, size - 1)
        words = shortened(words, _pixels(size), most, bold=bold)
        self._pen.text(x * WIDTH, y * HEIGHT, words, _pixels(size), color, bold=bold, at=align)
        return x + (1 - align) * width_of(words, _pixels(size), bold=bold) / WIDTH

    def box(self, x: float, y: float, width: float, height: float, color: str) -> None:
        self._pen.box(x * WIDTH, y * HEIGHT, width * WIDTH, height * HEIGHT, color)

    def gauge(
        self,
        y: float,
        height: float,
        share: Fraction,
        *,
        marks: dict[str, Fraction],
        color: str,
    ) -> None:
        """A bar from 0 to 100 per cent with a named line at each mark."""
        self.box(LEFT, y, RIGHT - LEFT, height, PALE)
        self.box(LEFT, y, _along(share) - LEFT, height, color)
        for name, mark in marks.items():
            self.box(_along(mark) - 0.002, y - 0.012, 0.004, height + 0.024, INK)
            self.text(_along(mark), y - 0.05, name, 19, align=0.5)


def _pixels(points: float) -> float:
    return points * PIXELS_PER_INCH / POINTS_PER_INCH


def _along(percent: Fraction) -> float:
    return LEFT + (RIGHT - LEFT) * float(min(percent, Fraction(100))) / 100
