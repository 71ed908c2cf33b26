"""Tickets that may stand in an evidence pack as samples of how one was handled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import union
from sqlmodel import Session, col, select

from bot.rules.ticket import SETTLED_STATES, Deed, Status
from storage.for_group import READABLE
from storage.roster import CURRENT
from storage.tables import ERASED_ID, Person, RosterEntry, Ticket, TicketEvent

CANDIDATES = 60
TOLD = (Deed.REPLY, Deed.ASK_INFO, Deed.ANSWER, Deed.RESOLVE)
TO_REPORTER = frozenset({Deed.REPLY, Deed.ASK_INFO, Deed.RESOLVE})


class SampleEvent(NamedTuple):
    at: datetime
    deed: Deed
    text: str
    name: str | None
    """Of who did it."""


class Samples:
    def __init__(self, session: Session) -> None:
        self._session = session

    def candidates(self, start: datetime, end: datetime) -> list[tuple[Ticket, str]]:
        """Resolved ones that came then, with their reporters' names; confirmed ones first, the
        newest first. None of somebody erased, none whose words are gone, and none that no group
        may read."""
        confirmed = (col(Ticket.status) == Status.CLOSED).desc()
        query = (
            select(Ticket, Person.name)
            .join(Person, col(Person.id) == col(Ticket.reporter_id))
            .where(
                col(Ticket.created_at) >= start,
                col(Ticket.created_at) < end,
                col(Ticket.status).in_(SETTLED_STATES),
                col(Ticket.reporter_id) != ERASED_ID,
                col(Ticket.story) != "",
                READABLE,
            )
            .order_by(confirmed, col(Ticket.created_at).desc(), col(Ticket.id).desc())
            .limit(CANDIDATES)
        )
        return list(self._session.exec(query))

    def told(self, tickets: Sequence[int]) -> dict[int, list[SampleEvent]]:
        """What reporter and desk said to each other, in order."""
        query = (
            select(TicketEvent, Person.name)
            .join(Person, col(Person.id) == col(TicketEvent.actor_id), isouter=True)
            .where(
                col(TicketEvent.ticket_id).in_(tickets),
                col(TicketEvent.deed).in_(TOLD),
                col(TicketEvent.text).is_not(None),
            )
            .order_by(col(TicketEvent.id))
        )
        found: dict[int, list[SampleEvent]] = {ticket: [] for ticket in tickets}
        for event, name in self._session.exec(query):
            if event.text:
                found[event.ticket_id].append(SampleEvent(event.at, event.deed, event.text, name))
        return found

    def names(self) -> list[str]:
        """Of everybody who is known, or on the list of personnel: none of them is to be read in a
        paper."""
        people = select(col(Person.name)).where(col(Person.id) != ERASED_ID)
        listed = select(col(RosterEntry.name)).where(col(RosterEntry.import_id) == CURRENT)
        found = self._session.connection().execute(union(people, listed))
        return sorted(name for (name,) in found)
