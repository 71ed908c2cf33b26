"""Whether a person can be reached: they may block the bot, and come back."""

from __future__ import annotations

from bot.words import desk
from handlers.actions import card
from handlers.context import Context
from storage.tables import HoldReason, Person


def lost(context: Context, person: Person) -> None:
    """Blocked, or gone from Telegram: the desk learns it once, at each ticket still open."""
    if not person.reachable:
        return
    person.reachable = False
    for ticket in context.unit.tickets.open_of(person.id):
        card.redraw(context, ticket)
        card.under_card(context, ticket, desk.unreachable(ticket.number))


def regained(context: Context, person: Person) -> None:
    if person.reachable:
        return
    person.reachable = True
    context.unit.outbox.release(person.id, HoldReason.UNREACHABLE)
    for ticket in context.unit.tickets.open_of(person.id):
        card.redraw(context, ticket)
