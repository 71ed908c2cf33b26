"""Who is told alone what they have in hand, and how often."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import case
from sqlmodel import Session, col, func, select

from bot.rules.digest import Digest
from bot.rules.ticket import OPEN_STATES, PAUSED_STATES, Role
from storage.lateness import is_late, is_soon
from storage.tables import DigestRow, Person, Ticket


class InHand(NamedTuple):
    open: int
    late: int
    soon: int
    paused: int


class Digests:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, person_id: int) -> Digest | None:
        row = self._session.get(DigestRow, person_id)
        return None if row is None else row.often

    def choose(self, person_id: int, often: Digest | None) -> None:
        row = self._session.get(DigestRow, person_id)
        if often is None:
            if row is not None:
                self._session.delete(row)
        elif row is None:
            self._session.add(DigestRow(person_id=person_id, often=often))
        else:
            row.often = often
        self._session.flush()

    def readers(self, *often: Digest) -> list[int]:
        """Officers who may be written to."""
        query = (
            select(DigestRow.person_id)
            .join(Person, col(Person.id) == col(DigestRow.person_id))
            .where(
                col(DigestRow.often).in_(often),
                col(Person.role) != Role.ASKER,
                col(Person.reachable).is_(True),
                col(Person.blocked_at).is_(None),
            )
        )
        return list(self._session.exec(query.order_by(col(DigestRow.person_id))))

    def in_hand(self, officer_id: int, *, now: datetime, soon: datetime) -> InHand:
        late, nearly = is_late(now), is_soon(now, soon)
        paused = col(Ticket.status).in_(PAUSED_STATES)
        counts = [func.count(case((sort, 1))) for sort in (late, nearly, paused)]
        query = select(func.count(col(Ticket.id)), *counts).where(
            col(Ticket.officer_id) == officer_id, col(Ticket.status).in_(OPEN_STATES)
        )
        return InHand(*map(int, self._session.connection().execute(query).one()))
