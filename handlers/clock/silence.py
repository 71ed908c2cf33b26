"""A reporter who says nothing: reminded of what was asked, and after long silence the ticket is
closed. They are told, and may open it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.rules import ticket as rules
from bot.rules.ticket import RESOLVING, Deed, Status
from bot.words import silence as words
from handlers.actions import card, reporter
from handlers.actions.moving import move
from handlers.clock import office
from handlers.context import Context, Look
from storage.agenda import Once
from storage.tables import AgendaKind, Ticket, TicketEvent


def remind_of_questions(look: Look, since: datetime) -> int:
    """Once for each question."""
    kind = AgendaKind.QUESTIONS_REMINDED
    return office.once_a_day(look, since, kind, lambda context: _asked(context, since), _remind)


def close_by_silence(look: Look, since: datetime) -> int:
    kind = AgendaKind.SILENT_CLOSED
    return office.once_a_day(look, since, kind, lambda context: _silent(context, since), _close)


def _reminder(ticket_id: int, asked: TicketEvent) -> Once:
    return Once(AgendaKind.QUESTION_REMINDED, subject_id=ticket_id, part_id=asked.id)


def _asked(context: Context, since: datetime) -> Sequence[int]:
    days = context.resources.terms.reporter_reminded_on_day - 1  # in the morning of that day
    until = context.resources.calendar.received_by(context.now, days)
    return context.unit.reminders.stopped((Status.WAITING,), since=since, until=until)


def _silent(context: Context, since: datetime) -> Sequence[int]:
    days = context.resources.terms.silence_days
    until = context.resources.calendar.received_by(context.now, days)
    states = (Status.WAITING, Status.RESOLVED)
    return context.unit.reminders.stopped(states, since=since, until=until)


def _last_said(context: Context, ticket: Ticket) -> TicketEvent | None:
    """Since when there is silence: what was asked or answered last, by whomever."""
    spoken = (Deed.ASK_INFO, Deed.REPLY, Deed.ANSWER, Deed.AMEND, *RESOLVING)
    return context.unit.events.last(ticket, *spoken)


def _remind(context: Context, ticket_id: int) -> int:
    ticket = context.unit.tickets.get(ticket_id)
    asked = None if ticket is None else _last_said(context, ticket)
    if ticket is None or asked is None or ticket.status is not Status.WAITING or ticket.is_erased:
        return 0
    terms, calendar = context.resources.terms, context.resources.calendar
    if calendar.due(asked.at, terms.reporter_reminded_on_day - 1) > context.now:
        return 0
    if not context.unit.agenda.claim(_reminder(ticket_id, asked), now=context.now):
        return 0
    closes = max(calendar.due(asked.at, terms.silence_days), _grace(context, context.now))
    said = words.remind(ticket.number, closes=closes, zone=context.resources.zone)
    reporter.tell(context, ticket, said, card.reporter_keys(ticket))
    reporter.open_reply(context, ticket, lasts=reporter.REPLY_OPEN, asked=True)
    return 1


def _grace(context: Context, reminded: datetime) -> datetime:
    """Nobody is closed off sooner after the reminder than its day was chosen for."""
    terms = context.resources.terms
    left = terms.silence_days - terms.reporter_reminded_on_day
    return context.resources.calendar.due(reminded, left)


def _close(context: Context, ticket_id: int) -> int:
    ticket = context.unit.tickets.get(ticket_id)
    said = None if ticket is None else _last_said(context, ticket)
    if ticket is None or said is None or ticket.is_erased:
        return 0
    if (ticket.status, Deed.LAPSE) not in rules.MOVES or not _is_over(context, ticket, said):
        return 0
    days, unanswered = context.resources.terms.silence_days, ticket.status is Status.WAITING
    move(context, ticket, Deed.LAPSE, by=None)
    reporter.close_reply(context, ticket)
    say = words.closed_unanswered if unanswered else words.closed_unconfirmed
    reporter.tell(context, ticket, say(ticket.number, days=days), card.reporter_keys(ticket))
    return 1


def _is_over(context: Context, ticket: Ticket, said: TicketEvent) -> bool:
    """Silent long enough, and reminded before."""
    agenda, calendar = context.unit.agenda, context.resources.calendar
    if calendar.due(said.at, context.resources.terms.silence_days) > context.now:
        return False
    if ticket.status is Status.WAITING:
        reminded = agenda.done_at(_reminder(ticket.id, said))
        return reminded is not None and _grace(context, reminded) <= context.now
    resolved = context.unit.events.last(ticket, *RESOLVING)
    assert resolved is not None
    return agenda.done_at(reporter.reminder(ticket.id, resolved.id)) is not None
