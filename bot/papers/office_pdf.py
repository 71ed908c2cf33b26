"""A PDF as an office hands it in: its head, its pages with their feet, room for a signature."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    Frame,
    KeepInFrame,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from bot.papers import office_fonts as fonts
from bot.papers.pen import PdfPen, Pen
from bot.papers.sheet import INK, MUTED
from bot.rules.letterhead import Letterhead
from bot.words import papers as words

LINE, WASH = "#8A949E", "#EEF2F5"
FOOT = 9 * mm
LEAST = 40 * mm  # of room, where what is longer than a page begins

rl_config.useA85 = 0  # else each page is also written in letters alone, by Python, sign by sign

Block = Flowable | tuple[Flowable, ...]
"""Several that stay together where a page has room for them."""


@dataclass(frozen=True)
class About:
    title: str
    subject: str
    foot: str
    """Below each page, beside its number."""
    at: datetime
    """When the figures were taken; not when it was printed, else no two prints were alike."""
    keywords: str = ""


Write = Callable[["OfficePages"], None]
Flow = Callable[["Styles", float], "Iterable[Block]"]


def counted(letterhead: Letterhead, about: About, write: Write) -> OfficePages:
    """Set once for nothing: how many pages there are stands on each of them."""
    fonts.load()
    pages = OfficePages(Canvas(BytesIO(), invariant=1), letterhead, about.foot, of=0)
    write(pages)
    return pages


def typeset(letterhead: Letterhead, about: About, write: Write, *, of: int | None = None) -> bytes:
    """The same bytes for the same words, whenever it is made. `of`: how many pages there are,
    where that is known."""
    count = counted(letterhead, about, write).page if of is None else of
    held = BytesIO()
    canvas = Canvas(held, invariant=1, pageCompression=1, lang="id")
    _date(canvas, about.at)
    canvas.setTitle(about.title)
    canvas.setAuthor(letterhead.agency)
    if about.subject:
        canvas.setSubject(about.subject)
    if about.keywords:
        canvas.setKeywords(about.keywords)
    write(OfficePages(canvas, letterhead, about.foot, of=count))
    canvas.save()
    return held.getvalue()


def flowed(letterhead: Letterhead, about: About, flow: Flow) -> bytes:
    """A paper that runs on from its head to its signature."""

    def write(pages: OfficePages) -> None:
        pages.flow(flow(Styles(letterhead.size), pages.measure))

    return typeset(letterhead, about, write)


def _date(canvas: Any, moment: datetime) -> None:
    stamp = TimeStamp(1)
    stamp.t = moment.timestamp()
    stamp.lt = time.gmtime(stamp.t)
    stamp.YMDhms = tuple(stamp.lt)[:6]
    canvas._doc._timeStamp = stamp  # reportlab has no other way in


class OfficePages:
    """Puts flowables onto pages, each with its foot."""

    def __init__(self, canvas: Canvas, letterhead: Letterhead, foot: str, *, of: int) -> None:
        self.canvas, self.of = canvas, of
        self.page = 0
        self._foot = foot
        margins = letterhead.margins
        wide, tall = letterhead.paper.millimetres
        self.size = (wide * mm, tall * mm)
        self.left, self.right = margins.left * mm, margins.right * mm
        self.top, self.bottom = margins.top * mm, margins.bottom * mm
        self.measure = self.size[0] - self.left - self.right

    @property
    def lying(self) -> tuple[float, float]:
        return (self.size[1], self.size[0])

    @property
    def lying_frame(self) -> tuple[float, float, float, float]:
        """On a page that lies: the left, bottom, right and top edges of the text."""
        wide, tall = self.lying
        return (self.left * 0.7, self.bottom, wide - self.right * 0.7, tall - self.top)

    def draw_lying(self, draw: Callable[[Canvas], None]) -> None:
        self.canvas.setPageSize(self.lying)
        draw(self.canvas)
        self._end_page(self.lying[0])

    def flow(self, part: Iterable[Block]) -> None:
        """From the top of a page on, to the end of the last page it needs."""
        frame = self._frame()
        for block in part:
            pieces = list(block) if isinstance(block, tuple) else [block]
            room = self._room(frame)
            if self._height(pieces) > room and not frame._atTop:
                fits_nowhere = self._height(pieces) > self.size[1] - self.top - self.bottom
                if isinstance(block, tuple) and (not fits_nowhere or room < LEAST):
                    frame = self._next()
            while pieces:
                piece = pieces.pop(0)
                if frame.add(piece, self.canvas):
                    continue
                split = frame.split(piece, self.canvas)
                if not split and frame._atTop:
                    split = self._cut(piece, frame)
                if split:
                    frame.add(split[0], self.canvas)
                    pieces = [*split[1:], *pieces]
                else:
                    pieces = [piece, *pieces]
                if pieces:
                    frame = self._next()
        self._end_page(self.size[0])

    def _cut(self, piece: Flowable, frame: Any) -> list[Flowable]:
        """Of what a whole page has no room for: a row goes on on the next, a drawing is made
        smaller."""
        if isinstance(piece, Table):
            piece.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]))  # no middle is left
            piece.splitInRow = 1
            cut: list[Flowable] = frame.split(piece, self.canvas)
            if cut:
                return cut
        return [KeepInFrame(self.measure, self._room(frame), [piece], mode="shrink")]

    def _frame(self) -> Any:
        self.canvas.setPageSize(self.size)
        tall = self.size[1] - self.top - self.bottom
        return Frame(self.left, self.bottom, self.measure, tall, *(0, 0, 0, 0))

    def _next(self) -> Any:
        self._end_page(self.size[0])
        return self._frame()

    def _room(self, frame: Any) -> float:
        return float(frame._y - frame._y1p)

    def _height(self, pieces: Sequence[Flowable]) -> float:
        wrapped = (piece.wrapOn(self.canvas, self.measure, self.size[1])[1] for piece in pieces)
        spaces = (piece.getSpaceBefore() + piece.getSpaceAfter() for piece in pieces)
        return sum(wrapped) + sum(spaces)

    def _end_page(self, width: float) -> None:
        self.page += 1
        canvas, y = self.canvas, max(self.bottom - FOOT, 5 * mm)
        canvas.setFillColor(MUTED)
        canvas.setFont(fonts.PLAIN, 8)
        canvas.drawString(self.left, y, self._foot)
        canvas.drawRightString(width - self.right, y, words.page(self.page, self.of))
        canvas.showPage()


class Styles:
    """From the size of an office's letters."""

    def __init__(self, size: int) -> None:
        def style(**given: object) -> ParagraphStyle:
            base: dict[str, object] = {
                "fontName": fonts.PLAIN,
                "fontSize": size,
                "leading": size * 1.25,
                "textColor": INK,
                "splitLongWords": 1,
            }
            return ParagraphStyle("office", **(base | given))  # type: ignore[arg-type]

        self.text = style(spaceAfter=4)
        self.cell = style(fontSize=size - 2, leading=(size - 2) * 1.25)
        self.small = style(fontSize=size - 3, leading=(size - 3) * 1.3, textColor=MUTED)
        self.heading = style(
            fontName=fonts.BOLD, spaceBefore=size * 0.8, spaceAfter=4, keepWithNext=1
        )
        self.owner = style(alignment=TA_CENTER, fontSize=size + 1, leading=(size + 1) * 1.2)
        self.agency = style(
            fontName=fonts.BOLD, alignment=TA_CENTER, fontSize=size + 2, leading=(size + 2) * 1.2
        )
        self.address = style(alignment=TA_CENTER, fontSize=size - 3, leading=(size - 3) * 1.25)
        self.title = style(
            fontName=fonts.BOLD, alignment=TA_CENTER, spaceBefore=size, spaceAfter=2
        )
        self.centred = style(alignment=TA_CENTER, spaceAfter=4)
        self.formula = style(
            fontName=fonts.BOLD, alignment=TA_CENTER, fontSize=size + 3, leading=(size + 3) * 1.3
        )


