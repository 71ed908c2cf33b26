"""A Word document as an office hands it in: its head, its foot, room for a signature. To be
completed and signed like any other paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from bot.papers.still_zip import still
from bot.rules.letterhead import Letterhead
from bot.rules.letters import harmless
from bot.words import papers as words

WASH = "E6EDF2"
CENTRE = WD_ALIGN_PARAGRAPH.CENTER
MOST_TITLE = 255  # letters, by the format


class OfficeDocument:
    def __init__(self, letterhead: Letterhead) -> None:
        self.letterhead, self.size = letterhead, letterhead.size
        self.document: Any = Document()
        margins, (wide, tall) = letterhead.margins, letterhead.paper.millimetres
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(wide), Mm(tall)
        section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
        section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
        self.measure = wide - margins.left - margins.right  # millimetres
        self._look()

    def _look(self) -> None:
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = self.letterhead.font, Pt(self.size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:eastAsia", "w:cs", "w:hAnsi", "w:ascii"):
            fonts.set(qn(script), self.letterhead.font)
        style.paragraph_format.space_after = Pt(0)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "id-ID")
        style.element.get_or_add_rPr().append(language)

    def about(self, title: str, at: datetime, *, keywords: str = "") -> None:
        """`at`: when it was found out; a moment of its own would make no two alike."""
        about, moment = self.document.core_properties, at.astimezone(UTC)
        about.created = about.modified = moment.replace(tzinfo=None, microsecond=0)
        about.author = about.last_modified_by = self.letterhead.agency
        about.title = harmless(title)[:MOST_TITLE]
        about.comments, about.language = "", "id-ID"
        about.keywords = keywords

    def foot(self, section: Any, measure: float, said: str) -> None:
        """The page and how many there are: fields, which Word itself fills in."""
        section.footer.is_linked_to_previous = False
        line = section.footer.paragraphs[0]
        line.style = self.document.styles["Normal"]
        line.paragraph_format.tab_stops.add_tab_stop(Mm(measure), WD_TAB_ALIGNMENT.RIGHT)
        before, between, after = words.page_of("\0", "\0").split("\0")
        self.run(line, f"{said}\t{before}", self.size - 4)
        _field(line, "PAGE", self.size - 4)
        self.run(line, between, self.size - 4)
        _field(line, "NUMPAGES", self.size - 4)
        self.run(line, after, self.size - 4)

    def head(self) -> None:
        head, size = self.letterhead, self.size
        self.line(head.owner, size + 1, align=CENTRE)
        fits = min(2, self.measure * 4.2 / max(len(head.agency), 1) - size)
        last = self.line(head.agency, size + max(fits, -2), bold=True, align=CENTRE)
        for address in head.address:
            last = self.line(address, size - 3, align=CENTRE)
        _rule_below(last)
        self.gap()

    def signature(self, copies: Sequence[str] = ()) -> None:
        """Room for a signature, and nothing that looks like one; never on a bare page. `copies`:
        who else gets the paper."""
        head, size = self.letterhead, self.size - 2
        self.gap(18)
        for line in self.document.paragraphs[-2:]:
            line.paragraph_format.keep_with_next = True
        table = self.document.add_table(rows=1, cols=2)
        left, right = table.rows[0].cells
        _keep_whole(table.rows[0])
        left.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        listed = [words.COPIES, *(f"{n}. {each}" for n, each in enumerate(copies, 1))]
        for place, said in enumerate(listed if copies else []):
            line = left.paragraphs[0] if place == 0 else left.add_paragraph()
            self.run(line, said, size)
        signer = head.signer
        signed = (words.place_and_date(head.place), f"{signer.position},", "", "", "", "")
        for place, said in enumerate(
            (*signed, signer.name, signer.rank, f"{words.NIP} {signer.nip}")
        ):
            line = right.paragraphs[0] if place == 0 else right.add_paragraph()
            line.alignment = CENTRE
            self.run(line, said, size, bold=place == len(signed))

    def packed(self) -> bytes:
        held = BytesIO()
        self.document.save(held)
        return still(held.getvalue())

    # --- the smaller parts -------------------------------------------------------------------

    def run(self, line: Any, said: str, size: float, *, bold: bool = False) -> None:
        run = line.add_run(harmless(said))
        run.font.size, run.bold = Pt(size), bold or None

    def line(self, said: str, size: float, *, bold: bool = False, align: Any = None) -> Any:
        line = self.document.add_paragraph()
        line.alignment = align
        line.paragraph_format.space_after = Pt(2)
        self.run(line, said, size, bold=bold)
        return line

    def heading(self, said: str, *, new_page: bool = False) -> None:
        """A heading to Word as well, for its outline, and in the office's own look."""
        line = self.document.add_paragraph(style="Heading 1")
        form = line.paragraph_format
        form.space_before, form.space_after = Pt(self.size * 0.8), Pt(4)
        form.keep_with_next, form.page_break_before = True, new_page
        self.run(line, said, self.size, bold=True)
        _plain_black(line.runs[0], self.letterhead.font)

    def gap(self, points: float = 4) -> None:
        line = self.document.add_paragraph()
        line.paragraph_format.line_spacing = Pt(points)

    def picture(self, png: bytes) -> None:
        line = self.document.add_paragraph()
        form = line.paragraph_format
        form.line_spacing, form.space_after = 1.0, Pt(4)  # the five charts fill a page
        line.add_run().add_picture(BytesIO(png), width=Mm(self.measure))

    def fields(
        self,
        lines: Iterable[tuple[str, str]],
        first: float,
        *,
        sign: str = ": ",
        size: float | None = None,
    ) -> None:
        """As small as its tables, unless a size is given."""
        size = size or self.size - 2
        table = self.document.add_table(rows=0, cols=2)
        for name, value in lines:
            row = table.add_row()
            for cell, said in zip(row.cells, (name, f"{sign}{value}"), strict=True):
                self.run(cell.paragraphs[0], said, size)
            _keep_whole(row)
        _set_widths(table, [self.measure * first, self.measure * (1 - first)])

    def box(self) -> Any:
        """A cell as wide as the tables are."""
        table = self.document.add_table(rows=1, cols=1)
        table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
        _set_widths(table, [self.measure])
        return table.cell(0, 0)

    def table(
        self,
        rows: Sequence[Sequence[str]],
        shares: Sequence[float],
        *,
        head: bool = True,
        total: bool = False,
        size: float | None = None,
        right: bool = True,
    ) -> None:
        """`right`: all columns but the first are figures."""
        table = self.document.add_table(rows=0, cols=len(shares))
        table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
        for place, row in enumerate(rows):
            first, last = head and place == 0, total and place == len(rows) - 1
            made = table.add_row()
            _keep_whole(made)
            for column, (cell, said) in enumerate(zip(made.cells, row, strict=True)):
                line = cell.paragraphs[0]
                line.alignment = WD_ALIGN_PARAGRAPH.RIGHT if column and right else None
                self.run(line, said, size or self.size - 2, bold=first or last)
                if first:
                    shade(cell, WASH)
            if first:
                _repeat(made)
        _set_widths(table, [self.measure * share for share in shares])


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


def shade(cell: Any, color: str) -> None:
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
