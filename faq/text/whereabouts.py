"""When somebody was born and where they live, in what was written."""

from __future__ import annotations

import re

BORN, HOME = "[tanggal lahir]", "[alamat]"

_MONTH = r"(?:jan|[fp]eb|mar|apr|mei|jun|jul|agu|agt|ags|sep|okt|no[vp]|des)[a-z]{0,6}"
_DATE = rf"\d{{1,2}}(?:\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?|[\s-](?:{_MONTH})[\s-])\d{{2,4}}"
_BORN = re.compile(
    rf"(?<!\w)(?P<called>(?:kelahiran|lahir(?:nya)?|tgl ?lhr|ttl)\W[^\n\d]{{0,40}}?){_DATE}\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:(?:no(?:mor)?|rt|rw|km|blok|rt ?/ ?rw)\b[.:]? ?(?:\d{1,4}[a-z]?|[a-z]\d{0,3})\b"
    r"(?: ?/ ?\d{1,3}\b)?)"
)
_STREET = re.compile(
    r"(?<!\w)(?:"
    # "Jl. A. Yani Km 3 RT 02": a street with the number of a house, or with a name in capitals.
    rf"(?i:jl|jln|jalan|gg|gang|komplek|perumahan)\b\.? ?"
    rf"(?:[\w.']{{1,24}}+,? ){{0,5}}?(?i:{_NUMBER})"
    rf"(?:[ ,/]{{1,3}}(?i:{_NUMBER}))*"
    r"|(?:(?i:jl|jln)\b\.?|Jalan|Gang|Gg\.|Komplek|Perumahan) ?[A-Z][\w.']*+(?: [A-Z][\w.']*+)*+"
    rf"|(?i:rt|rw)\b[.:]? ?\d{{1,3}}\b(?:[ ,/]{{1,3}}(?i:{_NUMBER}|\d{{1,3}}\b))*"
    r")"
)


def without_whereabouts(text: str) -> str:
    """Birth dates and street addresses; the office's town and when something was due stay."""
    text = _BORN.sub(rf"\g<called>{BORN}", text)
    return _STREET.sub(HOME, text)
