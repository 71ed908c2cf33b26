"""How long the book's answers are, chapter by chapter: the answer alone, as the chat shows it, and
the whole message with its question, what holds in Balangan, and its place in the book.

python -m tests.bench.book_length
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bot.words import book as words
from bot.words.html import Address, as_text
from faq.book.book import Book, Entry, read
from faq.book.telegram_html import shown_length, to_html

MANUAL = Path("faq/manual")
ROW = "{:<34} {:>7} {:>14} {:>14}"


def main() -> None:
    book = read(MANUAL)
    print(ROW.format("median/longest, in letters", "entries", "answer", "message"))
    for chapter in book.chapters:
        print(row(chapter.file, chapter.entries, book))
    print(row("all", book.entries, book))


def row(name: str, entries: Sequence[Entry], book: Book) -> str:
    answers = [shown_length(entry.answer) for entry in entries]
    messages = [message_length(entry, book) for entry in entries]
    return ROW.format(name, len(entries), told(answers), told(messages))


def told(lengths: Sequence[int]) -> str:
    return f"{median(lengths):.0f}/{max(lengths)}"


def message_length(entry: Entry, book: Book) -> int:
    facts = [book.local[key] for key in entry.local if key in book.local]
    pages = words.answer(
        question=entry.question,
        body=to_html(entry.answer, lambda entry_id: Address(f"https://t.me/?start={entry_id}")),
        place=entry.place,
        edition=entry.edition,
        as_of=entry.as_of,
        local=tuple((fact.label, fact.value) for fact in facts),
    )
    return sum(len(as_text(page)) for page in pages)


if __name__ == "__main__":
    main()
