"""The PDF's cover: a field of colour, the title, and what one must know before reading."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas

from bot.papers.pdf import styles
from bot.papers.pdf.fonts import BODY, BOLD, drawable
from bot.papers.pdf.markup import paragraph, text
from faq.printing import words
from faq.printing.printed_book import PrintedBook

FIELD = 0.62  # of the page's height


def draw_cover(canvas: Canvas, printed: PrintedBook) -> None:
    foot = styles.HEIGHT * (1 - FIELD)
    canvas.setFillColor(styles.DEEP)
    canvas.rect(0, foot, styles.WIDTH, styles.HEIGHT - foot, stroke=0, fill=1)
    canvas.setFillColor(styles.BAND)
    canvas.rect(0, foot - 6, styles.WIDTH, 6, stroke=0, fill=1)
    top = _put(canvas, words.SUBTITLE, styles.COVER_LINE, foot + 44)
    _put(canvas, words.TITLE, styles.COVER_TITLE, top + 10)
    _imprint(canvas, printed.imprint(), foot - 56)
    _put(canvas, words.CAUTION, styles.SMALL, styles.BOTTOM)


def _put(canvas: Canvas, said: str, style: ParagraphStyle, bottom: float) -> float:
    """The paragraph standing on `bottom`; gives back its upper edge."""
    # A hyphen may not end a line here: "e-" above "Kinerja" is no word.
    put = paragraph(text(said.replace("e-Kinerja", "e\u2011Kinerja")), style)
    _, height = put.wrap(styles.MEASURE, styles.HEIGHT)
    put.drawOn(canvas, styles.LEFT, bottom)
    return bottom + height


def _imprint(canvas: Canvas, facts: list[tuple[str, str]], top: float) -> None:
    for place, (name, value) in enumerate(facts):
        y = top - 24 * place
        canvas.setFillColor(styles.SOFT)
        canvas.setFont(BODY, 10.5)
        canvas.drawString(styles.LEFT, y, name)
        canvas.setFillColor(styles.INK)
        canvas.setFont(BOLD, 10.5)
        canvas.drawString(styles.LEFT + 110, y, drawable(value, BOLD))
