"""Rows that lead to a page: number, title, dots, page number; the whole row can be clicked."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from faq.printing.letters import BOLD, drawable
from faq.printing.styles import GOLD, SOFT

DOT, STEP = ".", 5.0
GAP = 6.0


@dataclass(frozen=True)
class Lead:
    number: str
    title: str
    target: str
    page: str


class Row(Flowable):
    def __init__(
        self, lead: Lead, style: ParagraphStyle, *, indent: float, above: float = 1.5
    ) -> None:
        super().__init__()
        self.lead, self.style, self.indent, self.above = lead, style, indent, above
        self.words = Paragraph(escape(drawable(lead.title)), style)

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        self.room = available
        self.tail = stringWidth(self.lead.page or "000", self.style.fontName, self.style.fontSize)
        taken = self.words.wrap(available - self.indent - self.tail - 4 * GAP, height)
        self.width, self.height = available, taken[1] + 2 * self.above
        return self.width, self.height

    def draw(self) -> None:
        """In reading order, for those who hear the page or copy from it."""
        canvas, size = self.canv, self.style.fontSize
        bottom = self.above + self.style.leading - size
        canvas.setFont(BOLD, size)
        canvas.setFillColor(GOLD)
        canvas.drawString(0, self.height - self.above - size, self.lead.number)
        self.words.drawOn(canvas, self.indent, self.above)
        canvas.setFont(self.style.fontName, size)
        canvas.setFillColor(SOFT)
        self._dots(bottom)
        canvas.setFillColor(self.style.textColor)
        canvas.drawRightString(self.room, bottom, self.lead.page)
        canvas.linkRect("", self.lead.target, (0, 0, self.room, self.height), relative=1)

    def _dots(self, y: float) -> None:
        """On a grid counted from the right edge, so that the dots of all rows stand in columns."""
        last = self.room - self.tail - GAP
        last -= last % STEP
        room = last - self.indent - self.words.getActualLineWidths0()[-1] - GAP
        count = int(room // STEP)
        if count > 0:
            spread = STEP - stringWidth(DOT, self.style.fontName, self.style.fontSize)
            self.canv.drawString(last - count * STEP, y, DOT * count, charSpace=spread)
