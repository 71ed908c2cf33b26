"""/gabung EK-… EK-…: the first is the one that the others go along with."""

from __future__ import annotations

from bot.errors import UnknownTicketAtDesk
from bot.words import desk
from faq.text.said import ticket_number
from handlers.actions import confidential, merging
from handlers.turn import Turn
from storage.tables import Ticket

MOST = 10  # at once


def merge(turn: Turn, argument: str) -> None:
    named = argument.replace(",", " ").split()[: MOST + 1]
    if len(named) < 2:
        turn.say(desk.how_to_merge())
        return
    master, *others = [_named(turn, each) for each in named]
    for ticket in dict.fromkeys(other.id for other in others):
        merging.merge(turn, turn.ticket(ticket), master)


def _named(turn: Turn, said: str) -> Ticket:
    """Raises UnknownTicketAtDesk."""
    number = ticket_number.alone(said)
    ticket = turn.unit.tickets.by_number(number) if number else None
    if ticket is None or confidential.is_of_abuse(ticket):  # no group hears of it
        raise UnknownTicketAtDesk
    return ticket
