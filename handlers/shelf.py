"""The house with the book as it is now: the files, and what the desk taught since."""

from __future__ import annotations

from dataclasses import replace

from faq.learn import Change, taught
from faq.match import Matcher
from handlers.house import House
from storage.tables import LearnedRow
from storage.unit import Unit


class Shelf:
    """Asks the database whether something was approved or taken back, in whatever process."""

    def __init__(self, house: House) -> None:
        self._printed = house
        self._current = house
        self._revision = (0, 0)

    def house(self, unit: Unit) -> House:
        revision = unit.learned.revision()
        if revision != self._revision:
            changes = [change_of(row, self._printed) for row in unit.learned.live()]
            book = taught(self._printed.book, changes)
            matcher = Matcher.of(book, [change.question for change in changes])
            self._current = replace(self._printed, book=book, matcher=matcher)
            self._revision = revision
        return self._current


def change_of(row: LearnedRow, house: House) -> Change:
    return Change(
        entry_id=row.entry_id,
        question=row.question,
        answer=row.answer,
        chapter=row.chapter,
        at=house.calendar.today(row.at),
    )
