"""What the clock brings about, at each look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.wire.log import record
from bot.wire.log_actions import Action
from handlers.actions import deferring
from handlers.clock import (
    announcing,
    board,
    clinic,
    closing,
    digests,
    erasing,
    incidents,
    late_cards,
    morning,
    rating,
    reminders,
    scrubbing,
    silence,
    tidy,
    unsent,
    weekly,
)
from handlers.context import Look
from handlers.desk import album, later
from handlers.resources import Resources
from storage.engine import Database

CATCH_UP = timedelta(weeks=8)  # of what was missed; what is older nobody waits for

Duty = Callable[[Look, datetime], int]
"""Looks, by reading, whether it is due, and only then writes; returns how many things it made.

Nothing is due for the time before the given moment.
"""

DUTIES: tuple[Duty, ...] = (
    album.answer_whole,
    deferring.wake,
    later.send_due,
    weekly.summaries,
    closing.close_ended,
    morning.list_waiting,
    morning.remind_reporters,
    reminders.remind,
    silence.remind_of_questions,
    silence.close_by_silence,
    rating.remind_to_rate,
    digests.send_digests,
    morning.warn_of_holidays,
    incidents.digest,
    unsent.remind_of_unsent,
    clinic.remind_participants,
    clinic.ask_opinions,
    clinic.fill_places,
    announcing.send_planned,
    announcing.keep_going,
    erasing.remind,
    late_cards.post_late_cards,
    board.keep_board,
    scrubbing.scrub_by_night,
    tidy.tidy,
)


def run_due(database: Database, resources: Resources, now: datetime) -> int:
    """Does whatever is due; returns how many things. While nothing is, nobody's writing waits."""
    look = Look(database, resources, now)
    since = max(_installed(look), now - CATCH_UP)
    return sum(_do(each, look, since) for each in DUTIES)


def _installed(look: Look) -> datetime:
    with look.reading() as context:
        known = context.unit.agenda.installed()
    if known is not None:
        return known
    with look.writing() as context:
        return context.unit.agenda.installed_at(look.now)


def _do(duty: Duty, look: Look, since: datetime) -> int:
    """One that fails is due again at the next look."""
    try:
        return duty(look, since)
    except Exception as error:  # noqa: BLE001 - a broken row must not keep Monday's page back
        record(Action.DUTY_FAILED, duty=duty.__name__, error=error)
        return 0
