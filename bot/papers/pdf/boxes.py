"""A paper's smaller parts: bookmarks, rules, the box beside the text, the ruled table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from bot.papers.pdf import styles
from bot.papers.pdf.fonts import BODY, drawable


class Bookmark(Flowable):
    """A place one can jump to, told to the outline; it takes no room."""

    def __init__(self, anchor: str, title: str, level: int) -> None:
        super().__init__()
        self.anchor, self.title, self.level = anchor, title, level
        self.keepWithNext = 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.bookmarkHorizontal(self.anchor, 0, 24)
        self.canv.addOutlineEntry(drawable(self.title), self.anchor, self.level, closed=True)


def rule() -> Flowable:
    rule = HRFlowable(width="100%", thickness=0.5, color=styles.LINE, spaceBefore=2, spaceAfter=8)
    rule.keepWithNext = 1
    return rule


def side_box(lines: Iterable[Paragraph]) -> Flowable:
    """What is said beside the text: on a wash, with a bar at its left."""
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), BODY),
            ("BACKGROUND", (0, 0), (-1, -1), styles.WASH),
            ("LINEBEFORE", (0, 0), (0, -1), 2.4, styles.DEEP),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ("TOPPADDING", (0, 0), (-1, 0), 6),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 7),
        ]
    )
    box = Table([[line] for line in lines], colWidths=[styles.MEASURE], style=look, splitInRow=1)
    return KeepTogether([Spacer(1, 3), box])


def ruled_table(rows: Iterable[Sequence[Paragraph]], shares: Sequence[float]) -> Flowable:
    """A line above each row; `shares` are the columns' parts of the page's measure."""
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), BODY),
            ("LINEABOVE", (0, 0), (-1, -1), 0.5, styles.LINE),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
    )
    widths = [styles.MEASURE * share for share in shares]
    return Table([[*row] for row in rows], colWidths=widths, style=look, splitInRow=1)
