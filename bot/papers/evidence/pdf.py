"""The evidence pack as a PDF that an office can sign: letter, charts, samples, list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from bot.papers import office_fonts as fonts
from bot.papers.evidence.charts import all_charts
from bot.papers.evidence.chat_picture import ChatPicture, caption, picture
from bot.papers.evidence.pack import (
    CountTable,
    Pack,
    beside,
    beside_says,
    heading,
    identity,
    letter,
    tables,
    totals,
)
from bot.papers.evidence.pdf_list import TicketList
from bot.papers.evidence.proofs import Proof
from bot.papers.evidence.ruled import Ruled
from bot.papers.office_pdf import (
    LINE,
    WASH,
    About,
    Block,
    Drawing,
    OfficePages,
    Styles,
    bold,
    counted,
    fields,
    flowed,
    head,
    paragraph,
    signed,
    typeset,
)
from bot.papers.pen import Pen
from bot.papers.sheet import INK
from bot.rules.companions import Compared
from bot.rules.letterhead import Letterhead
from bot.words import papers as words
from bot.words.edition import bands
from bot.words.figures import number


def pdf(pack: Pack) -> bytes:
    """The same bytes for the same pack, whenever it is made."""
    closed, foot = pack.closed, words.foot(words.RECAP, pack.period)
    if closed:
        foot = f"{foot} · {words.mark(closed.mark[:16])}"
    about = About(
        title=f"{words.TITLE.capitalize()}, {pack.period}",
        subject=pack.letterhead.subject,
        foot=foot,
        at=closed.at if closed else pack.as_of,
        keywords=words.mark(closed.mark) if closed else "",
    )

    def text(pages: OfficePages) -> None:
        for part in _parts(pack, Styles(pack.letterhead.size), pages.measure):
            pages.flow(part)

    counting = counted(pack.letterhead, about, text)
    tickets = TicketList(pack, counting.lying, counting.lying_frame)

    def whole(pages: OfficePages) -> None:
        text(pages)
        for draw in tickets.pages():
            pages.draw_lying(draw)

    return typeset(pack.letterhead, about, whole, of=counting.page + tickets.count)


def samples_pdf(pack: Pack) -> bytes:
    """The samples alone."""
    title = words.SAMPLES_TITLE
    about = About(title, "", words.foot(title, pack.period), pack.as_of)

    def flow(style: Styles, measure: float) -> Iterable[Block]:
        yield paragraph(title, style.heading)
        yield from _samples(pack, style, measure)

    return flowed(pack.letterhead, about, flow)


def proofs_pdf(pack: Pack) -> bytes:
    """The other proofs alone, each a page to be signed by itself."""
    return _alone(words.PROOFS_TITLE, pack.proofs, pack.letterhead, pack.period, pack.as_of)


def alone_pdf(proof: Proof, letterhead: Letterhead, period: str, as_of: datetime) -> bytes:
    return _alone(proof.title, [proof], letterhead, period, as_of)


def _alone(
    title: str, proofs: Iterable[Proof], letterhead: Letterhead, period: str, as_of: datetime
) -> bytes:
    style = Styles(letterhead.size)
    about = About(title, "", words.foot(title, period), as_of)

    def write(pages: OfficePages) -> None:
        for proof in proofs:
            pages.flow(
                [
                    *head(letterhead, style, pages.measure),
                    paragraph(proof.title, style.title),
                    paragraph(words.period(period), style.centred),
                    *signed(
                        _told(proof, style, pages.measure),
                        letterhead,
                        style,
                        pages.measure,
                        letterhead.copies,
                    ),
                ]
            )

    return typeset(letterhead, about, write)


def _parts(pack: Pack, style: Styles, measure: float) -> Iterable[Iterable[Block]]:
    """Each begins on a page of its own."""
    yield [
        *head(pack.letterhead, style, measure),
        fields(letter(pack), style, measure, first=0.16),
        paragraph(words.TITLE, style.title),
        paragraph(words.period(pack.period), style.centred),
        *signed(
            _body(pack, style, measure), pack.letterhead, style, measure, pack.letterhead.copies
        ),
    ]
    yield _charts(pack, style)
    if pack.companions is not None:
        yield _beside(pack, pack.companions, style, measure)
    for proof in pack.proofs:
        yield [_headed(pack, proof.title, style), *_told(proof, style, measure)]
    if pack.has_samples:
        yield [_headed(pack, words.SAMPLES, style), *_samples(pack, style, measure)]


def _headed(pack: Pack, title: str, style: Styles) -> Flowable:
    return paragraph(heading(pack, title), style.heading)


def _beside(pack: Pack, found: Compared, style: Styles, measure: float) -> Iterable[Block]:
    yield _headed(pack, words.BESIDE, style)
    for table in beside(found):
        yield _ruled(table, style, measure)
    yield (Spacer(1, 8), *(paragraph(said, style.small) for said in beside_says(found)))


def _told(proof: Proof, style: Styles, measure: float) -> Iterable[Block]:
    for table in proof.tables:
        yield _ruled(table, style, measure)
    for chart in proof.charts:
        yield (Spacer(1, 10), Drawing(chart.draw, chart.height))
    yield (Spacer(1, 8), *(paragraph(said, style.small) for said in proof.notes))


def _ruled(table: Ruled, style: Styles, measure: float) -> Block:
    """Small, so that long figures stand beside each other; its head stands again on each page."""
    cell = ParagraphStyle("ruled", parent=style.cell, fontSize=8.5, leading=10.5)
    rows: list[list[Flowable]] = [[paragraph(said, bold(cell)) for said in table.heads]]
    rows += [[paragraph(said, cell) for said in row] for row in table.rows]
    return _whole(rows, [measure * share for share in table.shares])


def _body(pack: Pack, style: Styles, measure: float) -> Iterable[Block]:
    identified = fields(identity(pack), style, measure, first=0.28)
    yield (paragraph(words.ABOUT, style.heading), identified)
    defined = [
        fields([(f"{place}.", line)], style, measure, first=0.05, colon=False)
        for place, line in enumerate(pack.definition, 1)
    ]
    yield (paragraph(words.DEFINITION, style.heading), *defined)
    yield tuple(_ratio(pack, style, measure))
    counted = fields(totals(pack), style, measure, first=0.72, ruled=True)
    yield (paragraph(words.COUNTS, style.heading), counted)
    for table in tables(pack.recap):
        yield _counts(table, style, measure)
    if pack.corrections:
        first, *others = (paragraph(line, style.text) for line in pack.corrections)
        yield (paragraph(words.AFTERWARDS, style.heading), first)
        yield from others
    if pack.closed:
        lines = (
            words.frozen(pack.closed.at, pack.zone),
            words.without_samples(),
            f"{words.mark(pack.closed.mark)} ({words.MARK_SAYS})",
        )
        yield (Spacer(1, 6), *(paragraph(line, style.small) for line in lines))


def _counts(counted: CountTable, style: Styles, measure: float) -> Block:
    """Its head stands again where it goes on to another page."""
    total = counted.total
    rows = [(counted.title, words.COUNT, words.SHARE)]
    rows += [(name, number(n), words.share(n, total)) for name, n in counted.parts]
    rows += [(words.TOTAL, number(total), words.share(total, total))]
    last = len(rows) - 1
    look_of = {False: style.cell, True: bold(style.cell)}
    right = {
        each: ParagraphStyle("n", parent=of, alignment=TA_RIGHT) for each, of in look_of.items()
    }
    set_: list[list[Flowable]] = []
    for place, (name, *figures) in enumerate(rows):
        strong = place in {0, last}
        cells = [paragraph(each, right[strong]) for each in figures]
        set_.append([paragraph(name, look_of[strong]), *cells])
    return _whole(set_, [measure * share for share in (0.66, 0.17, 0.17)])


def _whole(rows: list[list[Flowable]], widths: list[float]) -> Block:
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


def _ratio(pack: Pack, style: Styles, measure: float) -> Iterable[Flowable]:
    yield paragraph(words.RATIO, style.heading)
    lines = [
        [paragraph(words.formula_words(), style.centred)],
        [paragraph(words.formula(pack.recap), style.formula)],
        [paragraph(f"{words.level(pack.level)}. {bands(pack.edition)}", style.centred)],
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


def _charts(pack: Pack, style: Styles) -> Iterable[Block]:
    yield _headed(pack, words.CHARTS, style)
    for draw, height in all_charts(pack.series, pack.recap.categories, pack.edition):
        yield Drawing(draw, height)
        yield Spacer(1, 9)


def _samples(pack: Pack, style: Styles, measure: float) -> Iterable[Block]:
    yield paragraph(words.SAMPLES_SAY if pack.samples else words.NO_SAMPLES, style.text)
    for place, sample in enumerate(pack.samples, 1):
        drawn = picture(sample, pack.zone, width=measure)
        said = paragraph(caption(place, sample, pack.zone), style.cell)
        chat = Drawing(partial(_chat, drawn), drawn.height)
        yield (Spacer(1, 6), said, Spacer(1, 3), chat, Spacer(1, 6))


def _chat(drawn: ChatPicture, pen: Pen, _width: float, _height: float) -> None:
    drawn.draw(pen)
