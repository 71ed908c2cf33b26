"""The one place that decides what is due, nearly late, late or paused. Pure.

A ticket's clock runs while the desk has something to do, and stands still while it waits for the
reporter or for a day that was agreed on. When it goes on, what is due moves by as much working
time as it stood still: however often that happens, the desk has the same time in all. A settled
ticket stands still as well, and goes on where it was if it is opened again. What was late before
its clock stopped stays late.

Due date and stop are kept with the ticket, for only so can a query find what is late among a
hundred thousand; they follow from the events by `replayed`, which the tests hold them to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.calendar import Calendar
from bot.rules.ticket import OPEN_STATES, PAUSED_STATES, DeadlineClass, Kind, Status

RUNNING = frozenset(OPEN_STATES) - frozenset(PAUSED_STATES)
ATOM = timedelta(microseconds=1)
MOST_AGAIN = 30  # times that a late ticket is said again


@dataclass(frozen=True)
class Terms:
    """How long things may take; see bot/data/deadlines.toml. Days are working days."""

    resolution: Mapping[Kind, int]
    supervisory: int
    verified_days: int
    answered_hours: int
    answered_days: int
    again_days: int
    reporter_reminded_on_day: int
    silence_days: int
    rating_reminded_days: int

    def days(self, kind: Kind, deadline_class: DeadlineClass) -> int:
        """Until it should be settled. A class that was chosen counts, whatever the kind."""
        if deadline_class is DeadlineClass.SUPERVISORY:
            return self.supervisory
        usual = deadline_class is DeadlineClass.of(kind)
        return self.resolution[kind if usual else Kind(deadline_class.value)]

    @property
    def aimed_at(self) -> timedelta:
        """Until the first answer."""
        return timedelta(hours=self.answered_hours)


class DeadlineState(StrEnum):
    IN_TIME = "in_time"
    SOON = "soon"
    LATE = "late"
    PAUSED = "paused"


@dataclass(frozen=True)
class TicketClock:
    """Until when the desk has time, and since when that stands still, if it does."""

    due_at: datetime
    paused_at: datetime | None = None

    @property
    def columns(self) -> dict[str, datetime | None]:
        return {"due_at": self.due_at, "paused_at": self.paused_at}

    def is_late(self, now: datetime) -> bool:
        """`due_at` mostly is the midnight that ends the last day: then the day is over."""
        return self.due_at <= (self.paused_at or now)

    def standing(self, now: datetime, soon: datetime) -> DeadlineState:
        """`soon`: what is due by then is nearly late; see soon_until."""
        if self.is_late(now):
            return DeadlineState.LATE
        if self.paused_at is not None:
            return DeadlineState.PAUSED
        return DeadlineState.SOON if self.due_at <= soon else DeadlineState.IN_TIME

    def after(self, status: Status, now: datetime, calendar: Calendar) -> TicketClock:
        """As it goes on, or stops, once the ticket has that state."""
        if status not in RUNNING:
            return self if self.paused_at is not None else TicketClock(self.due_at, now)
        if self.paused_at is None:
            return self
        lost = calendar.worked(self.paused_at, now)
        return TicketClock(calendar.after_work(self.due_at, lost))


def begun(received: datetime, working_days: int, calendar: Calendar) -> TicketClock:
    return TicketClock(calendar.due(received, working_days))


def replayed(
    clock: TicketClock, states: Iterable[tuple[datetime, Status]], calendar: Calendar
) -> TicketClock:
    """As it stands after these events, each with the state that it led to."""
    for at, status in states:
        clock = clock.after(status, at, calendar)
    return clock


def reclassed(
    received: datetime,
    working_days: int,
    states: Iterable[tuple[datetime, Status]],
    calendar: Calendar,
) -> TicketClock:
    """Of a ticket that turned out to be of another class: as if it had been so from the start."""
    return replayed(begun(received, working_days, calendar), states, calendar)


def soon_until(calendar: Calendar, now: datetime) -> datetime:
    """What is due by then is nearly late: when the next working day ends."""
    return calendar.due(now, 1) + ATOM


class ReminderKind(StrEnum):
    """What the desk is reminded of, the most urgent first."""

    LATE = "late"
    LATE_AGAIN = "late_again"
    LONG_UNANSWERED = "long_unanswered"
    SOON = "soon"
    UNANSWERED = "unanswered"
    UNTOUCHED = "untouched"


Between = tuple[datetime, datetime]
"""From the first, up to and not including the second."""


@dataclass(frozen=True)
class Lines:
    """When that must lie, or have begun, which a reminder is for: what was not yet owed at an
    earlier moment, and is now. Of the first three it is the due date."""

    late: Between
    late_again: tuple[Between, ...]
    soon: Between
    untouched: Between
    """When the ticket came; of the next two, when its reporter wrote."""
    unanswered: Between
    long_unanswered: Between


def owing_lines(terms: Terms, last: datetime, now: datetime, calendar: Calendar) -> Lines:
    def over(working_days: int) -> Between:
        return calendar.received_by(last, working_days), calendar.received_by(now, working_days)

    again = [over(terms.again_days * times) for times in range(1, MOST_AGAIN + 1)]
    return Lines(
        late=(last + ATOM, now + ATOM),
        # A due date is the midnight at which lateness begins: at the line itself it is over.
        late_again=tuple((a + ATOM, b + ATOM) for a, b in again if a < b),
        soon=(max(soon_until(calendar, last), now) + ATOM, soon_until(calendar, now) + ATOM),
        untouched=over(terms.verified_days),
        unanswered=(last - terms.aimed_at + ATOM, now - terms.aimed_at + ATOM),
        long_unanswered=over(terms.answered_days),
    )
