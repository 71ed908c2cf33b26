"""Once a day: what was done, sent, parked or asked long ago, the words of tickets that were
settled long ago, and dialogs that ended by themselves. Periods are data: bot/data/privacy.toml."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from typing import Any, Protocol

from bot.rules.privacy.retention import Kept
from bot.rules.roster.claims import KEPT as CLAIMS_KEPT
from handlers.context import Look
from handlers.spoken import AS_LONG
from storage import erasing
from storage.agenda import Once
from storage.forgetting import MOST
from storage.scrub import forget_words
from storage.tables import AgendaKind, InboxStatus, JobStatus, OutboxStatus
from storage.unit import Unit

AT_A_LOOK = 50  # pieces, so that whoever stops the bot need not wait long
BREATH = 0.02  # seconds between two pieces, in which those who wait come first
EVER = datetime(1970, 1, 1, tzinfo=UTC)


class Dated(Protocol):
    """What storage.forgetting does for a noun."""

    def older_than(self, moment: datetime) -> int: ...


class Rows(Dated, Protocol):
    def forget(self, status: Any, *, below: int) -> int: ...


OLD: tuple[tuple[Callable[[Unit], Rows], StrEnum, Kept], ...] = (
    (lambda unit: unit.inbox, InboxStatus.DONE, Kept.DELIVERED),
    (lambda unit: unit.inbox, InboxStatus.DEAD, Kept.PARKED),
    (lambda unit: unit.outbox, OutboxStatus.SENT, Kept.DELIVERED),
    (lambda unit: unit.outbox, OutboxStatus.HELD, Kept.PARKED),
    (lambda unit: unit.outbox, OutboxStatus.DEAD, Kept.PARKED),
    (lambda unit: unit.jobs, JobStatus.DONE, Kept.DELIVERED),
    (lambda unit: unit.jobs, JobStatus.DEAD, Kept.PARKED),
)


def tidy(look: Look, _since: datetime) -> int:
    """In pieces, some at each look; claimed at the end, so that after a kill the rest is done."""
    keep = look.resources.privacy.keep
    once = Once(AgendaKind.TIDIED, period=look.resources.calendar.today(look.now).isoformat())
    with look.reading() as context:
        if context.unit.agenda.done_at(once) is not None:
            return 0
        pieces = [
            (rows, status, below)
            for rows, status, kept in OLD
            if (below := _old(rows(context.unit), look.now - keep[kept]))
        ]
        asked = look.now - keep[Kept.QUESTIONS]
        old = _old(context.unit.questions, asked), _old(context.unit.outbox, asked)
        tickets = context.unit.tickets.settled_with_words(before=look.now - keep[Kept.TICKETS])
        ended = context.unit.recipients.ended_long_ago(look.now - keep[Kept.RECIPIENTS])
    words = erasing.chunks(tickets, erasing.TICKETS_AT_ONCE)
    deeds: list[Callable[[], bool]] = [
        *(partial(_forget_some, look, *piece) for piece in pieces),
        *([partial(_forget_asked, look, *old)] if any(old) else ()),
        partial(_wipe_some, look, words),
        *(partial(_forget_recipients, look, number) for number in ended),
    ]
    left = AT_A_LOOK
    for deed in deeds:
        while deed():
            left -= 1
            if not left:
                return 0
            time.sleep(BREATH)
    if tickets:
        forget_words(look.database)
    with look.writing() as context:
        context.unit.albums.forget_taken(before=look.now - keep[Kept.DELIVERED])
        context.unit.held_answers.forget(before=look.now - keep[Kept.DELIVERED])
        context.unit.dialogs.drop_expired(look.now)
        context.unit.clinic_seats.forget_nips(before=look.now - keep[Kept.GUESTS])
        context.unit.roster.forget_claims(look.now - CLAIMS_KEPT)
        context.unit.last_spoken.forget(before=look.now - AS_LONG)
        context.unit.agenda.claim(once, now=look.now)
    return 0


def _old(rows: Dated, moment: datetime) -> int:
    """The number below which all are older; 0 where none is: then nobody's writing need wait."""
    below = rows.older_than(moment)
    return below if below > rows.older_than(EVER) else 0


# Each says whether there may be more. Undone by a power cut, it is only done again.


def _forget_some(look: Look, rows: Callable[[Unit], Rows], status: StrEnum, below: int) -> bool:
    with look.writing(flushed=False) as context:
        return rows(context.unit).forget(status, below=below) == MOST


def _forget_asked(look: Look, questions: int, messages: int) -> bool:
    """Questions, and the lists that repeat them."""
    with look.writing(flushed=False) as context:
        unit = context.unit
        asked = unit.questions.forget(below=questions)
        return MOST in {asked, unit.outbox.forget_lists(below=messages)}


def _forget_recipients(look: Look, number: int) -> bool:
    with look.writing() as context:
        erasing.make_room(context.unit)
        return context.unit.recipients.forget_people(number) == MOST


def _wipe_some(look: Look, words: Iterator[Sequence[int]]) -> bool:
    """Of the tickets whose words are to go."""
    some = next(words, None)
    if some is None:
        return False
    with look.writing(flushed=False) as context:
        erasing.wipe_tickets(some, None, context.unit)
    return True
