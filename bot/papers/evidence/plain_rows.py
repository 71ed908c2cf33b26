"""Rows of a sheet by the hundred thousand: a number and texts, without anything to be looked at.

xlsxwriter takes 15 µs for a cell. It writes the first row and the last, and so knows how far the
sheet reaches; those between are put in as they stand in the file (ECMA-376, 18.3.1.73).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from io import BytesIO
from itertools import islice

COLUMNS = "BCDEFGHIJKLMNOPQRSTUVWXYZ"  # behind the number's
AT_ONCE = 5_000
END_OF_ROW = b"</row>"
_NO_LETTERS = re.compile("[\ufffe\uffff]")
_READ_AS_LETTER = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")  # "_x0041_" would be shown as "A"


def cell_text(said: str) -> str:
    """What `row` puts in: without control characters it means nothing but itself."""
    return _READ_AS_LETTER.sub("_x005F_", escape(_NO_LETTERS.sub("", said), quote=False))


def row(place: int, number: int, texts: Sequence[str]) -> str:
    cells = "".join(
        f'<c r="{column}{place}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in zip(COLUMNS, texts, strict=False)
    )
    return f'<row r="{place}"><c r="A{place}"><v>{number}</v></c>{cells}</row>'


def with_rows(book: bytes, sheets: Sequence[Iterable[str]]) -> bytes:
    """The workbook with these rows behind the first of each of its sheets."""
    rows = {f"xl/worksheets/sheet{at}.xml": each for at, each in enumerate(sheets, 1)}
    held = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(book)) as given,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for member in given.infolist():
            whole = given.read(member)
            first, sign, rest = whole.partition(END_OF_ROW)
            with made.open(member, "w") as out:
                out.write(first + sign)
                if member.filename in rows:
                    out.writelines(_pieces(rows[member.filename]))
                out.write(rest)
    return held.getvalue()


def _pieces(rows: Iterable[str]) -> Iterator[bytes]:
    left = iter(rows)
    while some := [*islice(left, AT_ONCE)]:
        yield "".join(some).encode()
