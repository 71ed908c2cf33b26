"""On working days, in office hours: what waits at the desk, reminders, and holidays that run out.

Nobody's phone is to ring at night; what fell into a downtime waits for the next morning.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.rules.ticket import RESOLVING, Status
from bot.words import alarms, dates, news, queue
from handlers.actions import alarm, card, reporter
from handlers.clock import office
from handlers.context import Context, Look
from storage.agenda import Once
from storage.tables import AgendaKind

REMIND_AFTER = timedelta(days=3)
OLDEST_SHOWN = 5


def list_waiting(look: Look, since: datetime) -> int:
    """Nothing waiting, nothing said."""
    day = office.day(look, since)
    if day is None:
        return 0
    once = Once(AgendaKind.WAITING_LISTED, period=day)
    with look.reading() as context:
        if context.unit.agenda.done_at(once) is not None:
            return 0
        counts = context.unit.open_tickets.counts(look.now)
        oldest = [
            (ticket.number, card.address(ticket), dates.span(look.now - ticket.created_at))
            for ticket in context.unit.open_tickets.oldest(most=OLDEST_SHOWN)
        ]
    with look.writing() as context:
        claimed = context.unit.agenda.claim(once, now=look.now)
        if claimed and counts.open and context.desk_chat is not None:
            said = queue.morning(
                open_=counts.open, untaken=counts.untaken, overdue=counts.late, oldest=oldest
            )
            context.tell(context.desk_chat, said)
    return int(claimed)


def remind_reporters(look: Look, since: datetime) -> int:
    """Once for each closing note that the reporter has not yet said yes or no to."""
    kind = AgendaKind.VERDICTS_REMINDED
    return office.once_a_day(
        look, since, kind, lambda context: _not_reminded(context, since), _remind
    )


def _not_reminded(context: Context, since: datetime) -> list[tuple[int, int]]:
    settled = context.unit.reminders.unconfirmed(since=since, until=context.now - REMIND_AFTER)
    wanted = {reporter.reminder(*each): each for each in settled}
    return list(context.unit.agenda.not_made(wanted).values())


def warn_of_holidays(look: Look, since: datetime) -> int:
    """Without them due dates would be promised too early; once for each end."""
    calendar = look.resources.calendar
    if office.day(look, since) is None:
        return 0
    once = Once(AgendaKind.HOLIDAYS_END, period=calendar.known_until.isoformat())
    with look.reading() as context:
        said = context.unit.agenda.done_at(once) is not None
        if said or not calendar.runs_out(look.now, context.unit.open_tickets.last_due()):
            return 0
    words = alarms.holidays_end(until=calendar.known_until)
    with look.writing() as context:
        return int(alarm.raise_once(context, once, words))


def _remind(context: Context, settled: tuple[int, int]) -> int:
    ticket_id, event_id = settled
    ticket = context.unit.tickets.get(ticket_id)
    if ticket is None or ticket.is_erased or ticket.status is not Status.RESOLVED:
        return 0
    resolved = context.unit.events.last(ticket, *RESOLVING)
    if resolved is None or resolved.id != event_id:  # settled once more since
        return 0
    if not context.unit.agenda.claim(reporter.reminder(*settled), now=context.now):
        return 0
    reporter.tell(context, ticket, news.remind_verdict(ticket.number), card.verdict_keys(ticket))
    reporter.open_reply(context, ticket, lasts=reporter.REPLY_OPEN)
    return 1
