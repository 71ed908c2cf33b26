"""A session of Coaching Clinic in one message, as an officer writes it, and who was there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import partial

from bot.rules.clinic import Part
from faq.text import vocabulary
from faq.text.dates.date_words import any_of
from faq.text.dates.session_time import read_when
from faq.text.vocabulary import phrases

FILE = "clinic.txt"
_one_of = partial(vocabulary.one_of, file=FILE)

LABELS: Mapping[str, Part] = {label: part for part in Part for label in phrases(part, FILE)}
_LABELLED = re.compile(rf"({any_of(LABELS)})\s*[:=]\s*(.*)", re.IGNORECASE | re.DOTALL)
_SEATS = re.compile(rf"(\d{{1,4}})(?:\s*{_one_of('seats')})?", re.IGNORECASE)
_PLACED = (Part.TOPIC, Part.TIME, Part.PLACE, Part.CAPACITY, Part.TRAINERS, Part.OFFICES)


def read_order(text: str, today: date) -> dict[Part, str]:
    """ "SKP | 3 Desember 2026 09.00 | Aula | 20": by their labels, else by what they look like,
    else by their order."""
    pieces = [" ".join(piece.split()) for piece in re.split(r"[|\n;]", text)]
    found: dict[Part, str] = {}
    left: list[str] = []
    for piece in pieces:
        labelled = _LABELLED.fullmatch(piece)
        part = LABELS[labelled[1].casefold()] if labelled else _looks_like(piece, today)
        if part is not None and part not in found:
            found[part] = labelled[2].strip() if labelled else piece
        else:
            left.append(piece)
    rest = [part for part in _PLACED if part not in found]
    found |= dict(zip(rest, left, strict=False))
    return {part: words for part, words in found.items() if words}


def _looks_like(piece: str, today: date) -> Part | None:
    if seats(piece) is not None:
        return Part.CAPACITY
    written = read_when(piece, today)
    return Part.TIME if written.day is not None and written.begins is not None else None


_DEGREE = re.compile(
    rf"(?:[A-Z][a-z]?\. ?(?:[A-Za-z]{{1,5}}\.? ?){{0,3}}|{_one_of('degree')}) *(?:,|$)"
)


def name_and_office(text: str) -> tuple[str, str]:
    """ "Noor, S.Pd., M.Si, RSUD", or with "|" between: degrees are of the name."""
    line = " ".join(text.split())
    if "|" in line:
        name, _, office = line.partition("|")
        return name.strip(), office.strip()
    name, _, rest = (each.strip() for each in line.partition(","))
    while found := _DEGREE.match(rest):
        name += f", {found[0].rstrip(' ,')}"
        rest = rest[found.end() :].strip()
    return name, rest


_NIP = re.compile(
    rf"(?:,\s*|\|\s*)?(?:\b{_one_of('nip')}\b[.:\s]*)?(?<!\d)(\d(?:[ .]?\d){{17}})(?!\d)",
    re.IGNORECASE,
)


def without_nip(text: str) -> tuple[str, str | None]:
    """ "Noor, NIP 19850101 201001 1 001, RSUD": a list of those present has it between."""
    found = _NIP.search(text)
    if found is None:
        return text, None
    rest = text[: found.start()] + text[found.end() :]
    return rest.strip(" ,|"), re.sub(r"\D", "", found[1])


def seats(text: str) -> int | None:
    found = _SEATS.fullmatch(text.strip())
    return int(found[1]) if found else None


def labelled(text: str) -> tuple[Part, str] | None:
    """ "tempat: Aula", as an answer below a session."""
    found = _LABELLED.fullmatch(text.strip())
    return (LABELS[found[1].casefold()], found[2].strip()) if found else None
