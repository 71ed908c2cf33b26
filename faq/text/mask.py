"""Personal numbers and addresses out of a question before it is stored."""

from __future__ import annotations

import re

MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
GAP = r"[ .\-]?"
NIP = re.compile(rf"(?<!\d)(?:\d{GAP}){{17}}\d(?!\d)")
NIK = re.compile(rf"(?<!\d)(?:\d{GAP}){{15}}\d(?!\d)")
PHONE = re.compile(rf"(?<![\d/])(?:\+{GAP}\(?62\)?|62|\(?0)(?:[ .\-()]?\d){{8,12}}(?!\d)")
LONG = re.compile(r"(?<!\d)\d{10,}(?!\d)")

SUSPECT = re.compile(r"[@\d]")
MASKS = {"[email]": MAIL, "[NIP]": NIP, "[NIK]": NIK, "[telepon]": PHONE, "[nomor]": LONG}


def mask(text: str) -> str:
    """The same text with [NIP], [NIK], [telepon], [email] and [nomor] in their place.

    Longest first: an 18-digit NIP contains what would pass for a telephone number.
    """
    if not SUSPECT.search(text):
        return text
    for name, pattern in MASKS.items():
        text = pattern.sub(name, text)
    return text


def is_masked(text: str) -> bool:
    return any(name in text for name in MASKS)
