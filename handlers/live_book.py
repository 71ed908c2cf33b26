"""The resources with the book as it is now: the files, and what the desk taught since."""

from __future__ import annotations

from threading import Lock

from bot.rules.limits import Limits
from bot.wire import memory
from handlers.actions import book_answer
from handlers.resources import Resources
from handlers.taught_book import change_of, with_changes
from storage.engine import Database
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

    @property
    def username(self) -> str:
        return self._printed.username

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
