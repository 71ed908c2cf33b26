"""A DOCX as headings, paragraphs and table rows. Runs in the sandbox only."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as Docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from faq.importing import refuse
from faq.importing.headings import LONGEST
from faq.importing.numbering import BOLD_LEVEL, numbered
from faq.importing.paragraphs import item
from faq.importing.zip_safety import unpacked

STYLE = re.compile(r"^(?:heading|judul|tajuk)\s*(?P<level>[1-9])$", re.IGNORECASE)
TITLE = frozenset({"title", "judul"})
# lxml's errors are SyntaxErrors or ValueErrors.
BROKEN = (
    PackageNotFoundError,
    ArithmeticError,
    AttributeError,
    BadZipFile,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)
CELLS = " | "
DEEPEST_STYLE = 10
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TYPE, _TEXT, _BREAK = _W + "type", _W + "t", _W + "br"
_SOFT_BREAK, _PAGE_BEFORE = _W + "lastRenderedPageBreak", _W + "pageBreakBefore"


def read(file: IO[bytes], name: str) -> dict[str, Any]:
    texts = unpacked(file, name)
    try:
        document = Document(texts)
        reader = _Reader(document)
        found = list(reader.pieces())
        title = reader.title or document.core_properties.title
    except BROKEN as error:
        raise refuse.cut_off(name) from error
    return {"pages": reader.page, "title": title or "", "pieces": found}


@dataclass(frozen=True)
class ParagraphStyle:
    """What a paragraph's style says; looked up once for each style, as python-docx is slow."""

    name: str
    level: int
    bold: bool


PLAIN = ParagraphStyle("", 0, bold=False)


class _Reader:
    """Counts pages by the breaks Word has left behind where it last laid the text out."""

    def __init__(self, document: Docx) -> None:
        self.document = document
        self.page = 1
        self.title = ""
        self.looks = {style.style_id: _look(style) for style in document.styles}
        body = document.element.body
        # Where Word has laid the pages out its own marks also follow the breaks set by hand.
        self.soft = next(body.iter(_SOFT_BREAK), None) is not None
        self.styled = any(self._look(paragraph).level for paragraph in body.iter(_W + "p"))

    def _look(self, paragraph: Any) -> ParagraphStyle:
        return self.looks.get(paragraph.style, PLAIN)

    def pieces(self) -> Iterator[tuple[int, str, int]]:
        for block in self.document.iter_inner_content():
            if isinstance(block, Table):
                yield from self._table(block)
            else:
                yield from self._paragraph(block)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[tuple[int, str, int]]:
        element, before = paragraph._p, self.page
        self.page += self._breaks(element)
        text = " ".join(paragraph.text.split())
        look = self._look(element)
        if not text:
            return
        if look.name in TITLE:
            self.title = self.title or text
            return
        level = look.level or self._level_by_hand(paragraph, look, text)
        page = self.page if self.page > before and _breaks_first(element) else before
        if level:
            number = numbered(text)
            yield page, number.title or text if number else text, level
        else:
            yield page, _listed(element, look, text), 0

    def _level_by_hand(self, paragraph: Paragraph, look: ParagraphStyle, text: str) -> int:
        """Where there are no heading styles anywhere, somebody made headings of bold lines."""
        if self.styled or len(text) > LONGEST:
            return 0
        number, bold = numbered(text), _all_bold(paragraph, look)
        if number and (bold or number.sure):
            return number.level
        return BOLD_LEVEL if bold and not text.endswith((".", ",", ";", ":")) else 0

    def _table(self, table: Table) -> Iterator[tuple[int, str, int]]:
        """By the elements: asking python-docx for cells takes time by the square of the table."""
        for row in table._tbl.iter(_W + "tr"):
            cells = [_text_of(cell) for cell in row.iter(_W + "tc")]
            self.page += sum(self._breaks(paragraph) for paragraph in row.iter(_W + "p"))
            told = CELLS.join(cell for cell in cells if cell)
            if told:
                yield self.page, told, 0

    def _breaks(self, paragraph: Any) -> int:
        if self.soft:
            return len(list(paragraph.iter(_SOFT_BREAK)))
        hard = [element for element in paragraph.iter(_BREAK) if element.get(_TYPE) == "page"]
        return len(hard) + len(list(paragraph.iter(_PAGE_BEFORE)))


def _look(style: Any) -> ParagraphStyle:
    """The level by the style's name or that of a style it is based on; 1 is a chapter."""
    name, bold = (
        (style.name or "").casefold(),
        bool(getattr(style, "font", None) and style.font.bold),
    )
    for _ in range(DEEPEST_STYLE):
        if style is None:
            break
        if found := STYLE.match(style.name or ""):
            return ParagraphStyle(name, int(found["level"]), bold)
        style = getattr(style, "base_style", None)
    return ParagraphStyle(name, 0, bold)


def _all_bold(paragraph: Paragraph, look: ParagraphStyle) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold or (run.bold is None and look.bold) for run in runs)


def _listed(paragraph: Any, look: ParagraphStyle, text: str) -> str:
    """Word keeps a list's numbers outside the text; without them a list is still a list."""
    in_list = next(paragraph.iter(_W + "numPr"), None) is not None
    return f"- {text}" if in_list or look.name.startswith("list ") else item(text)


def _text_of(cell: Any) -> str:
    """The words of a cell, and of a table within it only once, with its own row."""
    paragraphs = (element for element in cell.iterchildren(_W + "p"))
    texts = ("".join(part.text or "" for part in p.iter(_TEXT)) for p in paragraphs)
    return " ".join(" ".join(texts).split())


def _breaks_first(paragraph: Any) -> bool:
    """The break stands before any text of the paragraph."""
    for element in paragraph.iter(_BREAK, _SOFT_BREAK, _PAGE_BEFORE, _TEXT):
        if element.tag == _TEXT:
            return False
        if element.tag != _BREAK or element.get(_TYPE) == "page":
            return True
    return False