def bold(style: ParagraphStyle) -> ParagraphStyle:
    return ParagraphStyle("bold", parent=style, fontName=fonts.BOLD)


def paragraph(said: str, style: ParagraphStyle) -> Paragraph:
    """Reportlab reads tags, so whatever is shown is escaped here; with the font that has it."""
    marked = "".join(
        escape(piece) if of == style.fontName else f'<font name="{of}">{escape(piece)}</font>'
        for of, piece in fonts.runs(said, style.fontName)
    )
    return Paragraph(marked, style)


def _fitted(said: str, style: ParagraphStyle, measure: float) -> Paragraph:
    """On one line, if it need not be much smaller for it."""
    size = style.fontSize
    while size > style.fontSize - 3 and fonts.width(said, style.fontName, size) > measure:
        size -= 0.5
    return paragraph(said, ParagraphStyle("fitted", parent=style, fontSize=size))


def head(letterhead: Letterhead, style: Styles, measure: float) -> Iterable[Flowable]:
    yield paragraph(letterhead.owner, style.owner)
    yield _fitted(letterhead.agency, style.agency, measure)
    for line in letterhead.address:
        yield paragraph(line, style.address)
    yield Spacer(1, 4)
    yield _Rules(measure)
    yield Spacer(1, 6)


def fields(
    lines: Iterable[tuple[str, str]],
    style: Styles,
    measure: float,
    *,
    first: float,
    colon: bool = True,
    ruled: bool = False,
) -> Table:
    """Name and value side by side."""
    look: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ]
    if ruled:
        look += [("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE), ("LEFTPADDING", (0, 0), (0, -1), 4)]
    rows = [
        [
            paragraph(name, style.cell),
            paragraph(f": {value}" if colon and not ruled else value, style.cell),
        ]
        for name, value in lines
    ]
    widths = [measure * first, measure * (1 - first)]
    return Table(rows, colWidths=widths, style=TableStyle(look))


def signed(
    blocks: Iterable[Block],
    letterhead: Letterhead,
    style: Styles,
    measure: float,
    copies: Sequence[str] = (),
) -> Iterator[Block]:
    """With room for a signature below, never on a bare page: what comes last goes along."""
    *others, last = blocks
    yield from others
    kept = last if isinstance(last, tuple) else (last,)
    yield (*kept, *_signature(letterhead, style, measure, copies))


def _signature(
    letterhead: Letterhead, style: Styles, measure: float, copies: Sequence[str]
) -> tuple[Flowable, ...]:
    """Nothing that looks like one."""
    centred = ParagraphStyle("signer", parent=style.cell, alignment=TA_CENTER)
    signer = letterhead.signer
    block = [
        paragraph(words.place_and_date(letterhead.place), centred),
        paragraph(f"{signer.position},", centred),
        Spacer(1, 26 * mm),
        paragraph(signer.name, bold(centred)),
        paragraph(signer.rank, centred),
        paragraph(f"{words.NIP} {signer.nip}", centred),
    ]
    listed = [paragraph(words.COPIES, style.cell)]
    listed += [paragraph(f"{n}. {each}", style.cell) for n, each in enumerate(copies, 1)]
    left = listed if copies else [Spacer(1, 1)]
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
            ("VALIGN", (0, 0), (0, 0), "BOTTOM"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    widths = [measure * 0.45, measure * 0.55]
    return (Spacer(1, 18), Table([[left, block]], colWidths=widths, style=look))


class _Rules(Flowable):
    """The double rule below an office's head."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.width, self.height = width, 4

    def draw(self) -> None:
        self.canv.setStrokeColor(INK)
        for y, thick in ((4, 1.8), (1.2, 0.6)):
            self.canv.setLineWidth(thick)
            self.canv.line(0, y, self.width, y)


class Drawing(Flowable):
    """Drawn with a pen, as wide as there is room."""

    def __init__(self, drawn: Callable[[Pen, float, float], None], height: float) -> None:
        super().__init__()
        self.drawn, self.tall = drawn, height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.wide = width
        return width, self.tall

    def draw(self) -> None:
        self.drawn(PdfPen(self.canv, 0, 0), self.wide, self.tall)
