"""What stands on the pinned board of the helpdesk group, and where that is."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import case
from sqlmodel import Session, col, func, select

from bot.rules.ticket import OPEN_STATES, UNTAKEN_STATES, Status
from storage.confidential import FOR_GROUP
from storage.lateness import RUNS, is_late
from storage.tables import BoardRow, Person, Ticket


class Counts(NamedTuple):
    untaken: int
    taken: int
    waiting: int
    deferred: int
    late: int


class Board:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, chat_id: int) -> BoardRow | None:
        return self._session.get(BoardRow, chat_id)

    def said(self, chat_id: int, mark: str, *, now: datetime) -> None:
        row = self.of(chat_id) or BoardRow(chat_id=chat_id, mark=mark, updated_at=now)
        row.mark, row.updated_at = mark, now
        self._session.add(row)
        self._session.flush()

    def place(self, chat_id: int, message_id: int | None) -> None:
        """None: it is gone, and made anew."""
        row = self.of(chat_id)
        if row is not None:
            row.message_id = message_id
            self._session.flush()

    def counts(self, now: datetime) -> Counts:
        status = col(Ticket.status)
        sorts = (
            status.in_(UNTAKEN_STATES),
            status == Status.TAKEN,
            status == Status.WAITING,
            status == Status.DEFERRED,
            is_late(now),
        )
        sums = [func.coalesce(func.sum(case((sort, 1), else_=0)), 0) for sort in sorts]
        query = select(*sums).where(status.in_(OPEN_STATES), FOR_GROUP)
        return Counts(*map(int, self._session.connection().execute(query).one()))

    def most_urgent(self, most: int) -> list[tuple[Ticket, str | None]]:
        """Those whose clock runs, what is due first in front, each with its officer's name."""
        query = (
            select(Ticket, col(Person.name))
            .outerjoin(Person, col(Person.id) == col(Ticket.officer_id))
            .where(col(Ticket.status).in_(OPEN_STATES), FOR_GROUP, RUNS)
            .order_by(col(Ticket.due_at), col(Ticket.id))
            .limit(most)
        )
        return [(ticket, name) for ticket, name in self._session.exec(query)]
