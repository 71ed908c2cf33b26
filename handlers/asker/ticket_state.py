"""How one's own reports stand, as every list of them tells it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.words import labels, own
from bot.words.ticket import OF_THE_DESK
from handlers.buttons import ShowTicket
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import Ticket


def states(turn: Turn, tickets: Sequence[Ticket]) -> list[own.State]:
    latest = turn.unit.events.latest([ticket.id for ticket in tickets], but=OF_THE_DESK)
    found = []
    for ticket in tickets:
        officer = turn.unit.people.get(ticket.officer_id) if ticket.officer_id else None
        state = own.State(
            number=ticket.number,
            status=ticket.status,
            story=ticket.story,
            last=latest.get(ticket.id),
            officer=officer.name if officer else None,
            received=ticket.created_at,
            clock=ticket.clock,
            now=turn.now,
            zone=turn.resources.zone,
        )
        found.append(state)
    return found


def to_each(tickets: Sequence[Ticket]) -> Keyboard:
    """A button for each that opens it."""
    return tuple(
        (Key(labels.label(str(ticket.number)), ShowTicket(ticket.id)),) for ticket in tickets
    )
