"""The manual book as typed values.

The chapters are Markdown files that officers edit in any text editor, so reading is patient
about form (BOM, CRLF, trailing blanks, `*` for `-`) and strict about meaning: every problem is
collected and told at once, in Indonesian, with file and line.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.text_file import shown
from faq.book.chapter import parse
from faq.book.disambiguation import (
    DISAMBIGUATION_FILE,
    Disambiguation,
    astray,
    parse_disambiguation,
)
from faq.book.entry import Chapter, Entry, Problem
from faq.book.files import text_of
from faq.book.local_facts import LOCAL_FILE, LocalFact, read_local

__all__ = ["Book", "BookError", "Chapter", "Disambiguation", "Entry", "LocalFact", "read"]


MOST_FILES = 200
MOST_TOLD = 20


class BookError(Exception):
    """The book can't be used; `problems` says where and how to mend it."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Book:
    chapters: tuple[Chapter, ...]
    local: Mapping[str, LocalFact] = field(hash=False)
    disambiguation: tuple[Disambiguation, ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for chapter in self.chapters for entry in chapter.entries)

    @cached_property
    def _by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in reversed(self.entries)}

    @property
    def as_of(self) -> date | None:
        """The newest date at which any entry's facts were checked."""
        dates = [entry.as_of for entry in self.entries if entry.as_of]
        return max(dates, default=None)

    def get(self, entry_id: str) -> Entry | None:
        return self._by_id.get(entry_id)

    def asked_as(self, question: str) -> Entry | None:
        """The entry under this very question, as an answer begins with it."""
        return next((entry for entry in self.entries if entry.question == question), None)

    def chapter(self, number: int) -> Chapter | None:
        return next((chapter for chapter in self.chapters if chapter.number == number), None)


def read(directory: Path) -> Book:
    """The whole book of a directory, or a BookError with what is wrong in it."""
    problems: list[Problem] = []
    try:
        book = gathered(directory, problems)
    except OSError as error:
        why = (
            f"tidak dapat dibaca ({error.strerror}); periksa hak akses berkas itu, atau MANUAL_DIR"
        )
        raise BookError([f"{error.filename}: {why}"]) from None
    problems += duplicates(book) + dangling(book) + astray(book.disambiguation, book.entries)
    if problems:
        told = [str(problem) for problem in sorted(problems)]
        rest = len(told) - MOST_TOLD
        more = [f"dan {rest} lagi; betulkan yang di atas, lalu jalankan lagi"] if rest > 0 else []
        raise BookError([*told[:MOST_TOLD], *more])
    return book


def gathered(directory: Path, problems: list[Problem]) -> Book:
    """All files, each understood by itself."""
    files = chapter_files(directory)
    if len(files) > MOST_FILES:
        note = f"lebih dari {MOST_FILES} berkas bab; periksa MANUAL_DIR, atau gabungkan babnya"
        raise BookError([str(Problem(shown(str(directory)), 1, note))])
    texts = [(shown(path.name), text_of(path, problems)) for path in files]
    chapters = [parse(name, text, problems) for name, text in texts if text is not None]
    local = read_local(directory / LOCAL_FILE, problems)
    if not files:
        problems.append(Problem(str(directory), 1, "tidak ada bab; taruh 01-nama-bab.md di sini"))
    chapters.sort(key=lambda chapter: (chapter.number, chapter.file))
    return Book(
        tuple(chapters), local, disambiguation_of(directory / DISAMBIGUATION_FILE, problems)
    )


def chapter_files(directory: Path) -> list[Path]:
    """Only files whose name begins with a number are chapters; a README may lie beside them."""
    return sorted(path for path in directory.glob("*.md") if path.name[:1].isdigit())


def disambiguation_of(path: Path, problems: list[Problem]) -> tuple[Disambiguation, ...]:
    """A book without the file simply has none."""
    text = text_of(path, problems) if os.path.lexists(path) else None
    return parse_disambiguation(text or "", problems)


def duplicates(book: Book) -> list[Problem]:
    seen: dict[str, Entry] = {}
    numbers: dict[int, Chapter] = {}
    found = []
    for chapter in book.chapters:
        other = numbers.setdefault(chapter.number, chapter)
        if other is not chapter and chapter.number:
            text = f"nomor bab {chapter.number} sudah dipakai di {other.file}; beri nomor lain"
            found.append(Problem(chapter.file, 1, text))
    for entry in book.entries:
        first = seen.setdefault(entry.id, entry)
        if first is not entry and entry.id:
            text = f"id '{entry.id}' sudah dipakai di {first.file}:{first.line}; beri id lain"
            found.append(Problem(entry.file, entry.line, text))
    return found


def dangling(book: Book) -> list[Problem]:
    ids = {entry.id for entry in book.entries}
    return [
        Problem(
            entry.file,
            entry.line,
            f"'Lihat juga' menyebut '{shown(other)}' yang tidak ada; perbaiki atau hapus id itu",
        )
        for entry in book.entries
        for other in entry.see_also
        if other not in ids
    ]
