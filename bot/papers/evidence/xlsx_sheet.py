"""What workbooks and their sheets have in common."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from bot.papers.evidence.pack import Pack
from bot.rules.letterhead import Paper
from bot.words import papers as words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767  # letters a cell may hold
A4, FOLIO = 9, 14  # Excel's own numbers of papers
LINE = 110  # letters: what is longer goes on below; it runs over the columns beside it
HEAD = {"bold": True, "bg_color": "#E6EDF2", "border": 1}
FIRST_DAY = date(1899, 12, 30).toordinal()


def as_xlsx(fill: Callable[[Workbook], None], *, font: str | None = None) -> bytes:
    """Row after row to the disk, and every text as the text it is."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes one pays for it

    held = BytesIO()
    with tempfile.TemporaryDirectory(prefix="bot-xlsx-") as folder:
        options: dict[str, object] = {"constant_memory": True, "tmpdir": folder}
        options |= {f"strings_to_{each}": False for each in ("formulas", "numbers", "urls")}
        if font is not None:
            options["default_format_properties"] = {"font_name": font, "font_size": 10}
        book = Workbook(held, options)
        fill(book)
        book.close()
    return held.getvalue()


def in_width(sheet: Worksheet, pack: Pack, title: str = words.RECAP) -> None:
    """Printed, a row is not torn over several pages."""
    sheet.set_landscape()
    sheet.set_paper(A4 if pack.letterhead.paper is Paper.A4 else FOLIO)
    sheet.fit_to_pages(1, 0)
    foot(sheet, words.foot(title, pack.period))


def foot(sheet: Worksheet, said: str) -> None:
    """Below each page that is printed."""
    escaped = said.replace("&", "&&")
    sheet.set_footer(f"&L&8{escaped}&R&8{words.page_of('&P', '&N')}")
