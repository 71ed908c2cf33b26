"""The resources with the book as it is now: the files, and what the desk taught since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from threading import Lock

from bot.rules.calendar import Calendar
from bot.rules.limits import Limits
from bot.wire import memory
from faq.book.book import Book
from faq.book.taught import Change, taught
from faq.matching.likeness import Likeness
from faq.matching.taught_matcher import TaughtMatcher
from handlers.actions import book_answer
from handlers.resources import Resources
from storage.engine import Database
from storage.tables import LearnedRow
from storage.unit import Unit

NOTHING = (0, 0)


class LiveBook:
    """Turns have it at once and as it was learned last; jobs have it as the desk left it."""

    def __init__(self, resources: Resources) -> None:
        self._printed = resources
        self._current = resources
        self._revision: tuple[int, int] | None = None
        self._learning = Lock()  # turns and jobs ask from threads of their own

    @property
    def limits(self) -> Limits:
        return self._printed.limits

    def current(self, database: Database) -> Resources:
        """For turns, which do not wait until it has learned: that takes a second, and is a job."""
        if self._revision is None:
            with database.reading() as unit:
                return self.up_to_date(unit)
        return self._current

    def up_to_date(self, unit: Unit) -> Resources:
        with self._learning:
            revision = unit.learned.revision()
            if revision != (self._revision or NOTHING):
                self._current = self._taught(unit)
                book_answer.forget_pages()
                memory.let_go()  # the matcher before this one
            self._revision = revision
            return self._current

    def _taught(self, unit: Unit) -> Resources:
        rows = unit.learned.live()
        return with_changes(
            self._printed, [change_of(row, self._printed.calendar) for row in rows]
        )


def with_changes(
    resources: Resources, changes: Sequence[Change], before: Sequence[Change] = ()
) -> Resources:
    """The resources with a book that was taught so. Takes a second or two.

    `before`: what their book had been taught already.
    """
    book = taught(resources.book, changes)
    wordings = tuple((change.entry_id, change.question) for change in (*before, *changes))
    matcher = _trained(book, wordings, resources.clusters.likeness)
    return replace(resources, book=book, matcher=matcher)


@lru_cache(maxsize=1)  # what was tried as a lesson is what holds then
def _trained(
    book: Book, wordings: tuple[tuple[str, str], ...], likeness: Likeness
) -> TaughtMatcher:
    return TaughtMatcher.taught(book, wordings, lambda: likeness.rarity)


def change_of(row: LearnedRow, calendar: Calendar) -> Change:
    return Change(
        entry_id=row.entry_id,
        question=row.question,
        answer=row.answer,
        chapter=row.chapter,
        at=calendar.today(row.at),
    )
