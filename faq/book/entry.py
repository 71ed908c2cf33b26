"""A chapter, its entries, and what may be wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class Problem:
    file: str
    line: int
    text: str

    def __str__(self) -> str:
        """A file's own words stand in `text`: whatever they are, it is one line."""
        told = "".join(sign if sign.isprintable() else "\ufffd" for sign in self.text)
        return f"{self.file}:{self.line}: {told}"


@dataclass(frozen=True)
class Entry:
    id: str
    chapter: int
    question: str
    phrasings: tuple[str, ...]
    answer: str
    place: str
    edition: str
    valid_from: date | None
    as_of: date | None
    facts: tuple[str, ...]
    source: str
    see_also: tuple[str, ...]
    local: tuple[str, ...]
    file: str
    line: int

    @property
    def asked_with(self) -> tuple[str, ...]:
        """All the wordings by which the book knows it."""
        return (self.question, *self.phrasings)


@dataclass(frozen=True)
class Chapter:
    number: int
    title: str
    edition: str
    valid_from: date | None
    intro: str
    entries: tuple[Entry, ...]
    file: str
