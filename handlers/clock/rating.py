"""Who has not said how satisfied they are is asked once more, and then never."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.rules.satisfaction import RatingStep
from bot.rules.ticket import Status
from bot.words import satisfaction as words
from handlers.actions import reporter, satisfaction
from handlers.clock import office
from handlers.context import Context, Look
from storage.agenda import Once
from storage.tables import AgendaKind

TOO_LATE = timedelta(days=30)


def remind_to_rate(look: Look, since: datetime) -> int:
    return office.once_a_day(look, since, AgendaKind.RATINGS_REMINDED, _unrated, _remind)


def _unrated(context: Context) -> Sequence[int]:
    resources = context.resources
    days = resources.terms.rating_reminded_days
    unrated = context.unit.satisfaction.unrated(
        since=context.now - TOO_LATE, until=resources.calendar.received_by(context.now, days)
    )
    wanted = {_reminder(number): number for number in unrated}
    return list(context.unit.agenda.not_made(wanted).values())


def _reminder(ticket_id: int) -> Once:
    return Once(AgendaKind.RATING_REMINDED, subject_id=ticket_id)


def _remind(context: Context, ticket_id: int) -> int:
    ticket, row = context.unit.tickets.get(ticket_id), context.unit.satisfaction.of(ticket_id)
    if ticket is None or ticket.is_erased or ticket.status is not Status.CLOSED:
        return 0
    if row is None or row.score is not None:
        return 0
    if not context.unit.agenda.claim(_reminder(ticket_id), now=context.now):
        return 0
    reporter.tell(context, ticket, words.reminder(ticket.number), satisfaction.keys(ticket))
    satisfaction.listen(context, ticket, RatingStep.SCORE)
    return 1
