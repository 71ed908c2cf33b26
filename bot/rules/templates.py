"""Ready answers of the desk's own, and the places in them that each ticket fills."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.rules.ticket import Number

LONGEST_TITLE = 60
LONGEST_TEXT = 2_000
MOST_TEMPLATES = 200
PLACES = ("nama", "nomor", "tentang", "petugas")
_PLACE = re.compile(r"\{\s{0,3}(nama|nomor|tentang|petugas)\s{0,3}\}", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    name: str
    number: Number
    category: str
    officer: str


def filled(text: str, facts: Facts) -> str:
    """In one pass: what a name is made of is never read as a place again. Other braces stay."""
    values = dict(
        zip(PLACES, (facts.name, str(facts.number), facts.category, facts.officer), strict=True)
    )
    return _PLACE.sub(lambda found: values[found[1].lower()], text)


@dataclass(frozen=True)
class TemplateDraft:
    title: str
    text: str


def read(said: str, answered: str | None) -> TemplateDraft:
    """ "judul" with the message that is answered as its text; or "judul: isi", or the text below
    the title."""
    head, line, rest = said.strip().partition("\n")
    if not line and answered is None:
        head, _, rest = head.partition(":")
    text = rest.strip() or (answered or "").strip()
    return TemplateDraft(" ".join(head.strip().rstrip(":").split()), text)
