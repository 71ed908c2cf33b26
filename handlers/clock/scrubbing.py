"""After an erasure, and after a survey's answers: what was overwritten is taken out of the
database's files as well."""

from __future__ import annotations

from datetime import datetime, time

from handlers.context import Look
from storage.engine import Database
from storage.scrub import empty_wal, forget_words, is_small, scrub

SCRUBBED = "scrubbed"  # in the agenda, by the erasure
SURVEY_SCRUBBED = "survey-scrubbed"  # by the survey
NIGHT = (time(1), time(4))  # of a large file, while few people write


def scrub_after(database: Database, now: datetime) -> None:
    """At once; of a large file only what nobody notices, the rest by night."""
    with database.reading() as unit:
        last = unit.erasures.last_done()
    whole = is_small(database)
    forget_words(database)
    scrub(database, whole=whole)
    if last is not None and whole:
        _noted(database, last[0], now)


def scrub_by_night(look: Look, since: datetime) -> int:
    local = look.now.astimezone(look.resources.zone).time()
    if not NIGHT[0] <= local < NIGHT[1]:
        return 0
    with look.reading() as context:
        last = context.unit.erasures.last_done()
        done = last is None or context.unit.agenda.done_at(SCRUBBED, str(last[0])) is not None
    if last is None or done or last[1] < since:
        return 0
    scrub(look.database, whole=True)
    _noted(look.database, last[0], look.now)
    return 1


def _noted(database: Database, erasure: int, now: datetime) -> None:
    with database.unit() as unit:
        unit.agenda.claim(SCRUBBED, str(erasure), now=now)


def scrub_surveys(look: Look, since: datetime) -> int:
    """While answers come, the -wal has each beside whoever is giving it: so it is emptied every
    minute. After a survey's end once the whole file is written anew, for there, too, a page that
    was split may have kept some."""
    with look.reading() as context:
        open_now = bool(context.unit.surveys.open())
        ended = [
            row.id
            for row in context.unit.surveys.closed_since(since)
            if context.unit.agenda.done_at(SURVEY_SCRUBBED, str(row.id)) is None
        ]
    if open_now or ended:
        empty_wal(look.database)
    local = look.now.astimezone(look.resources.zone).time()
    if not ended or not (is_small(look.database) or NIGHT[0] <= local < NIGHT[1]):
        return 0
    scrub(look.database, whole=True)
    with look.writing() as context:
        for number in ended:
            context.unit.agenda.claim(SURVEY_SCRUBBED, str(number), now=look.now)
    return len(ended)
