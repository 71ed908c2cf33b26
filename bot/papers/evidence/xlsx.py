"""The evidence pack as a workbook: a row a ticket, and a sheet that computes the ratio from them.

What people wrote stays text, also where it begins like a formula.
"""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from textwrap import wrap
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.papers.evidence.pack import Pack, beside, beside_says, identity, named_cells, shown_number
from bot.papers.evidence.xlsx_proofs import ProofSheet
from bot.papers.evidence.xlsx_sheet import FIRST_DAY, HEAD, LINE, LONGEST, as_xlsx, in_width
from bot.rules.companions import Compared
from bot.rules.handling import Handling
from bot.rules.indicator import Edition
from bot.rules.letters import harmless
from bot.rules.report_rows import TicketRow
from bot.words import companions, labels
from bot.words import papers as words
from bot.words.edition import bands
from bot.words.proofs import F02
from bot.words.ticket import CHANNEL

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (
    *(6, 16, 17, 12, 13, 30, 38, 34, 18, 17, 17, 11, 10, 22, 11, 16, 22),
    *(20, 17, 14, 14, 14, 14, 14),
)
KIND, CATEGORY, ENDING, ANSWERED, COUNTED, RESOLVED = "E", "F", "I", "J", "M", "N"
BY_CHANNEL, REOPENED, MASTER = "D", "O", "P"
FIRST_IN_TIME, LATER_MET, LATER_MISSED, LAST_IN_TIME = "U", "V", "W", "X"
MOMENT = "dd/mm/yyyy hh:mm"


def xlsx(pack: Pack) -> bytes:
    """The same bytes for the same pack, whenever it is made."""
    return as_xlsx(lambda book: _fill(book, pack), font=pack.letterhead.font)


def _fill(book: Workbook, pack: Pack) -> None:
    _properties(book, pack)
    rows, sums = book.add_worksheet(words.ROWS_SHEET), book.add_worksheet(words.SUM_SHEET)
    for sheet in (rows, sums):
        in_width(sheet, pack)
    if pack.companions is not None:
        _beside(book, pack, pack.companions)
    for name, some in (
        (words.F02_SHEET, [each for each in pack.proofs if each.title == F02]),
        (words.PROOFS_SHEET, [each for each in pack.proofs if each.title != F02]),
    ):
        if some:
            ProofSheet(book, name, pack).write(some)
    _list(book, rows, pack)
    _Sums(book, sums, pack).write()


def _beside(book: Workbook, pack: Pack, found: Compared) -> None:
    """As the other papers have it, a table below the other."""
    sheet = book.add_worksheet(words.BESIDE_SHEET)
    in_width(sheet, pack)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 2, 60)
    sheet.set_column(3, 5, 18)
    head, at = book.add_format(HEAD), 0
    for table in beside(found):
        for look, row in ((head, table.heads), *((None, row) for row in table.rows)):
            for column, said in enumerate(row):
                sheet.write_string(at, column, harmless(said)[:LONGEST], look)
            at += 1
        at += 1
    for said in beside_says(found):
        for line in wrap(said, LINE):
            sheet.write_string(at, 0, line)
            at += 1


def _properties(book: Workbook, pack: Pack) -> None:
    moment = pack.closed.at if pack.closed else pack.as_of
    book.set_properties(
        {
            "title": f"{words.TITLE.capitalize()}, {pack.period}",
            "author": pack.letterhead.agency,
            "created": moment.astimezone(UTC).replace(tzinfo=None),
            "keywords": words.mark(pack.closed.mark) if pack.closed else "",
        }
    )


def _list(book: Workbook, sheet: Worksheet, pack: Pack) -> None:
    head = book.add_format({**HEAD, "text_wrap": True})
    moment = book.add_format({"num_format": MOMENT, "align": "left"})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for column, name in enumerate((*words.HEADS, *words.MORE_HEADS)):
        sheet.write_string(0, column, name, head)
    for place, row in enumerate(pack.rows, 1):
        _row(sheet, place, row, pack.zone, moment)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(pack.rows), 1), len(WIDTHS) - 1)
    sheet.repeat_rows(0)


