"""Jobs, made one after the other: what takes long is computed while everybody else may write."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.trace import trace
from bot.words import report as words
from handlers.actions import additions, erasure, reachability
from handlers.actions.jobs import Make, Say, answering, nothing_more, place_of
from handlers.asker import my_data
from handlers.clock import scrubbing, weekly
from handlers.context import Context
from handlers.desk import faq, figures, group, lesson
from handlers.live_book import LiveBook
from handlers.resources import Resources
from storage.engine import Database
from storage.tables import JobKind, JobRow

JOBS: dict[JobKind, Make] = {
    JobKind.FIGURES: figures.figures,
    JobKind.WEEK: figures.page_of_week,
    JobKind.WEEKLY: weekly.page,
    JobKind.CASES: faq.page,
    JobKind.LESSON: lesson.tried,
    JobKind.CARDS: group.cards,
    JobKind.REPORTER: reachability.cards,
    JobKind.ERASE: erasure.carry_out,
    JobKind.UNSAY: erasure.unsay,
    JobKind.MY_DATA: my_data.collect,
    JobKind.ADDITIONS: additions.gathered,
    JobKind.BOOK: lambda _context, _job: [nothing_more],  # learned before any job is made
}
# What belongs to no transaction, once all is said. Where it fails, the clock makes up for it.
AFTERWARDS: dict[JobKind, Callable[[Database, datetime], None]] = {
    JobKind.ERASE: scrubbing.scrub_after,
}
BREATH = 0.005  # seconds between two parts, in which those who wait come first
# Between tries. Whoever asked is told when these are used up; the clock goes on trying.
REST = (timedelta(seconds=1), timedelta(seconds=5), timedelta(minutes=10))


def make_next(database: Database, book: LiveBook, now: datetime) -> int:
    """The oldest job that is due; 0 where there is none."""
    with database.reading() as unit:
        job = unit.jobs.next(now)
        if job is None:
            return 0
        resources = book.up_to_date(unit)
        unit.session.expunge(job)
        try:
            said = JOBS[job.kind](Context(unit, resources, now), job)
        except Exception as error:  # noqa: BLE001 - ours: tried again, then given up aloud
            failure: Exception | None = error
        else:
            failure = None
    try:
        if failure is None:
            _say(database, resources, now, job, said)
            if job.kind in AFTERWARDS:
                AFTERWARDS[job.kind](database, now)
    except Exception as error:  # noqa: BLE001 - as above; nothing of the last unit has happened
        failure = error
    if failure is not None:
        _failed(database, resources, now, job, failure)
    return 1


def _say(
    database: Database, resources: Resources, now: datetime, job: JobRow, said: Sequence[Say]
) -> None:
    *before, last = said
    for each in before:
        with database.unit() as unit:
            each(Context(unit, resources, now))
        time.sleep(BREATH)
    with database.unit() as unit:
        if unit.jobs.done(job):
            last(Context(unit, resources, now))


def _failed(
    database: Database, resources: Resources, now: datetime, job: JobRow, error: Exception
) -> None:
    pause = REST[min(job.attempts, len(REST) - 1)]
    final = job.attempts == len(REST) - 1
    with database.unit() as unit:
        context = Context(unit, resources, now)
        if final and job.asker_id is not None:
            if unit.jobs.bury(job, error=trace(error)):
                context.tell(place_of(context, job), words.not_made(), extra=answering(job))
        else:
            unit.jobs.retry(job, at=now + pause, error=trace(error))
            if final and job.kind is JobKind.WEEKLY and context.desk_chat is not None:
                context.tell(context.desk_chat, words.page_delayed(), coalesce="page delayed")
    record(
        Action.JOB_FAILED,
        job=job.id,
        kind=job.kind.value,
        attempt=job.attempts + 1,
        retry_s=pause.total_seconds(),
        error=error,
    )
