"""Rows that lead to a page: number, title, dots, page number; the whole row can be clicked."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from bot.papers.pdf.fonts import BOLD
from bot.papers.pdf.markup import paragraph, text
from bot.papers.pdf.styles import GOLD, SOFT

DOT, STEP = ".", 5.0
GAP = 6.0


@dataclass(frozen=True)
class ContentsEntry:
    number: str
    title: str
    anchor: str
    page: str


class ContentsRow(Flowable):
    def __init__(
        self, place: ContentsEntry, style: ParagraphStyle, *, indent: float, above: float = 1.5
    ) -> None:
        super().__init__()
        self.place, self.style, self.indent, self.above = place, style, indent, above
        self.words = paragraph(text(place.title), style)

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.room = available
        self.tail = stringWidth(self.place.page or "000", self.style.fontName, self.style.fontSize)
        taken = self.words.wrap(available - self.indent - self.tail - 4 * GAP, height)
        self.width, self.height = available, taken[1] + 2 * self.above
        return self.width, self.height

    def draw(self) -> None:
        """In reading order, for those who hear the page or copy from it."""
        canvas, size = self.canv, self.style.fontSize
        bottom = self.above + self.style.leading - size
        canvas.setFont(BOLD, size)
        canvas.setFillColor(GOLD)
        canvas.drawString(0, self.height - self.above - size, self.place.number)
        self.words.drawOn(canvas, self.indent, self.above)
        canvas.setFont(self.style.fontName, size)
        canvas.setFillColor(SOFT)
        self._dots(bottom)
        canvas.setFillColor(self.style.textColor)
        canvas.drawRightString(self.room, bottom, self.place.page)
        canvas.linkRect("", self.place.anchor, (0, 0, self.room, self.height), relative=1)

    def _dots(self, y: float) -> None:
        """On a grid counted from the right edge, so that the dots of all rows stand in columns."""
        last = self.room - self.tail - GAP
        last -= last % STEP
        room = last - self.indent - self.words.getActualLineWidths0()[-1] - GAP
        count = int(room // STEP)
        if count > 0:
            spread = STEP - stringWidth(DOT, self.style.fontName, self.style.fontSize)
            self.canv.drawString(last - count * STEP, y, DOT * count, charSpace=spread)
