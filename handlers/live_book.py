"""The resources with the book as it is now: the files, and what the desk taught since."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.calendar import Calendar
from faq.book.taught import Change, taught
from faq.matching.matcher import Matcher
from handlers.resources import Resources
from storage.engine import Database
from storage.tables import LearnedRow
from storage.unit import Unit


class LiveBook:
    """Asks the database whether something was approved or taken back, in whatever process."""

    def __init__(self, database: Database, resources: Resources) -> None:
        self._database = database
        self._printed = resources
        self._current = resources
        self._revision = (0, 0)

    def as_of(self, unit: Unit) -> Resources | None:
        """None where something was taught since: then `refresh`, and ask in a new unit."""
        return self._current if unit.learned.revision() == self._revision else None

    def refresh(self) -> Resources:
        """Reads the book anew, outside any writing transaction: the matcher learns a second."""
        with self._database.reading() as unit:
            revision = unit.learned.revision()
            changes = [change_of(row, self._printed.calendar) for row in unit.learned.live()]
        if revision != self._revision:
            book = taught(self._printed.book, changes)
            matcher = Matcher.of(book, [change.question for change in changes])
            self._current = replace(self._printed, book=book, matcher=matcher)
            self._revision = revision
        return self._current


def change_of(row: LearnedRow, calendar: Calendar) -> Change:
    return Change(
        entry_id=row.entry_id,
        question=row.question,
        answer=row.answer,
        chapter=row.chapter,
        at=calendar.today(row.at),
    )
