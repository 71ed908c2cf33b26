"""What the book's entries did: asked, helpful, not helpful, and a ticket filed all the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

WORST = 10


@dataclass(frozen=True)
class EntryCounts:
    """Of one entry in a period, as the rows tell it."""

    asked: int = 0
    """Its answer was given, picked or opened."""
    helpful: int = 0
    not_helpful: int = 0
    tickets: int = 0
    """Answers after which the same person filed a ticket within a day."""
    taught: int = 0
    """Ways of asking that the desk added in the period, and that still hold."""


@dataclass(frozen=True)
class EntryRow:
    title: str
    counted: EntryCounts

    @property
    def failed(self) -> int:
        return self.counted.not_helpful + self.counted.tickets


@dataclass(frozen=True)
class BookFigures:
    rows: tuple[EntryRow, ...]
    """All that were asked, most asked first."""
    never: tuple[str, ...]
    """Titles of those that nobody asked, in the book's order."""
    worst: tuple[EntryRow, ...]
    """Where most answers failed; of equals where the larger share did."""

    @property
    def total(self) -> EntryCounts:
        told = [row.counted for row in self.rows]
        return EntryCounts(
            sum(each.asked for each in told),
            sum(each.helpful for each in told),
            sum(each.not_helpful for each in told),
            sum(each.tickets for each in told),
            sum(each.taught for each in told),
        )


def figures(entries: Iterable[tuple[str, str]], counted: Mapping[str, EntryCounts]) -> BookFigures:
    """`entries`: id and title of all in the book. What is no more in it is passed over."""
    rows, never = [], []
    for entry_id, title in entries:
        found = counted.get(entry_id, EntryCounts())
        if found.asked or found.taught:
            rows.append(EntryRow(title, found))
        if not found.asked:
            never.append(title)
    failed = [row for row in rows if row.failed]
    failed.sort(key=lambda row: (-row.failed, -row.failed / max(1, row.counted.asked)))
    rows.sort(key=lambda row: -row.counted.asked)
    return BookFigures(tuple(rows), tuple(never), tuple(failed[:WORST]))
