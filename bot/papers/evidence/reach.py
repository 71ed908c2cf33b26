"""The reach of the desk: a page with its tables and charts, and the rows behind them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from bot.papers.evidence.bars import Bars
from bot.papers.evidence.proofs import Proof
from bot.papers.evidence.ruled import Ruled
from bot.rules.letters import harmless
from bot.rules.proofs import Held
from bot.rules.reach import Bands, Contact, Reach
from bot.words import reach as words

MOST_BARS = 12
WIDE = (0.36, 0.64)
THIRDS = (0.5, 0.25, 0.25)
OFFICE_SHARES = (0.48, 0.13, 0.14, 0.12, 0.13)
WIDTHS = (10, 18, 32, 50, 24)
HEAD = {"bold": True, "bg_color": "#E6EDF2", "border": 1}
LONGEST = 32_767  # letters a cell may hold


@dataclass(frozen=True)
class Reached:
    """What the page is made of."""

    reach: Reach
    bands: Bands
    held: Held
    timezone: str


def reach_page(of: Reached) -> Proof:
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
    charts = [
        Bars(words.MONTHS, tuple((words.month(each.first), each.people) for each in found.months))
    ]
    most = found.offices[:MOST_BARS]
    if most:
        charts.append(Bars(words.OFFICES, tuple((each.name, each.people) for each in most)))
    notes = words.notes(found, of.bands, of.held)
    return Proof(words.TITLE, tuple(tables), notes, tuple(charts))


def rows_xlsx(found: Reach, as_of: datetime) -> bytes:
    """Each person has a number of this file alone, and what doesn't show whose it is one of its
    own. The same bytes for the same reach."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes one pays for it

    held = BytesIO()
    with tempfile.TemporaryDirectory(prefix="bot-reach-") as folder:
        options = {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False}
        options |= {"strings_to_urls": False, "strings_to_numbers": False}
        book = Workbook(held, options)
        book.set_properties({"created": as_of.astimezone(UTC).replace(tzinfo=None)})
        sheet, head = book.add_worksheet(words.ROWS), book.add_format(HEAD)
        for column, (name, width) in enumerate(zip(words.ROW_HEADS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, head)
        for place, (person, *texts) in enumerate(_rows(found), 1):
            sheet.write_number(place, 0, int(person))
            for column, said in enumerate(texts, 1):
                sheet.write_string(place, column, harmless(said)[:LONGEST])
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(found.contacts), 1), len(WIDTHS) - 1)
        book.close()
    return held.getvalue()


def _rows(of: Reach) -> list[tuple[str, ...]]:
    numbers: dict[int | Contact, int] = {}
    ordered = sorted(
        of.contacts,
        key=lambda each: (
            *(not each.shown, each.office is None, (each.office or "").casefold()),
            each.person if each.shown else 0,  # its place would tell it, too
        ),
    )
    rows = [
        (
            str(numbers.setdefault(each.person if each.shown else each, len(numbers) + 1)),
            words.month(each.month),
            words.WAYS[each.way],
            each.office or words.NOT_TOLD,
            words.listed(each),
        )
        for each in ordered
    ]
    return sorted(rows, key=lambda row: int(row[0]))
