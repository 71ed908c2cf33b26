"""A data file as it is read, and what is told where it cannot be."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.text_file import FileFault, Unfit, read_text, shown

HERE = Path(__file__).parent
MOST_BYTES = 500_000
# A name of thousands of parts takes the parser a minute: its time grows with their square.
LONGEST_LINE = 1_000
MOST_TOML = 100_000
PLACE = re.compile(r"line (?P<line>\d+)")


class DataError(Exception):
    """One line: which file, what is wrong, how to mend it."""


@dataclass(frozen=True)
class Toml:
    file: str
    text: str
    raw: dict[str, Any]

    def at(self, pattern: str) -> str:
        """File and line of the first line that begins so, else of the first."""
        lines = enumerate(self.text.splitlines(), 1)
        found = (number for number, line in lines if re.match(rf"\s*{pattern}", line))
        return f"{self.file}:{next(found, 1)}"


def read_toml(path: Path) -> Toml:
    """TOML as editors save it: also with a byte order mark, which it does not know."""
    text = text_of(path, path.name)
    long = next((n for n, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_LINE), 0)
    if long or len(text) > MOST_TOML:
        raise DataError(
            f"{path.name}:{long or 1}: too long; write lines of at most {LONGEST_LINE} letters,"
            f" {MOST_TOML // 1_000} kB in all"
        )
    try:
        return Toml(path.name, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
    except (ValueError, RecursionError) as error:  # a number or a nesting without end
        reason = type(error).__name__
    found = PLACE.search(reason)
    where = f"{path.name}:{found['line'] if found else 1}"
    raise DataError(f"{where}: no TOML; correct it: {shown(reason)}")


def text_of(path: Path, name: str) -> str:
    try:
        return read_text(path, most=MOST_BYTES)
    except Unfit as unfit:
        where = f"{name}:{unfit.line}:{unfit.column}"
        match unfit.why:
            case FileFault.UNREADABLE:
                raise DataError(f"{name}: cannot be read ({unfit.reason}); correct it") from None
            case FileFault.NO_FILE:
                raise DataError(f"{name}: cannot be read; it is no ordinary file") from None
            case FileFault.TOO_BIG:
                raise DataError(
                    f"{name}: cannot be read; it is larger than {MOST_BYTES // 1_000} kB"
                ) from None
            case _:
                raise DataError(
                    f"{where}: cannot be read ({unfit.why.value}); save it as UTF-8 text"
                ) from None


def sourced(row: dict[str, Any], where: str) -> None:
    if not str(row.get("source", "")).strip():
        raise DataError(f"{where}: write its source")
