"""How one's own reports stand, as every list of them tells it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.words import labels, own
from bot.words.ticket import OF_THE_DESK
from handlers.buttons import Button, ShowTicket
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
            deferred_until=ticket.deferred_until,
            now=turn.now,
            zone=turn.resources.zone,
        )
        found.append(state)
    return found


def to_each(tickets: Sequence[Ticket], button: Callable[[int], Button] = ShowTicket) -> Keyboard:
    """A button for each, with its number: it opens that, or does what else is given."""
    return tuple((Key(labels.label(str(each.number)), button(each.id)),) for each in tickets)
