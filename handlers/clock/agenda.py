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
    monthly,
    morning,
    rating,
    reminders,
    scrubbing,
    silence,
    survey,
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

AT_EACH_LOOK: tuple[Duty, ...] = (
    album.answer_whole,
    clinic.fill_places,
    announcing.keep_going,
    late_cards.post_late_cards,
)
EACH_MINUTE: tuple[Duty, ...] = (
    deferring.wake,
    later.send_due,
    weekly.summaries,
    monthly.pages,
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
    survey.close_ended,
    survey.invite,
    announcing.send_planned,
    erasing.remind,
    board.keep_board,
    scrubbing.scrub_again,
    scrubbing.scrub_surveys,
    tidy.tidy,
)


class Agenda:
    """What is due by the minute is looked for once in each: two dozen looks a second, each with a
    transaction, are a fiftieth of a small PC's time."""

    def __init__(self, database: Database, resources: Resources) -> None:
        self._database = database
        self._resources = resources
        self._idle_minute: datetime | None = None

    def run_due(self, now: datetime) -> int:
        """Does whatever is due; returns how many things. While nothing is, nobody's writing
        waits. Where something was made, or failed, all are looked for again at the next look."""
        look = Look(self._database, self._resources, now)
        minute = now.replace(second=0, microsecond=0)
        looked_for = minute == self._idle_minute
        since = max(_installed(look), now - CATCH_UP)
        made = [_do(each, look, since) for each in AT_EACH_LOOK]
        if not looked_for:
            due = [_do(each, look, since) for each in EACH_MINUTE]
            self._idle_minute = None if any(each != 0 for each in due) else minute
            made += due
        return sum(filter(None, made))


def _installed(look: Look) -> datetime:
    with look.reading() as context:
        known = context.unit.agenda.installed()
    if known is not None:
        return known
    with look.writing() as context:
        return context.unit.agenda.installed_at(look.now)


def _do(duty: Duty, look: Look, since: datetime) -> int | None:
    """None where it failed."""
    try:
        return duty(look, since)
    except Exception as error:  # noqa: BLE001 - a broken row must not keep Monday's page back
        record(Action.DUTY_FAILED, duty=duty.__name__, error=error)
        return None
