"""The document around a paper's flow: cover, heads and feet, bookmarks, page numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from bot.papers.pdf import fonts, styles
from bot.papers.pdf.boxes import Bookmark

MOST_PASSES = 4

Pages = Mapping[str, int]
"""Where each bookmark stands, by its anchor."""


@dataclass(frozen=True, kw_only=True)
class About:
    title: str
    """Above every page, to the right of the chapter's."""
    full_title: str
    author: str
    subject: str
    foot: str
    """Below every page, to the left of its number."""


def typeset(
    about: About, cover: Callable[[Canvas], None], flow: Callable[[Pages], Iterable[Flowable]]
) -> bytes:
    """Set until the page numbers stand still: the contents come first, but know last."""
    fonts.load()
    pages: Pages = {}
    for _ in range(MOST_PASSES):
        held = BytesIO()
        document = _Document(held, about, cover)
        document.build([*flow(pages)])
        if document.found == pages:
            break
        pages = document.found
    return held.getvalue()


class _Document(BaseDocTemplate):
    def __init__(self, held: BytesIO, about: About, cover: Callable[[Canvas], None]) -> None:
        super().__init__(
            held,
            pagesize=(styles.WIDTH, styles.HEIGHT),
            title=about.full_title,
            author=about.author,
            subject=about.subject,
            creator=about.title,
            lang="id",
            initialFontName=fonts.BODY,
        )
        self.about, self.cover = about, cover
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
                PageTemplate("text", [frame], onPageEnd=self._head_and_foot),
            ]
        )

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab calls it so
        if isinstance(flowable, Bookmark):
            self.found[flowable.anchor] = self.page
            if flowable.level == 0:
                self.heading = flowable.title

    def _cover(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.showOutline()
        self.cover(canvas)

    def _head_and_foot(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        top, bottom = styles.HEIGHT - 15 * mm, 13 * mm
        right = styles.WIDTH - styles.RIGHT
        canvas.setFillColor(styles.SOFT)
        canvas.setFont(fonts.BODY, 8)
        canvas.drawString(styles.LEFT, top, fonts.drawable(self.heading))
        canvas.drawRightString(right, top, fonts.drawable(self.about.title))
        canvas.setStrokeColor(styles.LINE)
        canvas.setLineWidth(0.5)
        canvas.line(styles.LEFT, top - 5, right, top - 5)
        canvas.drawString(styles.LEFT, bottom, fonts.drawable(self.about.foot))
        canvas.setFont(fonts.BOLD, 9)
        canvas.setFillColor(styles.INK)
        canvas.drawRightString(right, bottom, str(canvas.getPageNumber()))