def _row(sheet: Worksheet, place: int, row: TicketRow, zone: ZoneInfo, moment: Any) -> None:
    """In the order of the columns: what is written is written for good."""
    sheet.write_number(place, 0, place)
    sheet.write_string(place, 1, shown_number(row))
    sheet.write_number(place, 2, serial(row.received_at, zone), moment)
    for column, text in enumerate((CHANNEL[row.channel], *named_cells(row)[1:]), 3):
        sheet.write_string(place, column, harmless(text)[:LONGEST])
    for column, at in enumerate((row.first_answer_at, row.done_at), 9):
        if at is not None:
            sheet.write_number(place, column, serial(at, zone), moment)
    if row.working_days is not None:
        sheet.write_number(place, 11, row.working_days)
    sheet.write_string(place, 12, words.YES if row.counted else words.NO)
    sheet.write_string(place, 13, words.YES if row.resolved else words.NO)
    sheet.write_number(place, 14, row.reopened)
    for column, known in enumerate((row.master, row.lapor_number), 15):
        if known and not row.of_abuse:
            sheet.write_string(place, column, harmless(known)[:LONGEST])
    _timed(sheet, place, row, zone, moment)


def _timed(sheet: Worksheet, place: int, row: TicketRow, zone: ZoneInfo, moment: Any) -> None:
    """What was in time; nothing where that cannot be told."""
    if row.deadline_class is not None:
        sheet.write_string(place, 17, labels.CLASSES[row.deadline_class])
    if row.due_at is not None:
        sheet.write_number(place, 18, serial(row.due_at, zone), moment)
    if row.work_to_first is not None:
        sheet.write_number(place, 19, round(row.work_to_first.total_seconds() / 3600, 2))
    for column, in_time in ((20, row.first_in_time), (23, row.last_in_time)):
        if in_time is not None:
            sheet.write_string(place, column, words.YES if in_time else words.NO)
    for column, times in enumerate(row.later_in_time or (), 21):
        sheet.write_number(place, column, times)


def serial(at: datetime, zone: ZoneInfo) -> float:
    """Days since Excel's first, local, to the minute as the other papers tell it."""
    local = at.astimezone(zone)
    return local.toordinal() - FIRST_DAY + (local.hour * 60 + local.minute) / 1440


