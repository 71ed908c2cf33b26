"""The regency's offices, as a list that the agency fills in; empty until then."""

from __future__ import annotations

from pathlib import Path

from bot.data.data_file import HERE, MOST_BYTES, DataError
from bot.text_file import Unfit, read_text, shown

MOST_OFFICES = 500
MOST_NAME = 80  # letters, as of an office that is typed


def offices(path: Path = HERE / "offices.txt") -> tuple[str, ...]:
    """In the order of the file. Raises DataError."""
    try:
        text = read_text(path, most=MOST_BYTES)
    except Unfit as error:
        cure = "restore it, one without names will do"
        raise DataError(f"{path.name}:{error.line}: {error.why.value}; {cure}") from None
    found: dict[str, None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        name = " ".join(line.split())
        if not name or name.startswith("#"):
            continue
        if len(name) > MOST_NAME or not name.isprintable():
            raise DataError(f"{path.name}:{number}: {shown(name)} is no name of an office")
        found[name] = None
    if len(found) > MOST_OFFICES:
        raise DataError(f"{path.name}: over {MOST_OFFICES} offices; one a line, and no other list")
    return tuple(found)
