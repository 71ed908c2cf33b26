"""What has become due between two moments: each query looks at what crossed a line since, so that
it stays short however much is late."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from bot.rules.ticket import ANSWERING, OPEN_STATES, RESOLVING, Deed, Status
from storage.lateness import RUNS
from storage.tables import Person, Ticket, TicketEvent

SAID_BY_REPORTER = (Deed.FILE, Deed.ANSWER, Deed.DISPUTE)
Between = tuple[datetime, datetime]
"""From the first, up to and not including the second."""


class DueReminder(NamedTuple):
    ticket: Ticket
    officer: Person | None


class Reminders:
    def __init__(self, session: Session) -> None:
        self._session = session

    def due(self, *spans: Between) -> list[DueReminder]:
        """Whose due date lies there, the earliest first."""
        return self._owed(_in(col(Ticket.due_at), spans))

    def untouched(self, span: Between) -> list[DueReminder]:
        """New ones that came then."""
        return self._owed(
            and_(col(Ticket.status) == Status.OPEN, _in(col(Ticket.created_at), (span,)))
        )

    def unanswered(self, span: Between) -> list[DueReminder]:
        """To whose reporters nobody has said a word since they wrote, which was then."""
        later = aliased(TicketEvent)
        answered = select(later.id).where(
            col(later.ticket_id) == col(TicketEvent.ticket_id),
            col(later.id) > col(TicketEvent.id),
            col(later.deed).in_(ANSWERING),
        )
        wrote = select(TicketEvent.ticket_id).where(
            _in(col(TicketEvent.at), (span,)),
            col(TicketEvent.deed).in_(SAID_BY_REPORTER),
            ~answered.exists(),
        )
        return self._owed(col(Ticket.id).in_(wrote))

    def unconfirmed(self, *, since: datetime, until: datetime) -> list[tuple[int, int]]:
        """Tickets that were settled then and wait for the reporter's word, each with the number of
        that event."""
        query = (
            select(TicketEvent.ticket_id, TicketEvent.id)
            .join(Ticket, col(Ticket.id) == col(TicketEvent.ticket_id))
            .where(
                col(TicketEvent.at) >= since,
                col(TicketEvent.at) <= until,
                col(TicketEvent.deed).in_(RESOLVING),
                col(Ticket.status) == Status.RESOLVED,
            )
            .order_by(col(TicketEvent.id))
        )
        return [(ticket, event) for ticket, event in self._session.exec(query)]

    def stopped(
        self, states: Collection[Status], *, since: datetime, until: datetime
    ) -> list[int]:
        """Tickets in these states whose clock stopped then, oldest first."""
        query = select(Ticket.id).where(
            col(Ticket.status).in_(states),
            col(Ticket.paused_at) >= since,
            col(Ticket.paused_at) < until,
        )
        return list(self._session.exec(query.order_by(col(Ticket.paused_at), col(Ticket.id))))

    def due_again(self, now: datetime) -> list[int]:
        """Deferred until now or before, the longest first."""
        query = select(Ticket.id).where(
            col(Ticket.deferred_until) <= now, col(Ticket.status) == Status.DEFERRED
        )
        return list(self._session.exec(query.order_by(col(Ticket.deferred_until), col(Ticket.id))))

    def _owed(self, which: ColumnElement[bool]) -> list[DueReminder]:
        query = (
            select(Ticket, Person)
            .outerjoin(Person, col(Person.id) == col(Ticket.officer_id))
            .where(col(Ticket.status).in_(OPEN_STATES), RUNS, which)
            .order_by(col(Ticket.due_at), col(Ticket.id))
        )
        return [DueReminder(*row) for row in self._session.exec(query)]


def _in(column: Any, spans: Sequence[Between]) -> ColumnElement[bool]:
    return or_(*(and_(column >= begins, column < ends) for begins, ends in spans))
