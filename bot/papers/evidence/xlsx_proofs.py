"""The other proofs in the workbook, a table below the other: counts, shares and dates as such."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from bot.papers.evidence.pack import Pack
from bot.papers.evidence.proofs import Proof
from bot.papers.evidence.ruled import Ruled
from bot.papers.evidence.xlsx_sheet import FIRST_DAY, HEAD, LINE, LONGEST, in_width
from bot.rules.letters import harmless
from bot.words.dates import read_date
from bot.words.figures import read_number, read_percent

if TYPE_CHECKING:
    from xlsxwriter import Workbook


class ProofSheet:
    """A closed period keeps its tables as they were printed: figures are read back from them."""

    def __init__(self, book: Workbook, name: str, pack: Pack) -> None:
        self._sheet, self._at = book.add_worksheet(name), 0
        in_width(self._sheet, pack)
        self._sheet.set_column(0, 0, 60)
        self._sheet.set_column(1, 5, 18)
        self._title = book.add_format({"bold": True, "font_size": 12})
        self._head = book.add_format({**HEAD, "text_wrap": True})
        left = {"align": "left"}
        self._count = book.add_format({"num_format": "#,##0", **left})
        self._share = book.add_format({"num_format": "0.00 %", **left})
        self._day = book.add_format({"num_format": "dd/mm/yyyy", **left})

    def write(self, proofs: Sequence[Proof]) -> None:
        for proof in proofs:
            self._sheet.write_string(self._at, 0, proof.title, self._title)
            self._at += 1
            for table in proof.tables:
                self._table(table)
            for note in proof.notes:
                for line in wrap(harmless(note), LINE):
                    self._sheet.write_string(self._at, 0, line)
                    self._at += 1
            self._at += 1

    def _table(self, table: Ruled) -> None:
        for column, name in enumerate(table.heads):
            self._sheet.write_string(self._at, column, name, self._head)
        self._at += 1
        for name, *cells in table.rows:
            self._sheet.write_string(self._at, 0, harmless(name)[:LONGEST])
            for column, said in enumerate(cells, 1):
                self._cell(column, said)
            self._at += 1
        self._at += 1

    def _cell(self, column: int, said: str) -> None:
        if (count := read_number(said)) is not None:
            self._sheet.write_number(self._at, column, count, self._count)
        elif (share := read_percent(said)) is not None:
            self._sheet.write_number(self._at, column, float(share / 100), self._share)
        elif (day := read_date(said)) is not None:
            self._sheet.write_number(self._at, column, day.toordinal() - FIRST_DAY, self._day)
        else:
            self._sheet.write_string(self._at, column, harmless(said)[:LONGEST])
