"""A sheet to draw on: one PNG, type big enough for a cheap phone, nothing kept afterwards.

Positions are shares of the sheet's width and height, from the bottom left corner. Matplotlib is
imported late: it costs a second and many megabytes, which only a report should pay for.
"""

from __future__ import annotations

import gc
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

PIXELS_PER_INCH = 100
WIDTH, HEIGHT = 12, 9  # inches: 1200 × 900 pixels
LEFT, RIGHT = 0.05, 0.95
SMALLEST = 11

# Okabe and Ito's colours, told apart with any colour vision and by brightness alone.
BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
INK, MUTED, PALE, PAPER = "#1B1F23", "#57606A", "#E6EAEE", "#FFFFFF"


class Sheet:
    """One picture: draw, then take `png()` once."""

    def __init__(self) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415

        self._figure = Figure(figsize=(WIDTH, HEIGHT), dpi=PIXELS_PER_INCH, facecolor=PAPER)
        FigureCanvasAgg(self._figure)  # attaches itself

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        color: str = INK,
        bold: bool = False,
        align: str = "left",
        room: float = RIGHT - LEFT,
    ) -> float:
        """One line, made smaller, then shorter, to stay in its room. Gives back where it ends."""
        written = self._figure.text(
            x,
            y,
            words,
            fontsize=size,
            color=color,
            weight="bold" if bold else "normal",
            ha=align,
            va="baseline",
            parse_math=False,  # a `$` is a dollar here
        )
        return _fit(written, room * WIDTH * PIXELS_PER_INCH) / (WIDTH * PIXELS_PER_INCH)

    def box(self, x: float, y: float, width: float, height: float, color: str) -> None:
        from matplotlib.patches import Rectangle  # noqa: PLC0415

        self._figure.add_artist(Rectangle((x, y), width, height, facecolor=color, linewidth=0))

    def plot(self, x: float, y: float, width: float, height: float) -> Axes:
        """A bare plot: no frame, no marks but those one adds."""
        axes = self._figure.add_axes((x, y, width, height))
        axes.set_facecolor("none")
        axes.spines[["top", "left", "right"]].set_visible(False)
        axes.spines["bottom"].set_color(MUTED)
        axes.set_yticks([])
        axes.tick_params(axis="x", length=0, labelsize=20, labelcolor=INK, pad=10)
        return axes

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
            self.text(_along(mark), y - 0.05, name, 19, align="center")

    def png(self) -> bytes:
        """The finished picture; the sheet is empty afterwards."""
        held = BytesIO()
        self._figure.savefig(held, format="png")
        self._figure.clear()
        gc.collect()  # a figure is full of circles, 0.5 MB each; reports are too rare to wait
        return held.getvalue()


def _along(percent: Fraction) -> float:
    return LEFT + (RIGHT - LEFT) * float(min(percent, Fraction(100))) / 100


def _fit(written: Text, room: float) -> float:
    """Measured at every step: letters are hinted, so their width does not follow the size."""
    size, words = float(written.get_fontsize()), written.get_text()
    while (box := written.get_window_extent()).width > room and words:
        if size > SMALLEST:
            size = max(SMALLEST, size - 1)
            written.set_fontsize(size)
        else:
            words = words[: len(words) * 9 // 10]
            written.set_text(f"{words.rstrip()}…")
    return float(box.x1)
