"""A sheet from its titles to the signature below it: which rows are somebody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain, islice
from typing import NamedTuple

from bot.rules.roster import headings
from bot.rules.roster import nip as numbers
from bot.rules.roster.cells import Cell, Cells, MergedCell, covered_from_above, text_of
from bot.rules.roster.headings import Field, Header
from bot.rules.roster.people import BadRow, Flaw, ReadEmployee, Reader, Why

LONGEST_CELL = 2_000  # letters; beyond, a quotation mark was not closed
MOST_LINES = 6  # of text in a cell


class SheetRow(NamedTuple):
    line: int
    cells: Cells
    broken: Why | None = None  # found while the file was taken apart


class NonPersonRow(StrEnum):
    """What a row is that nobody is missed in."""

    TOTAL = "total"
    SECTION = "section"
    HEADINGS = "headings"
    NUMBERING = "numbering"
    GOES_ON = "goes_on"
    FOOTER = "footer"


@dataclass(frozen=True)
class FaultyRow:
    line: int
    why: Why
    detail: str = ""


@dataclass(frozen=True)
class SkippedRow:
    line: int
    what: NonPersonRow


@dataclass(frozen=True)
class EmployeeRow:
    line: int
    noted: ReadEmployee


class NoTable(Exception):
    """No headings of names and NIPs; `numbers`: though there is something like a NIP."""

    def __init__(self, *, numbers: bool) -> None:
        super().__init__(numbers)
        self.numbers = numbers


_TOTAL = re.compile(r"\b(?:jumlah|total|sub ?total|rekapitulasi|keseluruhan)\b", re.IGNORECASE)
_FOOTER = re.compile(
    r"\b(?:mengetahui|menyetujui|dibuat oleh|disusun oleh|ditetapkan di|keterangan|catatan"
    r"|a\.?n\.? (?:bupati|sekretaris)|plt\.?|plh\.?|sumber data)\b"
    r"|^nip\b|^[a-z .]{3,30},\s*(?:\d{1,2}|[. ]{3,})?\s*(?:januari|februari|maret|april|mei|juni"
    r"|juli|agustus|september|oktober|november|desember)\b|^kepala\b.*,?$",
    re.IGNORECASE,
)
_OFFICE_WORD = re.compile(
    r"^(?:[ivxa-h\d]{1,4}[.)]\s*)?(?:badan|dinas|kantor|bagian|bidang|sekretariat|inspektorat"
    r"|kecamatan|kelurahan|desa|uptd?|puskesmas|rsud|satuan|unit kerja|opd|skpd|sd|sdn|smp|smpn"
    r"|tk|bkpsdm|asisten|staf ahli)\b",
    re.IGNORECASE,
)
_TOLD_OFFICE = re.compile(
    r"^(?:unit kerja|unit organisasi|opd|skpd|perangkat daerah|instansi|satuan kerja|kantor)"
    r"\s*:\s*(.*)$",
    re.IGNORECASE,
)


def people(
    rows: Iterable[SheetRow],
    *,
    today: date,
    office_of: Callable[[str], tuple[str, bool]],
    named: str | None = None,
    delimited: bool = False,
) -> Iterator[EmployeeRow | FaultyRow | SkippedRow]:
    """`named`: the office that the sheet is called after. `delimited`: more cells than headings
    mean a separator within one; in a workbook only a remark beside the list. Raises NoTable."""
    rows = iter(rows)
    head = list(islice(rows, headings.LOOKED_AT + headings.TALLEST))
    header = headings.find([row.cells for row in head])
    if header is None:
        raise NoTable(numbers=any(headings.holds_number(row.cells) for row in head))
    office = named
    if Field.OFFICE not in header.columns:
        office = _told_above(head[: header.first]) or named
    reader = Reader(header, today, office_of, office)
    yield from _Walk(reader, delimited).over(chain(head[header.below :], rows))


def named_after(sheet: str) -> str | None:
    """The office that a sheet is called after, if it is one at all."""
    return sheet.strip() if _OFFICE_WORD.match(sheet.strip()) else None


def _told_above(rows: Iterable[SheetRow]) -> str | None:
    for row in rows:
        told = [text for cell in row.cells if (text := text_of(cell))]
        line = " ".join(dict.fromkeys(told))
        found = _TOLD_OFFICE.match(line)
        if found is not None and found[1].strip(" :"):
            return found[1].strip(" :")
    return None


class _Walk:
    def __init__(self, reader: Reader, delimited: bool) -> None:
        self.reader = reader
        self.delimited = delimited
        self.header: Header = reader.header
        self.at_end = False

    def over(self, rows: Iterable[SheetRow]) -> Iterator[EmployeeRow | FaultyRow | SkippedRow]:
        nips: list[str] = []
        last = 0
        for row in rows:
            found = self._of(row)
            if found is not None:
                last = row.line
                yield found
            if isinstance(found, EmployeeRow) and len(nips) < 1_000:
                nips.append(found.noted.employee.nip)
        if numbers.all_rounded(nips):
            yield FaultyRow(last, Flaw.ALL_ROUNDED)

    def _of(self, row: SheetRow) -> EmployeeRow | FaultyRow | SkippedRow | None:
        if row.broken is not None:
            return FaultyRow(row.line, row.broken)
        told = [(at, text) for at, cell in enumerate(row.cells) if (text := _own(cell))]
        if not told:
            return None
        passed = self._passed(row, told)
        if passed is not None:
            return SkippedRow(row.line, passed)
        if any(len(text) > LONGEST_CELL for _, text in told) or self._ran_on(row.cells):
            return FaultyRow(row.line, Flaw.RAN_ON)
        if self.delimited and told[-1][0] >= self.header.width:
            return FaultyRow(row.line, Flaw.TOO_WIDE)
        try:
            found = self.reader.read(row.cells)
        except BadRow as error:
            return FaultyRow(row.line, error.why, error.detail)
        self.at_end = False
        return EmployeeRow(row.line, found)

    def _ran_on(self, cells: Cells) -> bool:
        """Lines of the file within one cell: its quotation mark was not closed."""
        of_numbers = self.header.columns[Field.NIP]
        return any(
            isinstance(cell, str)
            and "\n" in cell
            and (
                cell.count("\n") > MOST_LINES
                or (at not in of_numbers and headings.holds_number((cell,)))
            )
            for at, cell in enumerate(cells)
        )

    def _passed(self, row: SheetRow, told: list[tuple[int, str]]) -> NonPersonRow | None:
        nip_at, name_at = self.header.columns[Field.NIP], self.header.columns[Field.NAME]
        in_nip = [row.cells[at] for at in nip_at if at < len(row.cells)]
        if any(covered_from_above(cell) for cell in in_nip) and not self._own_name(row):
            titles = any(headings.field_of(text_of(cell))[0] is Field.NIP for cell in in_nip)
            return NonPersonRow.HEADINGS if titles else NonPersonRow.GOES_ON
        has_number = any(headings.holds_number((cell,)) for cell in in_nip)
        if has_number:
            signature = self.at_end and len(told) == 1
            return NonPersonRow.FOOTER if signature else None
        line = " ".join(text for _, text in told)
        if headings.is_numbering(row.cells):
            return NonPersonRow.NUMBERING
        if self._is_headings(row):
            return NonPersonRow.HEADINGS
        if _TOTAL.search(line) and not self._looks_like_somebody(row):
            self.at_end = True
            return NonPersonRow.TOTAL
        in_list = any(text_of(cell) for cell in in_nip) or any(at in name_at for at, _ in told)
        if self.at_end or (_FOOTER.search(line) and not self._numbered(told)):
            self.at_end = True
            return NonPersonRow.FOOTER
        if (
            len(told) <= 2
            and _OFFICE_WORD.match(told[-1][1])
            and not any(text_of(cell) for cell in in_nip)
        ):
            self.reader = self.reader.under(told[-1][1])
            return NonPersonRow.SECTION
        if not in_list and len(told) <= 2:
            return NonPersonRow.FOOTER
        return None

    def _own_name(self, row: SheetRow) -> bool:
        cells = [row.cells[at] for at in self.header.columns[Field.NAME] if at < len(row.cells)]
        return any(text_of(cell) and not isinstance(cell, MergedCell) for cell in cells)

    def _looks_like_somebody(self, row: SheetRow) -> bool:
        nip = self.reader.first(row.cells, Field.NIP)
        return sum(sign.isdecimal() for sign in nip) >= 8

    def _numbered(self, told: list[tuple[int, str]]) -> bool:
        """ "3. …" at its beginning: a row of the list."""
        return told[0][1].rstrip(".").isdecimal() and len(told) > 2

    def _is_headings(self, row: SheetRow) -> bool:
        fields = {headings.field_of(text_of(cell))[0] for cell in row.cells} - {None}
        return {Field.NIP, Field.NAME} <= fields


def _own(cell: Cell) -> str:
    """Not what a merged cell shows in all the rows and columns it covers."""
    return "" if isinstance(cell, MergedCell) else text_of(cell)
