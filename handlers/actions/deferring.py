"""Tickets that are put off until a day, and wake by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.rules.ticket import Changed, Deed, FieldChange
from bot.words import desk, news
from bot.words.html import mention
from handlers.actions import card, confidential, reporter
from handlers.actions.moving import move
from handlers.context import Context, Look
from handlers.turn import Turn
from storage.tables import Person, Ticket

AT_ONCE = 5  # tickets in one unit


def defer(turn: Turn, ticket: Ticket, day: date, why: str = "") -> datetime:
    """Until the office opens on that day, or on the next working day after it."""
    until = turn.resources.calendar.opening(day)
    move(
        turn,
        ticket,
        Deed.DEFER,
        by=turn.person,
        text=why or None,
        change=FieldChange(Changed.DEFERRED_UNTIL, _iso(ticket.deferred_until), _iso(until)),
        also={"deferred_until": until},
    )
    zone = turn.resources.zone
    words = news.deferred(ticket.number, until=until, zone=zone, why=why)
    reporter.tell(turn, ticket, words)
    return until


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def resume(turn: Turn, ticket: Ticket) -> None:
    """Before its day has come."""
    _go_on(turn, ticket, by=turn.person)


def _go_on(context: Context, ticket: Ticket, *, by: Person | None) -> None:
    move(context, ticket, Deed.RESUME, by=by)
    reporter.tell(context, ticket, news.resumed(ticket.number))


def wake(look: Look, _since: datetime) -> int:
    """A duty: those whose day has come go on, and the desk hears of all of them together."""
    with look.reading() as context:
        due = context.unit.reminders.due_again(look.now)
    for first in range(0, len(due), AT_ONCE):
        with look.writing() as context:
            _wake(context, due[first : first + AT_ONCE])
    return len(due)


def _wake(context: Context, ids: Sequence[int]) -> None:
    rows = []
    for ticket_id in ids:
        ticket = context.unit.tickets.get(ticket_id)
        if ticket is None or ticket.deferred_until is None or ticket.deferred_until > context.now:
            continue
        _go_on(context, ticket, by=None)
        if confidential.is_of_abuse(ticket):  # no group hears of it
            continue
        officer = context.unit.people.get(ticket.officer_id) if ticket.officer_id else None
        called = mention(officer.name, officer.id) if officer else None
        rows.append((ticket.number, card.address(ticket), called))
    if rows and context.desk_chat is not None:
        context.tell(context.desk_chat, desk.woken(rows))
