"""The paper's cover: a field of colour, the title, and what one must know before reading."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from bot.words import dates
from faq.printing import styles, words
from faq.printing.letters import BODY, BOLD, drawable
from faq.printing.pdf_markup import text
from faq.printing.volume import Volume

FIELD = 0.62  # of the page's height


def draw_cover(canvas: Canvas, printed: Volume) -> None:
    foot = styles.HEIGHT * (1 - FIELD)
    canvas.setFillColor(styles.DEEP)
    canvas.rect(0, foot, styles.WIDTH, styles.HEIGHT - foot, stroke=0, fill=1)
    canvas.setFillColor(styles.BAND)
    canvas.rect(0, foot - 6, styles.WIDTH, 6, stroke=0, fill=1)
    top = _put(canvas, words.SUBTITLE, styles.COVER_LINE, foot + 44)
    _put(canvas, words.TITLE, styles.COVER_TITLE, top + 10)
    _facts(canvas, printed, foot - 56)
    _put(canvas, words.CAUTION, styles.SMALL, styles.BOTTOM)


def _put(canvas: Canvas, said: str, style: ParagraphStyle, bottom: float) -> float:
    """The paragraph standing on `bottom`; gives back its upper edge."""
    # A hyphen may not end a line here: "e-" above "Kinerja" is no word.
    paragraph = Paragraph(text(said.replace("e-Kinerja", "e\u2011Kinerja")), style)
    _, height = paragraph.wrap(styles.MEASURE, styles.HEIGHT)
    paragraph.drawOn(canvas, styles.LEFT, bottom)
    return bottom + height


def _facts(canvas: Canvas, printed: Volume, top: float) -> None:
    book = printed.book
    facts = [
        ("Edisi", printed.edition),
        ("Berlaku mulai", dates.date_of(printed.valid_from) if printed.valid_from else ""),
        ("Fakta diperiksa", dates.date_of(book.as_of) if book.as_of else ""),
        ("Isi", words.counted(len(book.entries), len(book.chapters))),
    ]
    for place, (name, value) in enumerate(fact for fact in facts if fact[1]):
        y = top - 24 * place
        canvas.setFillColor(styles.SOFT)
        canvas.setFont(BODY, 10.5)
        canvas.drawString(styles.LEFT, y, name)
        canvas.setFillColor(styles.INK)
        canvas.setFont(BOLD, 10.5)
        canvas.drawString(styles.LEFT + 110, y, drawable(value, BOLD))
