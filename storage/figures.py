"""Figures for reports, each traced back to ticket_event rows."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from sqlmodel import Session, col, select

from bot.rules.indicator import Case
from bot.rules.ticket import SETTLED_STATES, Deed
from storage.tables import Ticket, TicketEvent

ANSWERS = frozenset({Deed.REPLY, Deed.ASK_INFO, Deed.RESOLVE})
REOPENINGS = frozenset({Deed.DISPUTE, Deed.REOPEN})


class Figures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def cases(self, *, as_of: datetime) -> list[Case]:
        """Every ticket received before `as_of`, as it stood at `as_of`."""
        query = select(Ticket).where(col(Ticket.created_at) < as_of)
        tickets = list(self._session.exec(query.order_by(col(Ticket.created_at), col(Ticket.id))))
        events = self._events(as_of)
        return [_case(ticket, events[ticket.id]) for ticket in tickets]

    def _events(self, as_of: datetime) -> defaultdict[int, list[TicketEvent]]:
        query = select(TicketEvent).where(col(TicketEvent.at) < as_of)
        by_ticket: defaultdict[int, list[TicketEvent]] = defaultdict(list)
        for event in self._session.exec(query.order_by(col(TicketEvent.id))):
            by_ticket[event.ticket_id].append(event)
        return by_ticket


def _case(ticket: Ticket, events: list[TicketEvent]) -> Case:
    status = events[-1].after
    resolved = [event.at for event in events if event.deed is Deed.RESOLVE]
    answered = [event.at for event in events if event.deed in ANSWERS]
    return Case(
        number=str(ticket.number),
        kind=ticket.kind,
        category=ticket.category,
        received_at=ticket.created_at,
        due_at=ticket.due_at,
        status=status,
        first_answer_at=min(answered, default=None),
        resolved_at=max(resolved) if resolved and status in SETTLED_STATES else None,
        reopened_at=tuple(event.at for event in events if event.deed in REOPENINGS),
    )
