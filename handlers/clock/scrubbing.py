"""After an erasure: what was overwritten is taken out of the database's files as well."""

from __future__ import annotations

from datetime import datetime, time

from handlers.context import Look
from storage.engine import Database
from storage.scrub import forget_words, is_small, scrub

SCRUBBED = "scrubbed"  # in the agenda, by the erasure
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
