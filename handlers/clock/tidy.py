"""Once a day: what was done, sent or parked long ago, and dialogs that ended by themselves."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from handlers.context import Look
from storage.forgetting import MOST
from storage.tables import InboxStatus, JobStatus, OutboxStatus
from storage.unit import Unit

TIDIED = "tidy"  # in the agenda, by the day
KEEP_DONE = timedelta(days=7)  # Telegram repeats nothing older than a day
KEEP_DEAD = timedelta(days=90)  # long enough to look into; they hold people's words
AT_A_LOOK = 50  # pieces, so that whoever stops the bot need not wait long
BREATH = 0.02  # seconds between two pieces, in which those who wait come first


class Rows(Protocol):
    """What storage.forgetting does for a noun."""

    def older_than(self, moment: datetime) -> int: ...

    def forget(self, status: Any, *, below: int) -> int: ...


OLD: tuple[tuple[Callable[[Unit], Rows], StrEnum, timedelta], ...] = (
    (lambda unit: unit.inbox, InboxStatus.DONE, KEEP_DONE),
    (lambda unit: unit.inbox, InboxStatus.DEAD, KEEP_DEAD),
    (lambda unit: unit.outbox, OutboxStatus.SENT, KEEP_DONE),
    (lambda unit: unit.outbox, OutboxStatus.HELD, KEEP_DEAD),
    (lambda unit: unit.outbox, OutboxStatus.DEAD, KEEP_DEAD),
    (lambda unit: unit.jobs, JobStatus.DONE, KEEP_DONE),
    (lambda unit: unit.jobs, JobStatus.DEAD, KEEP_DEAD),
)


def tidy(look: Look, _since: datetime) -> int:
    """In pieces, some at each look; claimed at the end, so that after a kill the rest is done."""
    day = look.resources.calendar.today(look.now).isoformat()
    with look.reading() as context:
        if context.unit.agenda.done_at(TIDIED, day) is not None:
            return 0
        pieces = [
            (rows, status, rows(context.unit).older_than(look.now - kept))
            for rows, status, kept in OLD
        ]
    left = AT_A_LOOK
    for rows, status, below in pieces:
        while _forget_some(look, rows, status, below) == MOST:
            left -= 1
            if not left:
                return 0
            time.sleep(BREATH)
    with look.writing() as context:
        context.unit.albums.forget_taken(before=look.now - KEEP_DONE)
        context.unit.dialogs.drop_expired(look.now)
        context.unit.agenda.claim(TIDIED, day, now=look.now)
    return 0


def _forget_some(look: Look, rows: Callable[[Unit], Rows], status: StrEnum, below: int) -> int:
    # Undone by a power cut, it is only done again.
    with look.writing(flushed=False) as context:
        return rows(context.unit).forget(status, below=below)
