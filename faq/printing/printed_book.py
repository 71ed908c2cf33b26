"""The book made ready for print: what both the page and the PDF show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.words import dates
from faq.book.book import Book, Chapter, Entry, LocalFact
from faq.printing import words
from faq.printing.messages import Message, messages


@dataclass(frozen=True)
class PrintedBook:
    book: Book
    local: Mapping[str, LocalFact]
    numbers: Mapping[str, str]
    """Entry id to its number, such as 2.3."""
    messages: tuple[Message, ...]

    @property
    def edition(self) -> str:
        """The edition most of the chapters hold for; each entry names its own."""
        counted = Counter(chapter.edition for chapter in self.book.chapters)
        return counted.most_common(1)[0][0]

    @property
    def valid_from(self) -> date | None:
        return max((c.valid_from for c in self.book.chapters if c.valid_from), default=None)

    def imprint(self) -> list[tuple[str, str]]:
        """What the cover tells of the book."""
        as_of = self.book.as_of
        told = [
            ("Edisi", self.edition),
            ("Berlaku mulai", dates.date_of(self.valid_from) if self.valid_from else ""),
            ("Fakta diperiksa", dates.date_of(as_of) if as_of else ""),
            ("Isi", words.counted(len(self.book.entries), len(self.book.chapters))),
        ]
        return [(name, value) for name, value in told if value]

    def facts(self, entry: Entry) -> list[LocalFact]:
        """The local facts an entry rests on; a key that nobody describes is told as empty."""
        return [
            self.local.get(key) or LocalFact(key, key.replace("-", " "), None, "", 0)
            for key in entry.local
        ]

    def related(self, entry: Entry) -> list[Entry]:
        found = (self.book.get(other) for other in entry.see_also)
        return [other for other in found if other]

    def missing(self) -> int:
        return sum(fact.value is None for fact in self.local.values())


def printed_book(book: Book, local: Mapping[str, LocalFact]) -> PrintedBook:
    """Chapters without an entry are left out, so that none is numbered in vain."""
    kept = replace(book, chapters=tuple(chapter for chapter in book.chapters if chapter.entries))
    numbers = {
        entry.id: f"{chapter.number}.{place}"
        for chapter in kept.chapters
        for place, entry in enumerate(chapter.entries, 1)
    }
    return PrintedBook(kept, local, numbers, tuple(messages(kept)))


def provenance(chapter: Chapter, entry: Entry) -> str:
    """The small print under an answer: place, edition, date and source of its facts."""
    parts = [
        entry.place,
        entry.edition,
        f"fakta per {dates.date_of(entry.as_of)}" if entry.as_of else "",
        f"berlaku mulai {dates.date_of(entry.valid_from)}"
        if entry.valid_from and entry.valid_from != chapter.valid_from
        else "",
    ]
    first = " · ".join(part for part in parts if part)
    return first + (f" · Sumber: {entry.source}" if entry.source else "")
