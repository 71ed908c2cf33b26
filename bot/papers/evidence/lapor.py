"""The list for SP4N-LAPOR!, as a workbook: a row a ticket, what people wrote is not in it."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from bot.papers.evidence.pack import Pack, named_cells, shown_number
from bot.papers.evidence.xlsx import MOMENT, serial
from bot.papers.evidence.xlsx_sheet import HEAD, LONGEST, as_xlsx, in_width
from bot.rules.letters import harmless
from bot.words import lapor as words

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (20, 17, 17, 22, 30, 14, 38, 30, 40, 34, 17, 17)


def lapor_xlsx(pack: Pack) -> bytes:
    """The same bytes for the same pack."""
    return as_xlsx(lambda book: _fill(book, pack))


def _fill(book: Workbook, pack: Pack) -> None:
    created = pack.as_of.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"author": pack.letterhead.agency, "created": created})
    sheet = book.add_worksheet(words.SHEET)
    in_width(sheet, pack, words.SHEET)
    _list(book, sheet, pack)
    about = book.add_worksheet(words.ABOUT)
    in_width(about, pack, words.SHEET)
    for place, said in enumerate((pack.period, *words.NOTES)):
        about.write_string(place, 0, said)


def _list(book: Workbook, sheet: Worksheet, pack: Pack) -> None:
    head = book.add_format({**HEAD, "text_wrap": True})
    moment = book.add_format({"num_format": MOMENT, "align": "left"})
    for column, (name, width) in enumerate(zip(words.HEADS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    for place, row in enumerate(pack.rows, 1):
        channel, _, category, office, status, _ = named_cells(row)
        lapor_number = "" if row.of_abuse else row.lapor_number or ""
        sheet.write_string(place, 0, harmless(lapor_number)[:LONGEST])
        sheet.write_string(place, 1, shown_number(row))
        sheet.write_number(place, 2, serial(row.received_at, pack.zone), moment)
        texts = (words.CLASSES[row.kind], category, channel, office)
        for column, said in enumerate((*texts, words.UNKNOWN, words.UNKNOWN, status), 3):
            sheet.write_string(place, column, harmless(said)[:LONGEST])
        for column, at in enumerate((row.first_answer_at, row.done_at), 10):
            if at is not None:
                sheet.write_number(place, column, serial(at, pack.zone), moment)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(pack.rows), 1), len(WIDTHS) - 1)
