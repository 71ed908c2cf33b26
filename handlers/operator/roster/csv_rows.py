"""A text file's rows, whatever program saved it: its own letters tell encoding and separator.

For the child process alone.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import IO

from bot.rules.roster.people import Flaw
from bot.rules.roster.table import SheetRow
from handlers.operator.roster.refuse import CannotRead

SEPARATORS = ";,\t|"
LOOKED_AT = 30  # lines
PIECE = 1 << 20
MOST_CELL = 100_000  # letters
LONGEST_LINE = 1_000_000  # letters; a row of a workbook as wide as can be has few of them
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLD_WINDOWS = "cp1252"


def encoding_of(file: IO[bytes]) -> str:
    """By its mark; without one UTF-8 where all of it is that, else what old Windows wrote."""
    first = file.read(4_096)
    for mark, name in MARKS:
        if first.startswith(mark):
            return name
    if first[1::2].count(0) > len(first) / 4:
        return "utf-16-le"
    if first[::2].count(0) > len(first) / 4:
        return "utf-16-be"
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return OLD_WINDOWS
    return "utf-8"


def rows(file: IO[bytes]) -> Iterator[SheetRow]:
    """Each with the line on which it begins. Raises CannotRead."""
    encoding = encoding_of(file)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    separator, passed_over = _separator(text)
    text.seek(0)
    lines = (line.replace("\0", "") for line in islice(_lines(text), passed_over, None))
    yield from _taken_apart(lines, separator, passed_over)


def _taken_apart(lines: Iterator[str], separator: str, passed_over: int) -> Iterator[SheetRow]:
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(lines, delimiter=separator)
    last = passed_over
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield SheetRow(last + 1, (), Flaw.RAN_ON)
            last = passed_over + reader.line_num
            continue
        yield SheetRow(last + 1, tuple(cells))
        last = passed_over + reader.line_num


def _lines(text: IO[str]) -> Iterator[str]:
    number = 1
    while line := text.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise CannotRead(
                f"line {number} has over {LONGEST_LINE} letters;"
                " save it as CSV with a line for each row, or as .xlsx"
            )
        yield line
        number += 1


def _separator(text: IO[str]) -> tuple[str, int]:
    """And how many lines only told which it is ("sep=;"), as Excel writes and reads it."""
    first = list(islice(_lines(text), LOOKED_AT))
    if first and first[0].strip().casefold().startswith("sep="):
        named = first[0].strip("\r\n")[4:5]
        if named in SEPARATORS and named:
            return named, 1
    counts: Counter[str] = Counter()
    for line in first:
        outside = "".join(line.split('"')[::2])
        for sign in SEPARATORS:
            if sign in outside:
                counts[sign] += min(outside.count(sign), 30)
    if not counts:
        raise CannotRead(
            "the file has one column only; save it as CSV with ; , or tab between the columns,"
            " or as .xlsx"
        )
    return counts.most_common(1)[0][0], 0
