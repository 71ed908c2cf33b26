"""What charts and chat pictures are drawn with: the same strokes go into a PDF, as strokes, or
into a PNG. In points, from the bottom left."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from bot.papers import office_fonts as fonts

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont
    from reportlab.pdfgen.canvas import Canvas

Point = tuple[float, float]
Written = tuple[float, str, str]
"""Where a piece begins, its font, and its letters: not every font has every letter."""
LEFT, MIDDLE, RIGHT = 0.0, 0.5, 1.0


class Pen(ABC):
    @abstractmethod
    def box(
        self, x: float, y: float, width: float, height: float, color: str, *, round_: float = 0
    ) -> None: ...

    @abstractmethod
    def line(self, points: Sequence[Point], color: str, width: float) -> None: ...

    @abstractmethod
    def dot(self, x: float, y: float, radius: float, color: str) -> None: ...

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        color: str,
        *,
        bold: bool = False,
        at: float = LEFT,
    ) -> None:
        """On its base line; `at`: how much of it stands left of `x`."""
        x -= at * width_of(words, size, bold=bold)
        written = []
        for font, piece in fonts.runs(words, fonts.BOLD if bold else fonts.PLAIN):
            written.append((x, font, piece))
            x += fonts.width(piece, font, size)
        self._write(written, y, size, color)

    @abstractmethod
    def _write(self, written: Sequence[Written], y: float, size: float, color: str) -> None: ...


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    return fonts.width(words, fonts.BOLD if bold else fonts.PLAIN, size)


def shortened(words: str, size: float, room: float, *, bold: bool = False) -> str:
    """Cut, with "…", where it is longer than the room."""
    if width_of(words, size, bold=bold) <= room:
        return words
    while words and width_of(f"{words}…", size, bold=bold) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"


def wrapped(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """In lines no wider than the room; a word that is wider alone is broken."""
    return [
        line
        for paragraph in words.split("\n")
        for line in _wrapped(paragraph, size, room, bold=bold)
    ]


def _wrapped(words: str, size: float, room: float, *, bold: bool) -> list[str]:
    lines, line = [], ""
    for word in words.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold=bold) <= room:
            line = longer
            continue
        *broken, rest = _broken(word, size, room, bold=bold)
        lines += [line, *broken] if line else broken
        line = rest
    return [*lines, line]


def _broken(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and width_of(pieces[-1] + sign, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces


class PdfPen(Pen):
    def __init__(self, canvas: Canvas, x: float, y: float) -> None:
        """`x`, `y`: where the drawing's bottom left stands on the page."""
        self._canvas, self._x, self._y = canvas, x, y

    def box(
        self, x: float, y: float, width: float, height: float, color: str, *, round_: float = 0
    ) -> None:
        self._canvas.setFillColor(color)
        x, y = self._x + x, self._y + y
        if round_:
            self._canvas.roundRect(x, y, width, height, round_, stroke=0, fill=1)
        else:
            self._canvas.rect(x, y, width, height, stroke=0, fill=1)

    def line(self, points: Sequence[Point], color: str, width: float) -> None:
        self._canvas.setStrokeColor(color)
        self._canvas.setLineWidth(width)
        path = self._canvas.beginPath()
        path.moveTo(self._x + points[0][0], self._y + points[0][1])
        for x, y in points[1:]:
            path.lineTo(self._x + x, self._y + y)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def dot(self, x: float, y: float, radius: float, color: str) -> None:
        self._canvas.setFillColor(color)
        self._canvas.circle(self._x + x, self._y + y, radius, stroke=0, fill=1)

    def _write(self, written: Sequence[Written], y: float, size: float, color: str) -> None:
        fonts.load()
        self._canvas.setFillColor(color)
        for x, font, piece in written:
            self._canvas.setFont(font, size)
            self._canvas.drawString(self._x + x, self._y + y, piece)


class ShiftedPen(Pen):
    """Draws with another pen, at a place of its sheet."""

    def __init__(self, pen: Pen, x: float, y: float) -> None:
        self._pen, self._x, self._y = pen, x, y

    def box(
        self, x: float, y: float, width: float, height: float, color: str, *, round_: float = 0
    ) -> None:
        self._pen.box(self._x + x, self._y + y, width, height, color, round_=round_)

    def line(self, points: Sequence[Point], color: str, width: float) -> None:
        self._pen.line([(self._x + x, self._y + y) for x, y in points], color, width)

    def dot(self, x: float, y: float, radius: float, color: str) -> None:
        self._pen.dot(self._x + x, self._y + y, radius, color)

    def _write(self, written: Sequence[Written], y: float, size: float, color: str) -> None:
        placed = [(self._x + x, font, piece) for x, font, piece in written]
        self._pen._write(placed, self._y + y, size, color)


class PngPen(Pen):
    """Drawn twice as large and then halved, so that slanting lines are smooth."""

    TWICE = 2

    def __init__(self, width: float, height: float, *, pixels: int) -> None:
        """`pixels`: how many the picture is wide."""
        from PIL import Image, ImageDraw  # noqa: PLC0415 - only who draws pays for it

        self._scale = pixels * self.TWICE / width
        self._height = height
        large = (pixels * self.TWICE, round(height * pixels / width) * self.TWICE)
        self._image = Image.new("RGB", large, "#FFFFFF")
        self._draw = ImageDraw.Draw(self._image)

    def box(
        self, x: float, y: float, width: float, height: float, color: str, *, round_: float = 0
    ) -> None:
        left, bottom = self._at(x, y)
        right, top = self._at(x + width, y + height)
        if right - left < 1 or bottom - top < 1:
            return
        self._draw.rounded_rectangle(
            (left, top, right - 1, bottom - 1), round_ * self._scale, fill=color
        )

    def line(self, points: Sequence[Point], color: str, width: float) -> None:
        placed = [self._at(x, y) for x, y in points]
        self._draw.line(
            placed, fill=color, width=max(1, round(width * self._scale)), joint="curve"
        )

    def dot(self, x: float, y: float, radius: float, color: str) -> None:
        left, top = self._at(x - radius, y + radius)
        right, bottom = self._at(x + radius, y - radius)
        self._draw.ellipse((left, top, right, bottom), fill=color)

    def _write(self, written: Sequence[Written], y: float, size: float, color: str) -> None:
        for x, font, piece in written:
            face = _face(font, round(size * self._scale))
            self._draw.text(self._at(x, y), piece, fill=color, font=face, anchor="ls")

    def png(self, about: str = "") -> bytes:
        from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415

        held, told = BytesIO(), PngInfo()
        if about:
            told.add_text("Description", about)
        self._image.reduce(self.TWICE).save(held, "PNG", pnginfo=told)
        return held.getvalue()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return round(x * self._scale), round((self._height - y) * self._scale)


@lru_cache(maxsize=64)
def _face(name: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415

    return ImageFont.truetype(
        BytesIO(fonts.file_of(name)), size, layout_engine=ImageFont.Layout.BASIC
    )
