"""After an erasure, and after a survey's answers: what was overwritten is taken out of the
database's files as well."""

from __future__ import annotations

from datetime import datetime

from handlers.context import Look
from storage.agenda import Once
from storage.engine import Database
from storage.scrub import empty_wal, forget_words, scrub
from storage.tables import AgendaKind


def once(erasures: int) -> Once:
    """By how many there had been."""
    return Once(AgendaKind.ERASURES_SCRUBBED, part_id=erasures)


def once_of_survey(survey_id: int) -> Once:
    return Once(AgendaKind.SURVEY_SCRUBBED, subject_id=survey_id)


def scrub_after(database: Database, now: datetime) -> bool:
    """At once. What is left then, since others were busy or the bot was killed, is for
    `scrub_again`, a minute later."""
    with database.reading() as unit:
        erased = unit.erasures.how_many_done()
    forget_words(database)
    done = scrub(database)
    if done:
        with database.unit() as unit:
            unit.agenda.claim(once(erased), now=now)
    return done


def scrub_again(look: Look, _since: datetime) -> int:
    with look.reading() as context:
        erased = context.unit.erasures.how_many_done()
        if not erased or context.unit.agenda.done_at(once(erased)) is not None:
            return 0
    return int(scrub_after(look.database, look.now))


def scrub_surveys(look: Look, since: datetime) -> int:
    """While answers come, the -wal has each beside whoever is giving it: so it is emptied every
    minute. After a survey's end once the gaps of the file are, too, where some may have stayed."""
    with look.reading() as context:
        open_now = bool(context.unit.surveys.open())
        ended = [
            row.id
            for row in context.unit.surveys.closed_since(since)
            if context.unit.agenda.done_at(once_of_survey(row.id)) is None
        ]
    if open_now or ended:
        empty_wal(look.database)
    if not ended or not scrub(look.database):
        return 0
    with look.writing() as context:
        for number in ended:
            context.unit.agenda.claim(once_of_survey(number), now=look.now)
    return len(ended)
