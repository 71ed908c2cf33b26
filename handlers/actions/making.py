"""How a job is made, and how far it is: told in one message where it was asked for, rewritten now
and then."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.rules.report_rows import TicketRow
from bot.words import making as words
from bot.words.html import Html
from handlers import coalesce_key
from handlers.actions.job_answers import Say, answering, place_of
from handlers.actions.report_rows import DaysAsked
from handlers.coalesce_key import Subject
from handlers.context import Context, message
from handlers.resources import Resources
from storage.engine import Database
from storage.jobs import arguments_of
from storage.tables import JobRow

MANY = 5_000  # tickets: fewer are there before anybody wonders
EVERY = 5.0  # seconds; a group takes twenty messages a minute
LOOKS = 500  # rows
TOLD = "told"  # among a job's arguments: the message that tells how far it is


class Progress:
    """Of one job. Told where there is much to read, and never because reading takes long: what is
    said does not depend on how busy the machine is."""

    def __init__(
        self, database: Database, resources: Resources, now: datetime, job: JobRow
    ) -> None:
        self._database, self._resources, self._now = database, resources, now
        self._job = job
        self._due = time.monotonic()
        self._much = False

    def reading(
        self, rows: Iterable[TicketRow], asked: DaysAsked, total: int
    ) -> Iterator[TicketRow]:
        """The same rows, the while it is told how many of them were read."""
        if total < MANY:
            yield from rows
            return
        self._much = True
        self._tell(words.reading(0, total, asked.first, asked.last))
        for count, row in enumerate(rows, 1):
            yield row
            if count % LOOKS == 0 and time.monotonic() >= self._due:
                self._tell(words.reading(count, total, asked.first, asked.last))

    def drawing(self) -> None:
        """All is read."""
        if self._much:
            self._tell(words.drawing())

    def _tell(self, said: Html) -> None:
        self._due = time.monotonic() + EVERY
        with self._database.unit(flushed=False) as unit:
            _put(Context(unit, self._resources, self._now), self._job, said)

    def ended(self, context: Context) -> None:
        """In the unit that says what came of it."""
        if self._much:
            _over(context, self._job, words.ended())


@dataclass
class Making(Context):
    """What a job is made with."""

    progress: Progress


Make = Callable[[Making, JobRow], Sequence[Say]]
"""Computes, with what a reading connection shows; its context must not be used any later.

Each Say has a unit of its own. Of several all but the last may be repeated after a kill.
"""


def given_up(context: Context, job: JobRow) -> None:
    """Whichever of the tries told how far it was."""
    _over(context, job, words.given_up())


def _over(context: Context, job: JobRow, said: Html) -> None:
    key = key_of(job.key)
    if not _rewrite(context, job, said) and context.unit.outbox.is_waiting(key):
        context.tell(place_of(context, job), said, coalesce=key)


def key_of(job_key: str) -> str:
    return coalesce_key.key_of(Subject.MAKING, job_key)


def _put(context: Context, job: JobRow, said: Html) -> None:
    """What is just being sent for the first time is left alone until it stands somewhere."""
    key = key_of(job.key)
    if not _rewrite(context, job, said) and not context.unit.outbox.is_waiting(key):
        context.tell(place_of(context, job), said, coalesce=key, extra=answering(job))


def _rewrite(context: Context, job: JobRow, said: Html) -> bool:
    """Whether it stands somewhere."""
    stands = arguments_of(context.unit.jobs.get(job.id)).get(TOLD)
    if stands is None:
        return False
    context.unit.outbox.add(
        place_of(context, job),
        "editMessageText",
        message(said) | {"message_id": stands},
        now=context.now,
        coalesce=f"edit:{key_of(job.key)}",
    )
    return True


def stands(context: Context, job_key: str, message_id: int) -> None:
    """Its message was sent: from now on it is rewritten."""
    job = context.unit.jobs.waiting(job_key)
    if job is not None:
        context.unit.jobs.change(job, {**arguments_of(job), TOLD: message_id})
