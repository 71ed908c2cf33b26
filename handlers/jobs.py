"""Jobs, made one after the other: what takes long is computed while everybody else may write."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from threading import Lock

from bot.rules.coalesce import Waiting, coalesce_key
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.trace import trace
from bot.words import weekly as words
from handlers.actions import (
    additions,
    announcing,
    clinic,
    desk_staff,
    erasure,
    reachability,
    screen,
)
from handlers.actions import incident as incident_card
from handlers.actions.job_answers import Say, answering, nothing_more, place_of
from handlers.actions.making import Make, Making, Progress, given_up
from handlers.asker import clinic_request, my_data
from handlers.asker import screen as asker_screen
from handlers.clock import closing, monthly, scrubbing, weekly
from handlers.context import Context
from handlers.desk import (
    announcement_card,
    beside_ratio,
    charts,
    clinic_needs,
    clinic_papers,
    entry_figures,
    evidence,
    faq,
    figure_groups,
    figure_rows,
    figures,
    group,
    group_question,
    incident,
    lesson,
    page_paper,
    survey_papers,
)
from handlers.live_book import LiveBook
from handlers.resources import Resources
from handlers.turn import Turn
from storage.engine import Database
from storage.tables import JobKind, JobRow

JOBS: dict[JobKind, Make] = {
    JobKind.FIGURES: figures.figures,
    JobKind.ROWS: figure_rows.page,
    JobKind.FIGURE_GROUP: figure_groups.group,
    JobKind.WEEK: figures.page_of_week,
    JobKind.WEEKLY: weekly.page,
    JobKind.MONTH: figures.page_of_month,
    JobKind.MONTHLY: monthly.page,
    JobKind.CASES: faq.page,
    JobKind.LESSON: lesson.tried,
    JobKind.CARDS: group.cards,
    JobKind.REPORTER: reachability.cards,
    JobKind.ERASE: erasure.carry_out,
    JobKind.UNSAY: erasure.unsay,
    JobKind.MY_DATA: my_data.collect,
    JobKind.ADDITIONS: additions.gathered,
    JobKind.ALIKE: incident.alike,
    JobKind.INCIDENT_CARD: incident_card.redrawn,
    JobKind.INCIDENT_NEWS: incident.tell_news,
    JobKind.BOOK_FIGURES: entry_figures.page,
    JobKind.BESIDE: beside_ratio.details,
    JobKind.CHARTS: charts.pictures,
    JobKind.PAGE_PAPER: page_paper.paper,
    JobKind.EVIDENCE: evidence.paper,
    JobKind.CLOSE: closing.close,
    JobKind.PASS_ON: desk_staff.passed_on,
    JobKind.CLINIC_NEWS: clinic.news,
    JobKind.CLINIC_TOPICS: clinic_request.topics,
    JobKind.CLINIC_PAPER: clinic_papers.make,
    JobKind.CLINIC_NEEDS: clinic_needs.made,
    JobKind.SURVEY_PAPER: survey_papers.make,
    JobKind.NEWS_SHOWN: announcement_card.preview,
    JobKind.NEWS_CARD: announcement_card.redraw,
    JobKind.NEWS_OFFICES: announcement_card.offices,
    JobKind.NEWS_NAMES: announcement_card.not_reached,
    JobKind.NEWS_LIST: announcing.listed,
    JobKind.BOOK: lambda _context, _job: [nothing_more],  # learned before any job is made
}
# What belongs to no transaction, once all is said. Where it fails, the clock makes up for it.
AFTERWARDS: dict[JobKind, Callable[[Database, datetime], object]] = {
    JobKind.ERASE: scrubbing.scrub_after,
}
PAGES = frozenset({JobKind.WEEKLY, JobKind.MONTHLY})
"""What the clock brings the head: where it cannot be made, the desk is told."""
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
        progress = Progress(database, resources, now, job)
        made = _made(partial(JOBS[job.kind], Making(unit, resources, now, progress)), job)
    _end(database, resources, now, job, _and_told(made, progress))
    return 1


class Pictures:
    """Those that are being read: several at once, each by one thread."""

    def __init__(self) -> None:
        self._under_way: set[int] = set()
        self._choosing = Lock()

    def read_next(self, database: Database, book: LiveBook, now: datetime) -> int:
        """The oldest that nobody has at hand; 0 where there is none. No connection is held while
        it is read."""
        with self._choosing, database.reading() as unit:
            job = unit.jobs.next_read(now, self._under_way)
            if job is None:
                return 0
            resources = book.up_to_date(unit)
            unit.session.expunge(job)
            self._under_way.add(job.id)
        try:
            _end(database, resources, now, job, _made(partial(_read, resources), job))
        finally:
            self._under_way.discard(job.id)
        return 1


def _read(resources: Resources, job: JobRow) -> list[Say]:
    reading = screen.read(resources, job)

    def say(context: Context) -> None:
        person = context.unit.people.get(job.asker_id or 0)
        if person is None:
            return
        chat_id = place_of(context, job)
        heard = screen.heard(job, chat_id, reading.chosen.text if reading.chosen else "")
        turn = Turn(context.unit, resources, context.now, heard, person)
        answer = asker_screen.answer if heard.private else group_question.answer_picture
        answer(turn, reading)

    return [say]


def _made(make: Callable[[JobRow], Sequence[Say]], job: JobRow) -> Sequence[Say] | Exception:
    try:
        return make(job)
    except Exception as error:  # noqa: BLE001 - ours: tried again, then given up aloud
        return error


def _and_told(made: Sequence[Say] | Exception, progress: Progress) -> Sequence[Say] | Exception:
    """Together with what came of it, that it is over."""
    if isinstance(made, Exception):
        return made
    *before, last = made

    def say(context: Context) -> None:
        last(context)
        progress.ended(context)

    return [*before, say]


def _end(
    database: Database,
    resources: Resources,
    now: datetime,
    job: JobRow,
    made: Sequence[Say] | Exception,
) -> None:
    failure = made if isinstance(made, Exception) else None
    try:
        if not isinstance(made, Exception):
            _say(database, resources, now, job, made)
            if job.kind in AFTERWARDS:
                AFTERWARDS[job.kind](database, now)
    except Exception as error:  # noqa: BLE001 - as above; nothing of the last unit has happened
        failure = error
    if failure is not None:
        _failed(database, resources, now, job, failure)


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
                given_up(context, job)
                context.tell(place_of(context, job), words.not_made(), extra=answering(job))
        else:
            unit.jobs.retry(job, at=now + pause, error=trace(error))
            if final and job.kind in PAGES and context.desk_chat is not None:
                said = words.page_delayed(of_month=job.kind is JobKind.MONTHLY)
                delayed = coalesce_key(Waiting.PAGE_DELAYED, job.kind)
                context.tell(context.desk_chat, said, coalesce=delayed)
    record(
        Action.JOB_FAILED,
        job=job.id,
        kind=job.kind.value,
        attempt=job.attempts + 1,
        retry_s=pause.total_seconds(),
        error=error,
    )
