"""The reach of the desk: a page with its tables and charts, and the rows behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.papers.evidence.bars import Bars
from bot.papers.evidence.plain_rows import cell_text, row, with_rows
from bot.papers.evidence.proofs import Proof
from bot.papers.evidence.ruled import Ruled
from bot.papers.evidence.xlsx_sheet import A4, HEAD, LONGEST, as_xlsx, foot
from bot.rules.letters import harmless
from bot.rules.proofs import ProofThresholds
from bot.rules.reach import Contact, Reach, ReachLevels, numbered
from bot.words import reach as words

if TYPE_CHECKING:
    from xlsxwriter import Workbook

MOST_BARS = 12
MOST_MONTHS = 24  # as bars; the table above them has each
WIDE = (0.36, 0.64)
THIRDS = (0.5, 0.25, 0.25)
OFFICE_SHARES = (0.48, 0.13, 0.14, 0.12, 0.13)
WIDTHS = (10, 18, 32, 50, 24)
MOST_ROWS = 1_048_575  # of a sheet, below its headings

Rows = Sequence[tuple[int, Contact]]


@dataclass(frozen=True)
class ReachPaper:
    """What the page is made of."""

    reach: Reach
    bands: ReachLevels
    held: ProofThresholds
    timezone: str


def reach_page(of: ReachPaper) -> Proof:
    found = of.reach
    tables = [
        Ruled(words.HEADS, words.overview(found, ZoneInfo(of.timezone)), WIDE),
        Ruled(words.INDICATOR_HEADS, words.indicators(found, of.bands, of.held), WIDE),
        Ruled(words.MONTH_HEADS, words.months(found), THIRDS),
    ]
    if found.offices:
        tables.append(Ruled(words.OFFICE_HEADS, words.offices(found, of.bands), OFFICE_SHARES))
    if found.personnel is not None:
        tables.append(Ruled((words.NEVER_HEAD,), ((words.never(found),),), (1.0,)))
    newest = found.months[-MOST_MONTHS:]
    title = words.months_title(len(newest), len(found.months))
    charts = [Bars(title, tuple((words.month(each.first), each.people) for each in newest))]
    most = found.offices[:MOST_BARS]
    if most:
        charts.append(Bars(words.OFFICES, tuple((each.name, each.people) for each in most)))
    notes = words.notes(found, of.bands, of.held)
    return Proof(words.TITLE, tuple(tables), notes, tuple(charts))


def rows_xlsx(found: Reach, as_of: datetime) -> bytes:
    """Each person has a number of this file alone, and what doesn't show whose it is one of its
    own. The same bytes for the same reach."""
    rows = numbered(found.contacts)
    sheets = [rows[first : first + MOST_ROWS] for first in range(0, len(rows) or 1, MOST_ROWS)]
    book = as_xlsx(lambda book: _fill(book, sheets, as_of))
    return with_rows(book, [_between(some) for some in sheets])


def _fill(book: Workbook, sheets: Sequence[Rows], as_of: datetime) -> None:
    book.set_properties({"created": as_of.astimezone(UTC).replace(tzinfo=None)})
    head = book.add_format(HEAD)
    for number, rows in enumerate(sheets, 1):
        name = words.ROWS if number == 1 else f"{words.ROWS} {number}"
        sheet = book.add_worksheet(name)
        for column, (heading, width) in enumerate(zip(words.ROW_HEADS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading, head)
        for person, each in rows[-1:]:
            sheet.write_number(len(rows), 0, person)
            for column, said in enumerate(_texts(each), 1):
                sheet.write_string(len(rows), column, said)
        sheet.freeze_panes(1, 0)
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)  # printed, a row is not torn over several pages
        sheet.repeat_rows(0)
        foot(sheet, words.ROWS)
        sheet.autofilter(0, 0, max(len(rows), 1), len(WIDTHS) - 1)


def _between(rows: Rows) -> Iterator[str]:
    """All but the last. Many say the same of somebody else."""
    known: dict[tuple[object, ...], tuple[str, ...]] = {}
    for place, (person, each) in enumerate(rows[:-1], 2):
        said = each[1:]
        if said not in known:
            known[said] = tuple(map(cell_text, _texts(each)))
        yield row(place, person, known[said])


def _texts(of: Contact) -> tuple[str, ...]:
    said = (
        words.month(of.month),
        words.WAYS[of.way],
        of.office or words.NOT_TOLD,
        words.listed(of),
    )
    return tuple(harmless(each)[:LONGEST] for each in said)
