"""The evidence pack as a PDF that an office can sign: letter, charts, samples, list."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph, Spacer, Table, TableStyle

from bot.papers import office_fonts as fonts
from bot.papers.evidence.charts import all_charts
from bot.papers.evidence.chat_picture import ChatPicture, caption, picture
from bot.papers.evidence.pack import (
    Counted,
    Lines,
    Pack,
    beside,
    beside_says,
    heading,
    identity,
    letter,
    tables,
    totals,
)
from bot.papers.evidence.pdf_list import Drawn, TicketList
from bot.papers.evidence.proofs import Proof
from bot.papers.evidence.ruled import Ruled
from bot.papers.pen import PdfPen, Pen
from bot.papers.sheet import INK, MUTED
from bot.rules.companions import Compared
from bot.words import papers as words
from bot.words.report import bands, number

LINE, WASH = "#8A949E", "#EEF2F5"
FOOT = 9 * mm


rl_config.useA85 = 0  # else each page is also written in letters alone, by Python, sign by sign

Block = Flowable | tuple[Flowable, ...]
"""Several that stay together where a page has room for them."""


def pdf(pack: Pack) -> bytes:
    """The same bytes for the same pack, whenever it is made."""
    fonts.load()
    held = BytesIO()
    # Set twice: how many pages there are stands on each of them.
    counting = _Writer(Canvas(BytesIO(), invariant=1), pack, of=0)
    counting.write()
    tickets = TicketList(pack, counting.lying, counting.list_frame)
    canvas = Canvas(held, invariant=1, pageCompression=1, lang="id")
    _date(canvas, pack.closed.at if pack.closed else pack.as_of)
    canvas.setTitle(f"{words.TITLE.capitalize()}, {pack.period}")
    canvas.setAuthor(pack.letterhead.agency)
    canvas.setSubject(pack.letterhead.subject)
    if pack.closed:
        canvas.setKeywords(words.mark(pack.closed.mark))
    writer = _Writer(canvas, pack, of=counting.page + tickets.count)
    writer.write()
    for draw in tickets.pages():
        writer.draw_lying(draw)
    canvas.save()
    return held.getvalue()


def samples_pdf(pack: Pack) -> bytes:
    """The samples alone."""
    fonts.load()
    held = BytesIO()
    style = _Styles(pack.letterhead.size)
    counting = _Writer(Canvas(BytesIO(), invariant=1), pack, of=0)
    counting.write_samples(style)
    canvas = Canvas(held, invariant=1, pageCompression=1, lang="id")
    _date(canvas, pack.as_of)
    canvas.setTitle(words.SAMPLES_TITLE)
    canvas.setAuthor(pack.letterhead.agency)
    _Writer(canvas, pack, of=counting.page).write_samples(style)
    canvas.save()
    return held.getvalue()


def proofs_pdf(pack: Pack) -> bytes:
    """The other proofs alone, each on a page of its own."""
    fonts.load()
    held = BytesIO()
    counting = _Writer(Canvas(BytesIO(), invariant=1), pack, of=0)
    counting.write_proofs()
    canvas = Canvas(held, invariant=1, pageCompression=1, lang="id")
    _date(canvas, pack.as_of)
    canvas.setTitle(words.PROOFS_TITLE)
    canvas.setAuthor(pack.letterhead.agency)
    _Writer(canvas, pack, of=counting.page).write_proofs()
    canvas.save()
    return held.getvalue()


def _date(canvas: Any, moment: datetime) -> None:
    """When the figures were taken; not when it was printed, else no two prints were alike."""
    stamp = TimeStamp(1)
    stamp.t = moment.timestamp()
    stamp.lt = time.gmtime(stamp.t)
    stamp.YMDhms = tuple(stamp.lt)[:6]
    canvas._doc._timeStamp = stamp  # reportlab has no other way in


class _Writer:
    """Puts flowables and the list onto pages, each with its foot."""

    def __init__(self, canvas: Canvas, pack: Pack, *, of: int) -> None:
        self.canvas, self.pack, self.of = canvas, pack, of
        self.page = 0
        margins = pack.letterhead.margins
        wide, tall = pack.letterhead.paper.millimetres
        self.size = (wide * mm, tall * mm)
        self.left, self.right = margins.left * mm, margins.right * mm
        self.top, self.bottom = margins.top * mm, margins.bottom * mm
        self.measure = self.size[0] - self.left - self.right

    def write(self) -> None:
        style = _Styles(self.pack.letterhead.size)
        for part in _parts(self.pack, style, self.measure):
            self._flow(part)

    def write_samples(self, style: _Styles) -> None:
        title = _paragraph(words.SAMPLES_TITLE, style.heading)
        self._flow([title, *_samples(self.pack, style, self.measure)])

    def write_proofs(self) -> None:
        style = _Styles(self.pack.letterhead.size)
        for proof in self.pack.proofs:
            head = (
                *_kop(self.pack, style, self.measure),
                _paragraph(proof.title, style.title),
                _paragraph(words.period(self.pack.period), style.centred),
            )
            told = _told(proof, style, self.measure)
            self._flow([*head, *told, _signature(self.pack, style, self.measure)])

    def draw_lying(self, draw: Drawn) -> None:
        self.canvas.setPageSize(self.lying)
        draw(self.canvas)
        self._end_page(self.lying[0])

    @property
    def lying(self) -> tuple[float, float]:
        return (self.size[1], self.size[0])

    @property
    def list_frame(self) -> tuple[float, float, float, float]:
        """On a page that lies: its left, bottom, right and top edges of the text."""
        wide, tall = self.size[1], self.size[0]
        return (self.left * 0.7, self.bottom, wide - self.right * 0.7, tall - self.top)

    def _flow(self, part: Iterable[Block]) -> None:
        """From the top of a page on, to the end of the last page it needs."""
        frame = self._frame()
        for block in part:
            pieces = list(block) if isinstance(block, tuple) else [block]
            if self._height(pieces) > self._room(frame) and not frame._atTop:
                fits_nowhere = self._height(pieces) > self.size[1] - self.top - self.bottom
                if isinstance(block, tuple) and not fits_nowhere:
                    frame = self._next()
            while pieces:
                piece = pieces.pop(0)
                if frame.add(piece, self.canvas):
                    continue
                split = frame.split(piece, self.canvas)
                if split:
                    frame.add(split[0], self.canvas)
                elif frame._atTop:
                    raise ValueError("a part is taller than a page")
                else:
                    split = [None, piece]
                frame = self._next()
                pieces = [*split[1:], *pieces]
        self._end_page(self.size[0])

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
        foot = words.foot(self.pack.period)
        if self.pack.closed:
            foot = f"{foot} · {words.mark(self.pack.closed.mark[:16])}"
        canvas.drawString(self.left, y, foot)
        canvas.drawRightString(width - self.right, y, words.page(self.page, self.of))
        canvas.showPage()


class _Styles:
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


def marked(said: str, *, bold: bool = False) -> str:
    """Reportlab reads tags, so whatever is shown is escaped here; with the font that has it."""
    name = fonts.BOLD if bold else fonts.PLAIN
    return "".join(
        escape(piece) if of == name else f'<font name="{of}">{escape(piece)}</font>'
        for of, piece in fonts.runs(said, name)
    )


def _paragraph(said: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(marked(said, bold=style.fontName == fonts.BOLD), style)


def _fitted(said: str, style: ParagraphStyle, measure: float) -> Paragraph:
    """On one line, if it need not be much smaller for it."""
    size = style.fontSize
    while size > style.fontSize - 3 and fonts.width(said, style.fontName, size) > measure:
        size -= 0.5
    return _paragraph(said, ParagraphStyle("fitted", parent=style, fontSize=size))


def _parts(pack: Pack, style: _Styles, measure: float) -> Iterable[Iterable[Block]]:
    """Each begins on a page of its own."""
    yield [
        *_head(pack, style, measure),
        *_body(pack, style, measure),
        _signature(pack, style, measure),
    ]
    yield _charts(pack, style)
    if pack.companions is not None:
        yield _beside(pack, pack.companions, style, measure)
    for proof in pack.proofs:
        yield [_headed(pack, proof.title, style), *_told(proof, style, measure)]
    if pack.has_samples:
        yield [_headed(pack, words.SAMPLES, style), *_samples(pack, style, measure)]


def _headed(pack: Pack, title: str, style: _Styles) -> Paragraph:
    return _paragraph(heading(pack, title), style.heading)


def _beside(pack: Pack, found: Compared, style: _Styles, measure: float) -> Iterable[Block]:
    yield _headed(pack, words.BESIDE, style)
    for table in beside(found):
        yield _ruled(table, style, measure)
    yield (Spacer(1, 8), *(_paragraph(said, style.small) for said in beside_says(found)))


def _told(proof: Proof, style: _Styles, measure: float) -> Iterable[Block]:
    for table in proof.tables:
        yield _ruled(table, style, measure)
    yield (Spacer(1, 8), *(_paragraph(said, style.small) for said in proof.notes))


def _ruled(table: Ruled, style: _Styles, measure: float) -> Block:
    """Small, so that long figures stand beside each other; its head stands again on each page."""
    cell = ParagraphStyle("ruled", parent=style.cell, fontSize=8.5, leading=10.5)
    bold = ParagraphStyle("ruled head", parent=cell, fontName=fonts.BOLD)
    rows = [[_paragraph(said, bold) for said in table.heads]]
    rows += [[_paragraph(said, cell) for said in row] for row in table.rows]
    return _whole(rows, [measure * share for share in table.shares])


def _head(pack: Pack, style: _Styles, measure: float) -> Iterable[Flowable]:
    yield from _kop(pack, style, measure)
    yield _fields(letter(pack), style, measure, first=0.16)
    yield _paragraph(words.TITLE, style.title)
    yield _paragraph(words.period(pack.period), style.centred)


def _kop(pack: Pack, style: _Styles, measure: float) -> Iterable[Flowable]:
    head = pack.letterhead
    yield _paragraph(head.owner, style.owner)
    yield _fitted(head.agency, style.agency, measure)
    for line in head.address:
        yield _paragraph(line, style.address)
    yield Spacer(1, 4)
    yield _Rules(measure)
    yield Spacer(1, 6)


def _body(pack: Pack, style: _Styles, measure: float) -> Iterable[Block]:
    identified = _fields(identity(pack), style, measure, first=0.28)
    yield (_paragraph(words.ABOUT, style.heading), identified)
    defined = [
        _fields([(f"{place}.", line)], style, measure, first=0.05, colon=False)
        for place, line in enumerate(pack.definition, 1)
    ]
    yield (_paragraph(words.DEFINITION, style.heading), *defined)
    counted = _fields(totals(pack), style, measure, first=0.72, ruled=True)
    yield (_paragraph(words.COUNTS, style.heading), counted)
    for table in tables(pack.recap):
        yield _counts(table, style, measure)
    yield tuple(_ratio(pack, style, measure))
    if pack.corrections:
        first, *others = (_paragraph(line, style.text) for line in pack.corrections)
        yield (_paragraph(words.AFTERWARDS, style.heading), first)
        yield from others
    if pack.closed:
        lines = (
            words.frozen(pack.closed.at, pack.zone),
            words.without_samples(),
            f"{words.mark(pack.closed.mark)} ({words.MARK_SAYS})",
        )
        yield (Spacer(1, 6), *(_paragraph(line, style.small) for line in lines))


def _fields(
    lines: Lines,
    style: _Styles,
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
            _paragraph(name, style.cell),
            _paragraph(f": {value}" if colon and not ruled else value, style.cell),
        ]
        for name, value in lines
    ]
    widths = [measure * first, measure * (1 - first)]
    return Table(rows, colWidths=widths, style=TableStyle(look))


def _counts(counted: Counted, style: _Styles, measure: float) -> Block:
    """Its head stands again where it goes on to another page."""
    bold = ParagraphStyle("bold", parent=style.cell, fontName=fonts.BOLD)
    total = counted.total
    rows = [(counted.title, words.COUNT, words.SHARE)]
    rows += [(name, number(n), words.share(n, total)) for name, n in counted.parts]
    rows += [(words.TOTAL, number(total), words.share(total, total))]
    last = len(rows) - 1
    look_of = {False: style.cell, True: bold}
    right = {
        each: ParagraphStyle("n", parent=of, alignment=TA_RIGHT) for each, of in look_of.items()
    }
    set_ = []
    for place, (name, *figures) in enumerate(rows):
        strong = place in {0, last}
        cells = [_paragraph(each, right[strong]) for each in figures]
        set_.append([_paragraph(name, look_of[strong]), *cells])
    return _whole(set_, [measure * share for share in (0.66, 0.17, 0.17)])


def _whole(rows: list[list[Paragraph]], widths: list[float]) -> Block:
    """A short one is not cut in two."""
    table = Table(rows, colWidths=widths, style=RULED, repeatRows=1, spaceBefore=8)
    return (table,) if len(rows) < MOST_TOGETHER else table


RULED = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
        ("BACKGROUND", (0, 0), (-1, 0), WASH),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
        ("LINEABOVE", (0, 0), (-1, 0), 0.5, LINE),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ]
)


MOST_TOGETHER = 14  # lines of a table that is not cut in two


def _ratio(pack: Pack, style: _Styles, measure: float) -> Iterable[Flowable]:
    yield _paragraph(words.RATIO, style.heading)
    lines = [
        [_paragraph(words.formula_words(), style.centred)],
        [_paragraph(words.formula(pack.recap), style.formula)],
        [_paragraph(f"{words.level(pack.level)}. {bands(pack.edition)}", style.centred)],
    ]
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
            ("BOX", (0, 0), (-1, -1), 1.2, INK),
            ("BACKGROUND", (0, 0), (-1, -1), WASH),
            ("TOPPADDING", (0, 0), (-1, 0), 7),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 7),
        ]
    )
    yield Table(lines, colWidths=[measure], style=look)


def _signature(pack: Pack, style: _Styles, measure: float) -> Block:
    """Room for a signature, and nothing that looks like one."""
    head = pack.letterhead
    centred = ParagraphStyle("signer", parent=style.cell, alignment=TA_CENTER)
    bold = ParagraphStyle("name", parent=centred, fontName=fonts.BOLD)
    block = [
        _paragraph(words.place_and_date(head.place), centred),
        _paragraph(f"{head.signer.position},", centred),
        Spacer(1, 26 * mm),
        _paragraph(head.signer.name, bold),
        _paragraph(head.signer.rank, centred),
        _paragraph(f"{words.NIP} {head.signer.nip}", centred),
    ]
    copies = [_paragraph(words.COPIES, style.cell)]
    copies += [_paragraph(f"{n}. {each}", style.cell) for n, each in enumerate(head.copies, 1)]
    left = copies if head.copies else [Spacer(1, 1)]
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
            ("VALIGN", (0, 0), (0, 0), "BOTTOM"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    widths = [measure * 0.45, measure * 0.55]
    return (Spacer(1, 18), Table([[left, block]], colWidths=widths, style=look))


def _charts(pack: Pack, style: _Styles) -> Iterable[Block]:
    yield _headed(pack, words.CHARTS, style)
    for draw, height in all_charts(pack.series, pack.recap.categories, pack.edition):
        yield _Drawing(draw, height)
        yield Spacer(1, 9)


def _samples(pack: Pack, style: _Styles, measure: float) -> Iterable[Block]:
    yield _paragraph(words.SAMPLES_SAY if pack.samples else words.NO_SAMPLES, style.text)
    for place, sample in enumerate(pack.samples, 1):
        drawn = picture(sample, pack.zone, width=measure)
        said = _paragraph(caption(place, sample, pack.zone), style.cell)
        yield (Spacer(1, 6), said, Spacer(1, 3), _Chat(drawn), Spacer(1, 6))


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


class _Drawing(Flowable):
    def __init__(self, drawn: Callable[[Pen, float, float], None], height: float) -> None:
        super().__init__()
        self.drawn, self.tall = drawn, height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.wide = width
        return width, self.tall

    def draw(self) -> None:
        self.drawn(PdfPen(self.canv, 0, 0), self.wide, self.tall)


class _Chat(Flowable):
    def __init__(self, drawn: ChatPicture) -> None:
        super().__init__()
        self.drawn = drawn

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.drawn.width, self.drawn.height

    def draw(self) -> None:
        self.drawn.draw(PdfPen(self.canv, 0, 0))
