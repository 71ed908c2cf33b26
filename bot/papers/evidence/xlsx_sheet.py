"""What the sheets of a workbook have in common."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.papers.evidence.pack import Pack
from bot.rules.letterhead import Paper
from bot.words import papers as words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767  # letters a cell may hold
A4, FOLIO = 9, 14  # Excel's own numbers of papers
LINE = 110  # letters: what is longer goes on below; it runs over the columns beside it
HEAD = {"bold": True, "bg_color": "#E6EDF2", "border": 1}
FIRST_DAY = date(1899, 12, 30).toordinal()


def in_width(sheet: Worksheet, pack: Pack) -> None:
    """Printed, a row is not torn over several pages."""
    sheet.set_landscape()
    sheet.set_paper(A4 if pack.letterhead.paper is Paper.A4 else FOLIO)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&8{_in_footer(words.foot(pack.period))}&R&8{words.page_of('&P', '&N')}")


def _in_footer(said: str) -> str:
    return said.replace("&", "&&")
