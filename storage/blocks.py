"""Who was kept from the bot: when, by whom, why, and until when. No row is ever deleted here."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from bot.rules.ticket import Number, Role
from storage.for_group import NAMED
from storage.tables import BlockRow, Person, Question, Ticket

LOOKED_AT = 100  # questions and tickets, the newest
MOST_LISTED = 30


class Blocked(NamedTuple):
    person_id: int
    name: str
    reason: str
    at: datetime
    ticket: Number | None
    """All that the desk knows of them, where they reported anonymously."""


class Blocks:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, person: Person, *, by: int, reason: str, now: datetime, ticket_id: int | None = None
    ) -> None:
        """`ticket_id`: the anonymous report by which alone the desk knows them."""
        person.blocked_at, person.block_told_at = now, None
        self._session.add(
            BlockRow(person_id=person.id, at=now, by_id=by, reason=reason, ticket_id=ticket_id)
        )
        self._session.flush()

    def lift(self, person: Person, *, by: int, now: datetime) -> None:
        person.blocked_at = person.block_told_at = None
        query = select(BlockRow).where(
            col(BlockRow.person_id) == person.id, col(BlockRow.lifted_at).is_(None)
        )
        for row in self._session.exec(query):
            row.lifted_at, row.lifted_by = now, by
        self._session.flush()

    def now(self) -> list[Blocked]:
        """Those not lifted, the newest first."""
        return self._not_lifted()

    def of(self, person_id: int) -> Blocked | None:
        return next(iter(self._not_lifted(col(BlockRow.person_id) == person_id)), None)

    def _not_lifted(self, *where: ColumnElement[bool]) -> list[Blocked]:
        query = (
            select(BlockRow, Person.name, Ticket)
            .join(Person, col(Person.id) == col(BlockRow.person_id))
            .outerjoin(Ticket, col(Ticket.id) == col(BlockRow.ticket_id))
            .where(*where, col(BlockRow.lifted_at).is_(None), col(Person.blocked_at).is_not(None))
            .order_by(col(BlockRow.id).desc())
            .limit(MOST_LISTED)
        )
        return [
            Blocked(row.person_id, name, row.reason, row.at, ticket.number if ticket else None)
            for row, name, ticket in self._session.exec(query)
        ]

    def busiest(self, most: int) -> list[Person]:
        """Who wrote most of what came last under their name: whom an admin is most likely to
        mean."""
        asked = select(Question.asker_id).order_by(col(Question.id).desc()).limit(LOOKED_AT)
        filed = (
            select(Ticket.reporter_id)
            .where(NAMED)
            .order_by(col(Ticket.id).desc())
            .limit(LOOKED_AT)
        )
        wrote = [*self._session.exec(asked), *self._session.exec(filed)]
        often = sorted(dict.fromkeys(wrote), key=lambda person_id: -wrote.count(person_id))
        people = (self._session.get(Person, person_id) for person_id in often)
        may = (each for each in people if each and each.id > 0 and each.role is Role.ASKER)
        return [each for each in may if each.blocked_at is None][:most]
