"""What takes a list of personnel apart, within walls.

    python -m handlers.operator.roster.child < FILE > ANSWER

writes the rows of the file, workbook or CSV, as `answer.py` has them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from typing import IO

from bot.rules.roster import headings
from bot.rules.roster.table import SheetRow
from handlers.operator.roster import answer, refuse
from handlers.operator.roster.answer import Sheet
from handlers.operator.roster.limits import MOST_ANSWER, MOST_ROWS, WALLS
from handlers.operator.roster.refuse import CannotRead

ZIP = b"PK\x03\x04"


def main() -> None:
    WALLS.put_up()
    out = sys.stdout.buffer
    heavy = str(refuse.too_heavy())
    why = _refusal(sys.stdin.buffer, out, heavy)
    if why is not None:
        out.seek(0)
        out.truncate()  # the rows so far: what is behind them is not known
        out.write(answer.refused(heavy if WALLS.are_reached() else why))


def _refusal(file: IO[bytes], out: IO[bytes], heavy: str) -> str | None:
    """Once it is back, what filled the memory is gone, and there is room to speak."""
    try:
        _tell(file, out)
    except (MemoryError, RecursionError):
        return heavy
    except CannotRead as error:
        return str(error)
    return None


def _tell(file: IO[bytes], out: IO[bytes]) -> None:
    rows = size = 0
    for sheet in _sheets(file):
        size += out.write(answer.head(sheet))
        for each in _worth_reading(sheet):
            rows += 1
            line = answer.row(each)
            size += len(line)
            if rows > MOST_ROWS or size > MOST_ANSWER:
                raise CannotRead(f"over {MOST_ROWS} rows, or very long ones; save the list alone")
            out.write(line)


def _sheets(file: IO[bytes]) -> Iterator[Sheet]:
    first = file.read(len(ZIP))
    file.seek(0)
    if first == ZIP:
        from handlers.operator.roster import xlsx_rows  # noqa: PLC0415 - only what this form needs

        yield from xlsx_rows.sheets(file)
        return
    from handlers.operator.roster import csv_rows  # noqa: PLC0415

    yield Sheet(None, hidden=False, rows=csv_rows.rows(file))


def _worth_reading(sheet: Sheet) -> Iterator[SheetRow]:
    """Of a sheet without a list only the beginning, which tells that."""
    if sheet.hidden:
        return
    beginning = list(islice(sheet.rows, headings.LOOKED_AT + headings.TALLEST))
    yield from beginning
    if headings.find([row.cells for row in beginning]) is not None:
        yield from sheet.rows


if __name__ == "__main__":
    main()
