"""The book as a PDF: cover, contents with page numbers, chapters, index, bookmarks."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from bot.words import dates
from faq.book.book import Book, LocalFact
from faq.printing import letters, styles, words
from faq.printing.boxes import Mark
from faq.printing.cover import draw_cover
from faq.printing.story import Story
from faq.printing.volume import Volume, volume

MOST_PASSES = 4


def pdf(book: Book, local: Mapping[str, LocalFact]) -> bytes:
    """Set until the page numbers stand still: the contents come first, but know last."""
    letters.load()
    printed = volume(book, local)
    pages: dict[str, int] = {}
    for _ in range(MOST_PASSES):
        made, found = _set(printed, pages)
        if found == pages:
            break
        pages = found
    return made


def _set(printed: Volume, pages: Mapping[str, int]) -> tuple[bytes, dict[str, int]]:
    held = BytesIO()
    document = _Document(held, printed)
    document.build([*Story(printed, pages).flow()])
    return held.getvalue(), document.found


class _Document(BaseDocTemplate):
    def __init__(self, held: BytesIO, printed: Volume) -> None:
        super().__init__(
            held,
            pagesize=(styles.WIDTH, styles.HEIGHT),
            title=f"{words.TITLE} – {printed.edition}",
            author=words.AUTHOR,
            subject=words.SUBJECT,
            creator=words.TITLE,
            lang="id",
            initialFontName=letters.BODY,
        )
        self.printed = printed
        self.found: dict[str, int] = {}
        self.heading = ""
        frame = Frame(
            styles.LEFT,
            styles.BOTTOM,
            styles.MEASURE,
            styles.HEIGHT - styles.TOP - styles.BOTTOM,
            *(0, 0, 0, 0),
        )
        self.addPageTemplates(
            [
                PageTemplate("cover", [frame], onPage=self._cover, autoNextPageTemplate="text"),
                PageTemplate("text", [frame], onPageEnd=self._furniture),
            ]
        )

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab calls it so
        if isinstance(flowable, Mark):
            self.found[flowable.anchor] = self.page
            if flowable.level == 0:
                self.heading = flowable.title

    def _cover(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.showOutline()
        draw_cover(canvas, self.printed)

    def _furniture(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        top, bottom = styles.HEIGHT - 15 * mm, 13 * mm
        right = styles.WIDTH - styles.RIGHT
        canvas.setFillColor(styles.SOFT)
        canvas.setFont(letters.BODY, 8)
        canvas.drawString(styles.LEFT, top, letters.drawable(self.heading))
        canvas.drawRightString(right, top, words.TITLE)
        canvas.setStrokeColor(styles.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(styles.LEFT, top - 5, right, top - 5)
        canvas.drawString(styles.LEFT, bottom, _dated(self.printed))
        canvas.setFont(letters.BOLD, 9)
        canvas.setFillColor(styles.INK)
        canvas.drawRightString(right, bottom, str(canvas.getPageNumber()))


def _dated(printed: Volume) -> str:
    as_of = printed.book.as_of
    told = f" · fakta per {dates.date_of(as_of)}" if as_of else ""
    return letters.drawable(printed.edition + told)
