"""The evidence pack as a Word document, to be completed and signed like any other paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from bot.papers.evidence.charts import all_charts
from bot.papers.evidence.chat_picture import caption, picture
from bot.papers.evidence.pack import (
    Pack,
    beside,
    beside_says,
    cells,
    heading,
    identity,
    letter,
    tables,
    totals,
)
from bot.papers.evidence.proofs import Proof
from bot.papers.office_docx import CENTRE, WASH, OfficeDocument, shade
from bot.papers.pen import PngPen
from bot.rules.companions import Compared
from bot.rules.letters import harmless
from bot.words import papers as words
from bot.words.edition import bands
from bot.words.figures import number

MOST_ROWS = 3_000
"""Of the list: Word and LibreOffice take minutes for a table of more."""
WIDE = 465.0  # points, in which charts and chats are drawn
PIXELS = 1395
LIST_SHARES = (3.8, 9.4, 10.4, 6.0, 6.6, 13.6, 15.0, 13.4, 9.6, 10.4, 10.4, 4.8)
LYING_MARGIN = 15  # millimetres


def docx(pack: Pack) -> bytes:
    """The same bytes for the same pack, whenever it is made."""
    return _Writer(pack).write()


class _Writer(OfficeDocument):
    def __init__(self, pack: Pack) -> None:
        super().__init__(pack.letterhead)
        self._pack = pack
        self._lying = pack.letterhead.paper.millimetres[1] - LYING_MARGIN * 2

    def write(self) -> bytes:
        pack, closed = self._pack, self._pack.closed
        self.about(
            f"{words.TITLE.capitalize()}, {pack.period}",
            closed.at if closed else pack.as_of,
            keywords=words.mark(closed.mark) if closed else "",
        )
        self._foot(self.document.sections[0], self.measure)
        self.head()
        self.fields(letter(pack), 0.16)
        self.gap()
        self.line(words.TITLE, self.size, bold=True, align=CENTRE)
        self.line(words.period(pack.period), self.size, align=CENTRE)
        self._body()
        self.signature(self.letterhead.copies)
        self._charts()
        if pack.companions is not None:
            self._beside(pack.companions)
        for proof in pack.proofs:
            self._proof(proof)
        if pack.has_samples:
            self._samples()
        self._list()
        return self.packed()

    def _foot(self, section: Any, measure: float) -> None:
        foot, closed = words.foot(words.RECAP, self._pack.period), self._pack.closed
        self.foot(section, measure, f"{foot} · {words.mark(closed.mark[:16])}" if closed else foot)

    def _body(self) -> None:
        pack = self._pack
        self.heading(words.ABOUT)
        self.fields(identity(pack), 0.28)
        self.heading(words.DEFINITION)
        self.fields([(f"{n}.", line) for n, line in enumerate(pack.definition, 1)], 0.06, sign="")
        self._ratio()
        self.heading(words.COUNTS)
        self.table([list(line) for line in totals(pack)], (0.72, 0.28), head=False)
        for counted in tables(pack.recap):
            total = counted.total
            rows = [[counted.title, words.COUNT, words.SHARE]]
            rows += [[name, number(n), words.share(n, total)] for name, n in counted.parts]
            rows += [[words.TOTAL, number(total), words.share(total, total)]]
            self.gap(6)
            self.table(rows, (0.66, 0.17, 0.17), total=True)
        if pack.corrections:
            self.heading(words.AFTERWARDS)
            for line in pack.corrections:
                self.line(line, self.size - 1)
        if pack.closed:
            self.gap(6)
            self.line(words.frozen(pack.closed.at, pack.zone), self.size - 3)
            self.line(words.without_samples(), self.size - 3)
            self.line(f"{words.mark(pack.closed.mark)} ({words.MARK_SAYS})", self.size - 3)

    def _ratio(self) -> None:
        self.heading(words.RATIO)
        cell = self.box()
        shade(cell, WASH)
        first = cell.paragraphs[0]
        pack = self._pack
        level = f"{words.level(pack.level)}. {bands(pack.edition)}"
        for line, said, size, bold in (
            (first, words.formula_words(), self.size, False),
            (cell.add_paragraph(), words.formula(pack.recap), self.size + 3, True),
            (cell.add_paragraph(), level, self.size, False),
        ):
            line.alignment = CENTRE
            line.paragraph_format.space_before = Pt(4)
            line.paragraph_format.space_after = Pt(4)
            self.run(line, said, size, bold=bold)

    def _charts(self) -> None:
        pack = self._pack
        self.heading(heading(pack, words.CHARTS), new_page=True)
        for draw, height in all_charts(pack.series, pack.recap.categories, pack.edition):
            pen = PngPen(WIDE, height, pixels=PIXELS)
            draw(pen, WIDE, height)
            self.picture(pen.png())

    def _beside(self, found: Compared) -> None:
        self.heading(heading(self._pack, words.BESIDE), new_page=True)
        for table in beside(found):
            self.gap(6)
            self.table([table.heads, *table.rows], table.shares, size=8.5, right=False)
        self.gap(6)
        for said in beside_says(found):
            self.line(said, self.size - 3)

    def _proof(self, proof: Proof) -> None:
        self.heading(heading(self._pack, proof.title), new_page=True)
        for table in proof.tables:
            self.gap(6)
            self.table([table.heads, *table.rows], table.shares, right=False)
        for chart in proof.charts:
            pen = PngPen(WIDE, chart.height, pixels=PIXELS)
            chart.draw(pen, WIDE, chart.height)
            self.gap(6)
            self.picture(pen.png())
        self.gap(6)
        for said in proof.notes:
            self.line(said, self.size - 3)

    def _samples(self) -> None:
        pack = self._pack
        self.heading(heading(pack, words.SAMPLES), new_page=True)
        self.line(words.SAMPLES_SAY if pack.samples else words.NO_SAMPLES, self.size - 1)
        for place, sample in enumerate(pack.samples, 1):
            self.gap(6)
            line = self.line(caption(place, sample, pack.zone), self.size - 2)
            line.paragraph_format.keep_with_next = True
            drawn = picture(sample, pack.zone, width=WIDE)
            pen = PngPen(WIDE, drawn.height, pixels=PIXELS)
            drawn.draw(pen)
            self.picture(pen.png())

    def _list(self) -> None:
        """On pages that lie; written as it stands in the file, as python-docx asks for each cell
        anew where it is."""
        pack = self._pack
        section = self.document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.left_margin = section.right_margin = Mm(LYING_MARGIN)
        section.page_width, section.page_height = section.page_height, section.page_width
        self._foot(section, self._lying)
        self.heading(heading(pack, words.LIST))
        shown = pack.rows[:MOST_ROWS]
        if len(shown) < len(pack.rows):
            self.line(words.list_elsewhere(len(shown), len(pack.rows)), self.size - 2)
        if not shown:
            self.line(words.NO_TICKETS, self.size - 2)
            return
        rows = ((str(n), *cells(row, pack.zone)) for n, row in enumerate(shown, 1))
        widths = [round(self._lying * share / sum(LIST_SHARES) * TWIPS) for share in LIST_SHARES]
        table = parse_xml(_table_xml(words.HEADS, rows, widths))
        self.document.element.body.insert(-1, table)


TWIPS = 1440 / 25.4  # a millimetre


def _table_xml(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    """A ruled table whose first row stands again on each page."""
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="B8C0C8"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(f'<w:{edge} w:w="50" w:type="dxa"/>' for edge in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row_xml(heads, widths, head=True)
    body = "".join(_row_xml(row, widths, head=False) for row in rows)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"<w:tblBorders>{edges}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
    )


def _row_xml(row: Sequence[str], widths: Sequence[int], *, head: bool) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{WASH}"/>' if head else ""
    bold = "<w:b/>" if head else ""
    cells_ = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:rPr>{bold}<w:sz w:val="14"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(harmless(said))}</w:t></w:r></w:p></w:tc>'
        for said, width in zip(row, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells_}</w:tr>"
