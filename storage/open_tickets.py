"""What the desk still has to do: how much, in whose hands, and where its cards are."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import case, or_
from sqlmodel import Session, col, func, select

from bot.rules.ticket import OPEN_STATES, UNTAKEN_STATES, DeadlineClass
from bot.rules.visibility import HIDES_WORDS
from storage.lateness import is_late
from storage.queue import FOR_GROUP
from storage.tables import Ticket

SOME = 100


class Load(NamedTuple):
    """Open tickets, and how many of them nobody has taken, or are late."""

    open: int
    untaken: int
    overdue: int


class OpenTickets:
    def __init__(self, session: Session) -> None:
        self._session = session

    def oldest(self, *, most: int = SOME) -> list[Ticket]:
        """Some of what the desk still has to do, oldest first."""
        query = (
            select(Ticket)
            .where(col(Ticket.status).in_(OPEN_STATES), FOR_GROUP)
            .order_by(col(Ticket.created_at), col(Ticket.id))
            .limit(most)
        )
        return list(self._session.exec(query))

    def load(self, now: datetime) -> Load:
        """How much the desk still has to do."""
        untaken = case((col(Ticket.status).in_(UNTAKEN_STATES), 1), else_=0)
        overdue = case((is_late(now), 1), else_=0)
        query = select(
            func.count(col(Ticket.id)),
            func.coalesce(func.sum(untaken), 0),
            func.coalesce(func.sum(overdue), 0),
        ).where(col(Ticket.status).in_(OPEN_STATES), FOR_GROUP)
        return Load(*self._session.exec(query).one())

    def elsewhere(self, chat_id: int) -> list[int]:
        """Open tickets whose card is not in this chat, oldest first."""
        query = select(Ticket.id).where(
            col(Ticket.status).in_(OPEN_STATES),
            FOR_GROUP,
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
        query = select(Ticket).where(
            col(Ticket.status).in_(OPEN_STATES),
            or_(
                col(Ticket.visibility).in_(HIDES_WORDS),
                col(Ticket.deadline_class) == DeadlineClass.SUPERVISORY,
            ),
        )
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