class _Sums:
    """Each figure a formula over the list, with its result beside it for readers that compute
    nothing."""

    def __init__(self, book: Workbook, sheet: Worksheet, pack: Pack) -> None:
        self._sheet, self._pack, self._at = sheet, pack, 0
        self._last = max(len(pack.rows), 1) + 1
        self._bold = book.add_format({"bold": True})
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._head = book.add_format(HEAD)
        self._right = book.add_format({**HEAD, "align": "right"})
        self._whole = book.add_format({"num_format": "#,##0"})
        self._cut = book.add_format({"num_format": "0.00", "bold": True, "font_size": 14})
        self._sum = book.add_format({"num_format": "#,##0", "bold": True, "top": 1})

    def write(self) -> None:
        pack, recap = self._pack, self._pack.recap
        self._sheet.set_column(0, 0, 58)
        self._sheet.set_column(1, 1, 16)
        self._text(words.TITLE, "", self._title)
        for name, value in identity(pack):
            self._text(name, value)
        self._text("", "")
        for line in pack.definition:
            self._text("", line)
        self._text(words.FILTER_SAYS, "", self._bold)
        received = self._figure(words.RECEIVED, self._counted(), recap.received)
        resolved = self._figure(
            words.RESOLVED, self._counted(self._equals(RESOLVED, words.YES)), recap.resolved
        )
        self._figure(
            words.ANSWERED,
            f'=SUMPRODUCT({self._equals(COUNTED, words.YES)},--({self._range(ANSWERED)}<>""))',
            recap.answered,
        )
        self._figure(
            words.REOPENED, self._counted(f"--({self._range(REOPENED)}>0)"), recap.reopened
        )
        merged = self._counted(f'--({self._range(MASTER)}<>"")')
        self._figure(words.MERGED, merged, recap.merged)
        if pack.companions is not None:
            self._in_time(pack.companions.now.handling)
        apart = self._equals(COUNTED, words.NO)
        self._figure(words.INFORMATION_ALONE, f"=SUMPRODUCT({apart})", recap.information)
        self._text("", "")
        self._ratio(received, resolved)
        endings = {words.ENDINGS_SHORT[each]: n for each, n in recap.endings.items()}
        kinds = {words.KINDS[each]: n for each, n in recap.kinds.items()}
        channels = {CHANNEL[each]: n for each, n in recap.channels.items()}
        for title, column, parts in (
            (words.BY_ENDING, ENDING, endings),
            (words.BY_KIND, KIND, kinds),
            (words.BY_CHANNEL, BY_CHANNEL, channels),
            (words.BY_CATEGORY, CATEGORY, recap.categories),
        ):
            self._table(title, column, parts)
        self._closed()

    def _in_time(self, found: Handling) -> None:
        for name, column, each in (
            (companions.FIRST_IN_TIME, FIRST_IN_TIME, found.first),
            (companions.LAST_IN_TIME, LAST_IN_TIME, found.last),
        ):
            for said, count in ((words.YES, each.met), (words.NO, each.missed)):
                self._figure(f"{name}: {said}", self._counted(self._equals(column, said)), count)
        for name, column, count in (
            (companions.LATER_MET, LATER_MET, found.later.met),
            (companions.LATER_MISSED, LATER_MISSED, found.later.missed),
        ):
            summed = f"{self._equals(COUNTED, words.YES)},{self._range(column)}"
            self._figure(name, f"=SUMPRODUCT({summed})", count)

    def _ratio(self, received: str, resolved: str) -> None:
        """Cut at two decimals, as everywhere: rounded, 90,999 would be 91."""
        pack = self._pack
        share = pack.recap.ratio
        cut = "" if share is None else int(share * 100) / 100
        ratio = f'=IF({received}=0,"",ROUNDDOWN(100*{resolved}/{received},2))'
        self._sheet.write_string(self._at, 0, words.RATIO_PERCENT, self._bold)
        self._sheet.write_formula(self._at, 1, ratio, self._cut, cut)
        self._at += 1
        level = _level_formula(received, resolved, pack.edition)
        self._sheet.write_string(self._at, 0, words.LEVEL, self._bold)
        self._sheet.write_formula(self._at, 1, level, self._whole, pack.level)
        self._at += 1
        self._text(words.formula_words(), bands(pack.edition))

    def _table(self, title: str, column: str, parts: dict[str, int]) -> None:
        self._text("", "")
        self._sheet.write_string(self._at, 0, title, self._head)
        self._sheet.write_string(self._at, 1, words.COUNT, self._right)
        self._at += 1
        first = self._at + 1
        for name, count in parts.items():
            same = f"--EXACT({self._range(column)},$A${self._at + 1})"
            self._figure(harmless(name)[:LONGEST], self._counted(same), count)
        total = f"=SUM(B{first}:B{self._at})" if parts else "=0"
        self._sheet.write_string(self._at, 0, words.TOTAL, self._sum)
        self._sheet.write_formula(self._at, 1, total, self._sum, sum(parts.values()))
        self._at += 1

    def _closed(self) -> None:
        closed = self._pack.closed
        for line in self._pack.corrections:
            self._text("", line)
        if closed is not None:
            self._text("", words.frozen(closed.at, self._pack.zone))
            self._text(words.MARK, f"{closed.mark} ({words.MARK_SAYS})")

    def _text(self, name: str, value: str, look: Any = None) -> None:
        if name:
            self._sheet.write_string(self._at, 0, name, look)
        for line in wrap(harmless(value), LINE) or [""]:
            if line:
                self._sheet.write_string(self._at, 1, line)
            self._at += 1

    def _figure(self, name: str, formula: str, value: int) -> str:
        """Where it stands."""
        self._sheet.write_string(self._at, 0, name)
        self._sheet.write_formula(self._at, 1, formula, self._whole, value)
        self._at += 1
        return f"$B${self._at}"

    def _counted(self, *also: str) -> str:
        return f"=SUMPRODUCT({','.join((self._equals(COUNTED, words.YES), *also))})"

    def _equals(self, column: str, value: str) -> str:
        return f'--({self._range(column)}="{value}")'

    def _range(self, column: str) -> str:
        return f"'{words.ROWS_SHEET}'!${column}$2:${column}${self._last}"


def _level_formula(received: str, resolved: str, edition: Edition) -> str:
    """With whole numbers only, so that no ratio is rounded before it is compared."""
    top = _reaches(received, resolved, edition.level3, ">" if edition.level3_exclusive else ">=")
    second = _reaches(received, resolved, edition.level2, ">=")
    return f"=IF({received}=0,1,IF({top},3,IF({second},2,1)))"


def _reaches(received: str, resolved: str, share: Fraction, sign: str) -> str:
    return f"100*{resolved}*{share.denominator}{sign}{share.numerator}*{received}"
