"""When somebody was born and where they live, in what was written."""

from __future__ import annotations

import re
from functools import cache

from faq.text.dates.date_words import MONTHS, any_of
from faq.text.lexicon import lexicon
from faq.text.vocabulary import word_set

BORN, HOME = "[tanggal lahir]", "[alamat]"

_DATE = (
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:\s?[-/.]\s?\d{1,2}\s?[-/.]\s?"
    rf"|[\s-](?:{any_of(MONTHS)})\.?[\s-])\d{{2,4}})"
)
_BORN = re.compile(
    rf"(?<!\w)(?P<called>(?:kelahiran|lahir(?:nya)?|tgl ?lhr|ttl)\W[^\n\d]{{0,40}}?){_DATE}\b",
    re.IGNORECASE,
)
_AT = r"\b[.:]? ?(?:\d{1,4}[a-z]?|[a-z]\d{0,3})\b(?: ?/ ?\d{1,3}\b)?"
_HOUSE = rf"(?:(?:no(?:mor)?|rt|rw|km|blok|rt ?/ ?rw){_AT})"
_SETTLED = re.compile(r"\b(?:rt|rw|blok)\b", re.IGNORECASE)
_MORE = rf"(?:[ ,/]{{1,3}}(?i:{_HOUSE}))*"
_STREET = re.compile(
    r"(?<!\w)(?:"
    # "Jl. A. Yani Km 3 RT 02": a street with the number of a house, or with a name in capitals.
    rf"(?:(?i:jl|jln|gg)\b|Jalan\b|Gang\b|Komplek\b|Perumahan\b)\.? ?"
    rf"(?P<named>(?:[\w.']{{1,24}}+,? ){{0,5}}?)(?i:{_HOUSE}){_MORE}"
    # In small letters "jalan" is also what works, and "gang" who plays.
    rf"|(?:jalan|gang|komplek|perumahan)\b ?"
    rf"(?P<told>(?:[\w.']{{1,24}}+,? ){{0,5}}?)(?i:{_HOUSE}){_MORE}"
    r"|(?:(?i:jl|jln)\b\.?|Jalan|Gang|Gg\.|Komplek|Perumahan) ?"
    r"(?P<capitals>[A-Z][\w.']*+(?: [A-Z][\w.']*+)*+)"
    rf"|(?i:rt|rw)\b[.:]? ?\d{{1,3}}\b(?:[ ,/]{{1,3}}(?i:{_HOUSE}|\d{{1,3}}\b))*"
    r")"
)


def without_whereabouts(text: str) -> str:
    """Birth dates and street addresses; the office's town and when something was due stay."""
    text = _BORN.sub(rf"\g<called>{BORN}", text)
    return _STREET.sub(_home, text)


def _home(found: re.Match[str]) -> str:
    """ "Jalan di hp tapi menu no 5", "Jalan Keluar": nobody lives there."""
    if _SETTLED.search(found[0]):
        return HOME
    told = [word.lower() for word in (found["told"] or "").split()]
    named = [
        word.strip(".,").lower() for word in (found["named"] or found["capitals"] or "").split()
    ]
    nobodys = not lexicon().known.ours.isdisjoint(told) or not _no_names().isdisjoint(named)
    return found[0] if nobodys else HOME


@cache
def _no_names() -> frozenset[str]:
    return lexicon().small | word_set("no street", "names.txt")
