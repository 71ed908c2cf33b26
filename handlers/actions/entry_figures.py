"""The figures of the book as it is now, with what the desk taught."""

from __future__ import annotations

from datetime import datetime

from bot.rules.entry_figures import BookFigures, figures
from faq.book.book import Book
from storage.unit import Unit


def of_book(unit: Unit, book: Book, *, since: datetime, until: datetime) -> BookFigures:
    """Takes long: for a reading connection."""
    entries = [(entry.id, entry.question) for entry in book.entries]
    return figures(entries, unit.entry_figures.of(since=since, until=until))
