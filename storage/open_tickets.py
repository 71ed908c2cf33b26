"""What the desk still has to do: how much, in whose hands, and where its cards are."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import case, not_, or_
from sqlmodel import Session, col, func, select

from bot.rules.ticket import OPEN_STATES, UNTAKEN_STATES, Status
from storage.for_group import READABLE, STILL_TO_DO
from storage.lateness import RUNS, is_late
from storage.tables import Person, Ticket

SOME = 100


class Counts(NamedTuple):
    untaken: int
    taken: int
    waiting: int
    deferred: int
    late: int
    """Among all of them."""

    @property
    def open(self) -> int:
        return self.untaken + self.taken + self.waiting + self.deferred


class OpenTickets:
    def __init__(self, session: Session) -> None:
        self._session = session

    def oldest(self, *, most: int = SOME) -> list[Ticket]:
        """Some of what the desk still has to do, oldest first."""
        query = (
            select(Ticket)
            .where(STILL_TO_DO)
            .order_by(col(Ticket.created_at), col(Ticket.id))
            .limit(most)
        )
        return list(self._session.exec(query))

    def counts(self, now: datetime) -> Counts:
        status = col(Ticket.status)
        sorts = (
            status.in_(UNTAKEN_STATES),
            status == Status.TAKEN,
            status == Status.WAITING,
            status == Status.DEFERRED,
            is_late(now),
        )
        query = select(*(func.count(case((sort, 1))) for sort in sorts)).where(STILL_TO_DO)
        return Counts(*map(int, self._session.connection().execute(query).one()))

    def most_urgent(self, most: int) -> list[tuple[Ticket, str | None]]:
        """Those whose clock runs, what is due first in front, each with its officer's name."""
        query = (
            select(Ticket, col(Person.name))
            .outerjoin(Person, col(Person.id) == col(Ticket.officer_id))
            .where(STILL_TO_DO, RUNS)
            .order_by(col(Ticket.due_at), col(Ticket.id))
            .limit(most)
        )
        return [(ticket, name) for ticket, name in self._session.exec(query)]

    def elsewhere(self, chat_id: int) -> list[int]:
        """Open tickets whose card is not in this chat, oldest first."""
        query = select(Ticket.id).where(
            STILL_TO_DO,
            or_(
                col(Ticket.card_message_id).is_(None),
                col(Ticket.card_chat_id).is_distinct_from(chat_id),
            ),
        )
        return list(self._session.exec(query.order_by(col(Ticket.created_at), col(Ticket.id))))

    def in_hand(self, officer_id: int) -> list[int]:
        """What somebody of the desk has, and is still to be done; oldest first."""
        query = select(Ticket.id).where(
            col(Ticket.officer_id) == officer_id, col(Ticket.status).in_(OPEN_STATES)
        )
        return list(self._session.exec(query.order_by(col(Ticket.created_at), col(Ticket.id))))

    def counts_in_hand(self) -> dict[int, int]:
        """Of everybody who has any."""
        query = (
            select(Ticket.officer_id, func.count(col(Ticket.id)))
            .where(col(Ticket.officer_id).is_not(None), col(Ticket.status).in_(OPEN_STATES))
            .group_by(col(Ticket.officer_id))
        )
        return {officer: count for officer, count in self._session.exec(query) if officer}

    def confidential(self) -> list[Ticket]:
        """What is worked on outside the group, due first in front."""
        query = select(Ticket).where(col(Ticket.status).in_(OPEN_STATES), not_(READABLE))
        return list(self._session.exec(query.order_by(col(Ticket.due_at), col(Ticket.id))))

    def last_due(self) -> datetime | None:
        """The latest due date of what is still open."""
        query = select(Ticket.due_at).where(col(Ticket.status).in_(OPEN_STATES))
        return self._session.exec(query.order_by(col(Ticket.due_at).desc()).limit(1)).first()

    def perhaps_same(self, ticket: Ticket, *, most: int) -> list[Ticket]:
        """Open ones that it may be a duplicate of: of the same reporter, then the newest."""
        theirs = case((col(Ticket.reporter_id) == ticket.reporter_id, 0), else_=1)
        query = select(Ticket).where(
            col(Ticket.status).in_(OPEN_STATES), col(Ticket.id) != ticket.id
        )
        return list(self._session.exec(query.order_by(theirs, col(Ticket.id).desc()).limit(most)))
