"""How Indonesian manuals number their headings: BAB I, 1.1, A., 1)."""

from __future__ import annotations

import re
from typing import NamedTuple

CHAPTER = re.compile(
    r"^(?P<label>(?:BAB|CHAPTER|BAGIAN|LAMPIRAN|MODUL)\s+(?:[IVXLC]+|\d{1,2}|[A-Z])\b)"
    r"\s*[.:–—-]?\s*(?P<title>.*)$",
    re.IGNORECASE,
)
DECIMAL = re.compile(r"^(?P<label>\d{1,2}(?:\.\d{1,2}){1,4})\.?\s+(?P<title>\S.*)$")
LETTER = re.compile(r"^(?P<label>[A-Z])[.)]\s+(?P<title>\S.*)$")
SINGLE = re.compile(r"^(?P<label>\d{1,2}|[IVX]{1,5})[.)]?\s+(?P<title>\S.*)$")
SMALL = re.compile(r"^(?P<label>[a-z]|\d{1,2})[.)]\s+(?P<title>\S.*)$")
ITEM = re.compile(
    r"^(?:(?P<number>\d{1,3}|[a-zA-Z])[.)]|(?P<dot>[•●▪◦○■□➢►✓·\uf0b7\uf0a7\uf0d8*–-]))\s+"
)
CHAPTER_LEVEL, SECTION_LEVEL = 1, 2
BOLD_LEVEL = 9
"""A heading that only its weight tells."""
CONTENTS = re.compile(
    r"^(?:daftar\s+(?:isi|tabel|gambar|lampiran)|table of contents|contents)$", re.IGNORECASE
)


class Numbered(NamedTuple):
    level: int
    title: str
    sure: bool
    """The number alone makes a heading; else bold or large letters must confirm it."""


def numbered(text: str) -> Numbered | None:
    if found := CHAPTER.match(text):
        return Numbered(CHAPTER_LEVEL, found["title"].strip(), text.startswith("BAB"))
    if found := DECIMAL.match(text):
        level = SECTION_LEVEL + found["label"].count(".") - 1
        return Numbered(level, found["title"], _titled(found["title"]))
    if found := LETTER.match(text):
        return Numbered(SECTION_LEVEL, found["title"], sure=False)
    if found := SINGLE.match(text):
        return Numbered(SECTION_LEVEL + 1, found["title"], sure=False)
    if found := SMALL.match(text):
        return Numbered(SECTION_LEVEL + 2, found["title"], sure=False)
    return None


def _titled(title: str) -> bool:
    """Begins like a title and does not end like a sentence: "1.5 kali lipat." is neither."""
    return (
        title[:1].isupper() and len(title) <= 90 and not title.endswith((".", ";", ",", ":", "?"))
    )


def is_bare(text: str) -> bool:
    """A chapter's number whose title stands in the next line."""
    found = CHAPTER.match(text)
    return found is not None and not found["title"].strip()
