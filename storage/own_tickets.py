"""A reporter's own tickets."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from bot.rules.ticket import ENDED_STATES, OPEN_STATES, Number, Status
from storage.for_group import NAMED
from storage.prepared import Prepared, PreparedEntities, among
from storage.tables import Person, Ticket, TicketEvent

_WITHOUT = Prepared(
    {
        name: sql_select(col(Person.id)).where(
            of, ~sql_select(col(Ticket.id)).where(col(Ticket.reporter_id) == Person.id).exists()
        )
        for name, of in among(col(Person.id), "people").items()
    }
)

_NEWEST_OF = (
    select(Ticket)
    .where(col(Ticket.reporter_id) == bindparam("reporter"))
    .order_by(col(Ticket.id).desc())
    .limit(bindparam("most"))
)
_NEWEST = PreparedEntities(Ticket, _NEWEST_OF)
_NEWEST_OPEN = PreparedEntities(Ticket, _NEWEST_OF.where(col(Ticket.status).in_(OPEN_STATES)))


class OwnTickets:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._without: set[int] = set()

    def look_up(self, people: Collection[int]) -> None:
        """Whose there are none of: for a whole batch at once, and before most of its turns."""
        self._without = {*_WITHOUT(self._session.connection(), people=[*people]).scalars()}

    def come_to(self, person_id: int) -> None:
        """Somebody has one now, who may have had none."""
        self._without.discard(person_id)

    def has_none(self, person_id: int) -> bool:
        """As far as was looked up: of whoever is not known it is False."""
        return person_id in self._without

    def newest(self, reporter_id: int, *, limit: int) -> list[Ticket]:
        """Newest first."""
        return _NEWEST(self._session, reporter=reporter_id, most=limit)

    def every(self, reporter_id: int) -> list[Ticket]:
        """Oldest first. Takes long of somebody with many: for a reading connection."""
        query = select(Ticket).where(col(Ticket.reporter_id) == reporter_id)
        return list(self._session.exec(query.order_by(col(Ticket.id))))

    def count_named(self, reporter_id: int) -> int:
        """As many as the group knows to be theirs."""
        theirs = col(Ticket.reporter_id) == reporter_id
        query = select(func.count(col(Ticket.id))).where(theirs, NAMED)
        return self._session.exec(query).one()

    def newest_open(self, reporter_id: int, *, most: int) -> list[Ticket]:
        """One reporter's that the desk still has to do, the newest first."""
        return _NEWEST_OPEN(self._session, reporter=reporter_id, most=most)

    def ended_since(self, reporter_id: int, moment: datetime, *, most: int) -> list[Ticket]:
        """One reporter's that ended since then and may be opened again, the newest first."""
        ended = select(TicketEvent.ticket_id).where(
            col(TicketEvent.ticket_id) == col(Ticket.id),
            col(TicketEvent.at) >= moment,
            col(TicketEvent.after) == col(Ticket.status),
            col(TicketEvent.before).is_distinct_from(col(TicketEvent.after)),
        )
        query = select(Ticket).where(
            col(Ticket.reporter_id) == reporter_id,
            col(Ticket.status).in_([*ENDED_STATES]),
            col(Ticket.status) != Status.MERGED,
            ended.exists(),
        )
        return list(self._session.exec(query.order_by(col(Ticket.id).desc()).limit(most)))

    def going_on(self, reporter_id: int) -> list[int]:
        """One reporter's, those settled but unconfirmed included: they still wait for a word."""
        query = select(Ticket.id).where(
            col(Ticket.reporter_id) == reporter_id,
            col(Ticket.status).in_((*OPEN_STATES, Status.RESOLVED, Status.MERGED)),
        )
        return list(self._session.exec(query.order_by(col(Ticket.id))))

    def open_numbers(self, reporter_id: int) -> list[Number]:
        """What the desk still has to do for one reporter."""
        return self._open_numbers(col(Ticket.reporter_id) == reporter_id)

    def open_named(self, reporter_id: int) -> list[Number]:
        """The same of those that the group knows to be theirs."""
        return self._open_numbers(col(Ticket.reporter_id) == reporter_id, NAMED)

    def _open_numbers(self, *where: ColumnElement[bool]) -> list[Number]:
        query = select(Ticket.year, Ticket.serial).where(
            *where, col(Ticket.status).in_(OPEN_STATES)
        )
        rows = self._session.exec(query.order_by(col(Ticket.id)))
        return [Number(year, serial) for year, serial in rows]
