"""What is still to be filled in: the local keys that entries lean on and nobody has answered."""

from __future__ import annotations

from dataclasses import dataclass

from faq.book.book import Book


@dataclass(frozen=True)
class Outstanding:
    key: str
    label: str
    entries: tuple[str, ...]
    """Ids of the entries whose answer waits for it."""


def outstanding(book: Book) -> list[Outstanding]:
    """Keys without a value, those most entries wait for first."""
    waiting: dict[str, list[str]] = {key: [] for key in book.local}
    for entry in book.entries:
        for key in entry.local:
            waiting.setdefault(key, []).append(entry.id)
    missing = [
        Outstanding(key, label(book, key), tuple(ids))
        for key, ids in waiting.items()
        if key not in book.local or book.local[key].value is None
    ]
    return sorted(missing, key=lambda item: (-len(item.entries), item.key))


def label(book: Book, key: str) -> str:
    return book.local[key].label if key in book.local else key.replace("-", " ").capitalize()
