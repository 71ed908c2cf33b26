"""The evidence pack as a Word document, to be completed and signed like any other paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from bot.papers.evidence.charts import all_charts
from bot.papers.evidence.chat_picture import caption, picture
from bot.papers.evidence.pack import (
    Lines,
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
from bot.papers.evidence.still_zip import still
from bot.papers.pen import PngPen
from bot.rules.companions import Compared
from bot.rules.letters import harmless
from bot.words import papers as words
from bot.words.report import bands, number

MOST_ROWS = 3_000
"""Of the list: Word and LibreOffice take minutes for a table of more."""
WIDE = 465.0  # points, in which charts and chats are drawn
PIXELS = 1395
LIST_SHARES = (3.8, 9.4, 10.4, 6.0, 6.6, 13.6, 15.0, 13.4, 9.6, 10.4, 10.4, 4.8)
LYING_MARGIN = 15  # millimetres
WASH = "E6EDF2"
CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def docx(pack: Pack) -> bytes:
    """The same bytes for the same pack, whenever it is made."""
    return _Writer(pack).write()


class _Writer:
    def __init__(self, pack: Pack) -> None:
        self._pack, self._size = pack, pack.letterhead.size
        self._document: Any = Document()
        margins, (wide, tall) = pack.letterhead.margins, pack.letterhead.paper.millimetres
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(wide), Mm(tall)
        section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
        section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
        self._measure = wide - margins.left - margins.right  # millimetres
        self._lying = tall - LYING_MARGIN * 2

    def write(self) -> bytes:
        self._look()
        self._properties()
        self._foot(self._document.sections[0], self._measure)
        self._head()
        self._body()
        self._signature()
        self._charts()
        if self._pack.companions is not None:
            self._beside(self._pack.companions)
        for proof in self._pack.proofs:
            self._proof(proof)
        if self._pack.has_samples:
            self._samples()
        self._list()
        held = BytesIO()
        self._document.save(held)
        return still(held.getvalue())

    def _look(self) -> None:
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = self._pack.letterhead.font, Pt(self._size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:eastAsia", "w:cs", "w:hAnsi", "w:ascii"):
            fonts.set(qn(script), self._pack.letterhead.font)
        style.paragraph_format.space_after = Pt(0)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "id-ID")
        style.element.get_or_add_rPr().append(language)

    def _properties(self) -> None:
        pack, about = self._pack, self._document.core_properties
        moment = (pack.closed.at if pack.closed else pack.as_of).astimezone(UTC)
        about.created = about.modified = moment.replace(tzinfo=None, microsecond=0)
        about.author = about.last_modified_by = pack.letterhead.agency
        about.title = f"{words.TITLE.capitalize()}, {pack.period}"
        about.comments, about.language = "", "id-ID"
        about.keywords = words.mark(pack.closed.mark) if pack.closed else ""

    def _foot(self, section: Any, measure: float) -> None:
        """The page and how many there are: fields, which Word itself fills in."""
        section.footer.is_linked_to_previous = False
        line = section.footer.paragraphs[0]
        line.style = self._document.styles["Normal"]
        line.paragraph_format.tab_stops.add_tab_stop(Mm(measure), WD_TAB_ALIGNMENT.RIGHT)
        foot = words.foot(self._pack.period)
        if self._pack.closed:
            foot = f"{foot} · {words.mark(self._pack.closed.mark[:16])}"
        before, between, after = words.page_of("\0", "\0").split("\0")
        self._run(line, f"{foot}\t{before}", self._size - 4)
        _field(line, "PAGE", self._size - 4)
        self._run(line, between, self._size - 4)
        _field(line, "NUMPAGES", self._size - 4)
        self._run(line, after, self._size - 4)

    def _head(self) -> None:
        head, size = self._pack.letterhead, self._size
        self._line(head.owner, size + 1, align=CENTRE)
        fits = min(2, self._measure * 4.2 / max(len(head.agency), 1) - size)
        self._line(head.agency, size + max(fits, -2), bold=True, align=CENTRE)
        for address in head.address:
            line = self._line(address, size - 3, align=CENTRE)
        _rule_below(line)
        self._gap()
        self._fields(letter(self._pack), 0.16)
        self._gap()
        self._line(words.TITLE, size, bold=True, align=CENTRE)
        self._line(words.period(self._pack.period), size, align=CENTRE)

    def _body(self) -> None:
        pack = self._pack
        self._heading(words.ABOUT)
        self._fields(identity(pack), 0.28)
        self._heading(words.DEFINITION)
        self._fields([(f"{n}.", line) for n, line in enumerate(pack.definition, 1)], 0.06, sign="")
        self._heading(words.COUNTS)
        self._table([list(line) for line in totals(pack)], (0.72, 0.28), head=False)
        for counted in tables(pack.recap):
            total = counted.total
            rows = [[counted.title, words.COUNT, words.SHARE]]
            rows += [[name, number(n), words.share(n, total)] for name, n in counted.parts]
            rows += [[words.TOTAL, number(total), words.share(total, total)]]
            self._gap(6)
            self._table(rows, (0.66, 0.17, 0.17), total=True)
        self._ratio()
        if pack.corrections:
            self._heading(words.AFTERWARDS)
            for line in pack.corrections:
                self._line(line, self._size - 1)
        if pack.closed:
            self._gap(6)
            self._line(words.frozen(pack.closed.at, pack.zone), self._size - 3)
            self._line(words.without_samples(), self._size - 3)
            self._line(f"{words.mark(pack.closed.mark)} ({words.MARK_SAYS})", self._size - 3)

    def _ratio(self) -> None:
        self._heading(words.RATIO)
        table = self._document.add_table(rows=1, cols=1)
        table.style = "Table Grid"
        cell = table.cell(0, 0)
        _shade(cell, WASH)
        first = cell.paragraphs[0]
        pack = self._pack
        level = f"{words.level(pack.level)}. {bands(pack.edition)}"
        for line, said, size, bold in (
            (first, words.formula_words(), self._size, False),
            (cell.add_paragraph(), words.formula(pack.recap), self._size + 3, True),
            (cell.add_paragraph(), level, self._size, False),
        ):
            line.alignment = CENTRE
            line.paragraph_format.space_before = Pt(4)
            line.paragraph_format.space_after = Pt(4)
            self._run(line, said, size, bold=bold)

    def _signature(self) -> None:
        """Room for a signature, and nothing that looks like one."""
        head, size = self._pack.letterhead, self._size - 2
        self._gap(18)
        table = self._document.add_table(rows=1, cols=2)
        left, right = table.rows[0].cells
        _keep_whole(table.rows[0])
        left.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        copies = [words.COPIES, *(f"{n}. {each}" for n, each in enumerate(head.copies, 1))]
        for place, said in enumerate(copies if head.copies else []):
            line = left.paragraphs[0] if place == 0 else left.add_paragraph()
            self._run(line, said, size)
        signer = head.signer
        signed = (words.place_and_date(head.place), f"{signer.position},", "", "", "", "")
        for place, said in enumerate(
            (*signed, signer.name, signer.rank, f"{words.NIP} {signer.nip}")
        ):
            line = right.paragraphs[0] if place == 0 else right.add_paragraph()
            line.alignment = CENTRE
            self._run(line, said, size, bold=place == len(signed))

    def _charts(self) -> None:
        pack = self._pack
        self._heading(heading(pack, words.CHARTS), new_page=True)
        for draw, height in all_charts(pack.series, pack.recap.categories, pack.edition):
            pen = PngPen(WIDE, height, pixels=PIXELS)
            draw(pen, WIDE, height)
            self._picture(pen.png())

    def _beside(self, found: Compared) -> None:
        self._heading(heading(self._pack, words.BESIDE), new_page=True)
        for table in beside(found):
            self._gap(6)
            self._table([table.heads, *table.rows], table.shares, size=8.5, right=False)
        self._gap(6)
        for said in beside_says(found):
            self._line(said, self._size - 3)

    def _proof(self, proof: Proof) -> None:
        self._heading(heading(self._pack, proof.title), new_page=True)
        for table in proof.tables:
            self._gap(6)
            self._table([table.heads, *table.rows], table.shares, right=False)
        self._gap(6)
        for said in proof.notes:
            self._line(said, self._size - 3)

    def _samples(self) -> None:
        pack = self._pack
        self._heading(heading(pack, words.SAMPLES), new_page=True)
        self._line(words.SAMPLES_SAY if pack.samples else words.NO_SAMPLES, self._size - 1)
        for place, sample in enumerate(pack.samples, 1):
            self._gap(6)
            line = self._line(caption(place, sample, pack.zone), self._size - 2)
            line.paragraph_format.keep_with_next = True
            drawn = picture(sample, pack.zone, width=WIDE)
            pen = PngPen(WIDE, drawn.height, pixels=PIXELS)
            drawn.draw(pen)
            self._picture(pen.png())

    def _list(self) -> None:
        """On pages that lie; written as it stands in the file, as python-docx asks for each cell
        anew where it is."""
        pack = self._pack
        section = self._document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.left_margin = section.right_margin = Mm(LYING_MARGIN)
        section.page_width, section.page_height = section.page_height, section.page_width
        self._foot(section, self._lying)
        self._heading(heading(pack, words.LIST))
        shown = pack.rows[:MOST_ROWS]
        if len(shown) < len(pack.rows):
            self._line(words.list_elsewhere(len(shown), len(pack.rows)), self._size - 2)
        if not shown:
            self._line(words.NO_TICKETS, self._size - 2)
            return
        rows = ((str(n), *cells(row, pack.zone)) for n, row in enumerate(shown, 1))
        widths = [round(self._lying * share / sum(LIST_SHARES) * TWIPS) for share in LIST_SHARES]
        table = parse_xml(_table_xml(words.HEADS, rows, widths))
        self._document.element.body.insert(-1, table)

    # --- the smaller parts -------------------------------------------------------------------

    def _run(self, line: Any, said: str, size: float, *, bold: bool = False) -> None:
        run = line.add_run(harmless(said))
        run.font.size, run.bold = Pt(size), bold or None

    def _line(self, said: str, size: float, *, bold: bool = False, align: Any = None) -> Any:
        line = self._document.add_paragraph()
        line.alignment = align
        line.paragraph_format.space_after = Pt(2)
        self._run(line, said, size, bold=bold)
        return line

    def _heading(self, said: str, *, new_page: bool = False) -> None:
        """A heading to Word as well, for its outline, and in the office's own look."""
        line = self._document.add_paragraph(style="Heading 1")
        form = line.paragraph_format
        form.space_before, form.space_after = Pt(self._size * 0.8), Pt(4)
        form.keep_with_next, form.page_break_before = True, new_page
        self._run(line, said, self._size, bold=True)
        _plain_black(line.runs[0], self._pack.letterhead.font)

    def _gap(self, points: float = 4) -> None:
        line = self._document.add_paragraph()
        line.paragraph_format.line_spacing = Pt(points)

    def _picture(self, png: bytes) -> None:
        line = self._document.add_paragraph()
        line.paragraph_format.space_after = Pt(8)
        line.add_run().add_picture(BytesIO(png), width=Mm(self._measure))

    def _fields(self, lines: Lines, first: float, *, sign: str = ": ") -> None:
        table = self._document.add_table(rows=0, cols=2)
        for name, value in lines:
            row = table.add_row()
            for cell, said in zip(row.cells, (name, f"{sign}{value}"), strict=True):
                self._run(cell.paragraphs[0], said, self._size - 2)
            _keep_whole(row)
        _set_widths(table, [self._measure * first, self._measure * (1 - first)])

    def _table(
        self,
        rows: Sequence[Sequence[str]],
        shares: Sequence[float],
        *,
        head: bool = True,
        total: bool = False,
        size: float | None = None,
        right: bool = True,
    ) -> None:
        table = self._document.add_table(rows=0, cols=len(shares))
        table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
        for place, row in enumerate(rows):
            first, last = head and place == 0, total and place == len(rows) - 1
            made = table.add_row()
            _keep_whole(made)
            for column, (cell, said) in enumerate(zip(made.cells, row, strict=True)):
                line = cell.paragraphs[0]
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT if column and right else None
                self._run(line, said, size or self._size - 2, bold=first or last)
                if first:
                    _shade(cell, WASH)
            if first:
                _repeat(made)
        _set_widths(table, [self._measure * share for share in shares])


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


def _field(line: Any, name: str, size: float) -> None:
    """Each part in a run of its own: LibreOffice takes the size of the result from there."""
    for tag, text in (
        ("begin", None),
        ("w:instrText", name),
        ("separate", None),
        ("w:t", "1"),
        ("end", None),
    ):
        run = line.add_run()
        run.font.size = Pt(size)
        if text is None:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), tag)
        else:
            part = OxmlElement(tag)
            part.text = text
        run._r.append(part)


def _rule_below(line: Any) -> None:
    """The double rule below an office's head."""
    edges = OxmlElement("w:pBdr")
    edge = OxmlElement("w:bottom")
    for name, value in (
        ("val", "thinThickSmallGap"),
        ("sz", "18"),
        ("space", "4"),
        ("color", "auto"),
    ):
        edge.set(qn(f"w:{name}"), value)
    edges.append(edge)
    line._p.get_or_add_pPr().append(edges)


def _shade(cell: Any, color: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _plain_black(run: Any, font: str) -> None:
    run.font.name = font
    color = OxmlElement("w:color")
    color.set(qn("w:val"), "000000")
    run._r.get_or_add_rPr().append(color)


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
