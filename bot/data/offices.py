"""The regency's offices, as a list that the agency fills in; empty until then."""

from __future__ import annotations

from pathlib import Path

from bot.data.data_file import HERE, MOST_BYTES, DataError
from bot.rules.offices import Offices
from bot.text_file import FileFault, Unfit, read_text, shown

MOST_OFFICES = 500
MOST_NAME = 80  # letters, as of an office that is typed
CALLED = "="  # between today's name and those it had before
CURES = {
    FileFault.NO_FILE: "give OFFICES_FILE a text file",
    FileFault.UNREADABLE: "look whether the file is there and may be read",
}


def offices(path: Path = HERE / "offices.txt") -> Offices:
    """In the order of the file. Raises DataError."""
    try:
        text = read_text(path, most=MOST_BYTES)
    except Unfit as error:
        cure = CURES.get(error.why, "restore it, one without names will do")
        raise DataError(f"{path.name}:{error.line}: {error.why.value}; {cure}") from None
    found: dict[str, None] = {}
    former: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        today, called, others = line.partition(CALLED)
        name = _name(today, path, number)
        found[name] = None
        for other in others.split(";") if called else ():
            if other.strip():
                old = _name(other, path, number)
                if former.get(old, name) != name:
                    first = f"{shown(old)} is named for two offices"
                    raise DataError(f"{path.name}:{number}: {first}; leave it with one of them")
                former[old] = name
    if len(found) > MOST_OFFICES:
        raise DataError(f"{path.name}: over {MOST_OFFICES} offices; one a line, and no other list")
    both = next((old for old in former if old in found), None)
    if both is not None:
        cure = "take its own line out, or the mention behind ="
        raise DataError(f"{path.name}: {shown(both)} is today's name and a former one; {cure}")
    return Offices(tuple(found), former)


def _name(text: str, path: Path, number: int) -> str:
    name = " ".join(text.split())
    if not name or len(name) > MOST_NAME or not name.isprintable():
        raise DataError(f"{path.name}:{number}: {shown(name)} is no name of an office")
    return name
