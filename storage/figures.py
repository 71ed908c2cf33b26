"""Figures for reports, each traced back to ticket_event rows.

What can be counted by the database is counted there: over five years' tickets the rows themselves
would take seconds and hundreds of megabytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    bindparam,
    case,
    false,
    func,
    literal_column,
    not_,
    or_,
    select,
    union,
)
from sqlmodel import Session, col

from bot.rules.deadline import RUNNING
from bot.rules.indicator import MeasuredTicket
from bot.rules.ticket import OPEN_STATES, REOPENING, Number
from storage import standing
from storage.for_group import FOR_GROUP
from storage.tables import Person, Ticket, TicketEvent
from storage.types import Utc

_NUMBER = (col(Ticket.year), col(Ticket.serial))
_TOLD_OF_A_CASE = [
    col(column)
    for column in (
        Ticket.id,
        Ticket.year,
        Ticket.serial,
        Ticket.kind,
        Ticket.category,
        Ticket.created_at,
        Ticket.due_at,
        Ticket.channel,
    )
]


class Figures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def cases(self, *, as_of: datetime, since: datetime) -> list[MeasuredTicket]:
        """Tickets as they stood at `as_of`: those that came, or to which something happened, from
        `since` on, and all that were open; and when they were opened again, from then on. What
        else there is adds to no figure of that span."""
        return self._told(_CONCERNED, as_of=as_of, since=since)

    def received(self, *, as_of: datetime, since: datetime) -> list[MeasuredTicket]:
        """Those alone that came from `since` on, as they stood at `as_of`."""
        return self._told(_RECEIVED, as_of=as_of, since=since)

    def _told(self, statement: Any, *, as_of: datetime, since: datetime) -> list[MeasuredTicket]:
        connection, of = self._session.connection(), {"as_of": as_of, "since": since}
        reopened: defaultdict[int, list[datetime]] = defaultdict(list)
        again: list[Any] = sorted(map(tuple, connection.execute(_REOPENINGS, of)))
        for _, ticket_id, at in again:
            reopened[ticket_id].append(at)
        moved = standing.due_then(connection, as_of)
        found = connection.execute(statement, of).fetchall()
        return [_case(row, reopened, moved) for row in found]

    def officers(self, numbers: Sequence[str]) -> dict[str, str]:
        """By number, who has it of these few tickets, but for those that no group hears of."""
        query = (
            select(*_NUMBER, col(Person.name))
            .join(Person, col(Person.id) == col(Ticket.officer_id))
            .where(_is_one_of(numbers), FOR_GROUP)
        )
        found = self._session.connection().execute(query)
        return {str(Number(year, serial)): name for year, serial, name in found}

    def of_abuse(self, numbers: Sequence[str]) -> set[str]:
        """Those of these few tickets that no group hears of."""
        query = select(*_NUMBER).where(_is_one_of(numbers), not_(FOR_GROUP))
        return {str(Number(*row)) for row in self._session.connection().execute(query)}


def _is_one_of(numbers: Sequence[str]) -> ColumnElement[bool]:
    """Each looked up: for a list of pairs SQLite would look through all tickets."""
    year, serial = _NUMBER
    named = [n for n in map(Number.read, numbers) if n is not None]
    return or_(false(), *(and_(year == n.year, serial == n.serial) for n in named))


def _concerned(as_of: datetime, since: datetime) -> Any:
    """Open at `as_of` is either open still, or something has happened to it since.

    A union of what three indexes find: of an "or" PostgreSQL would rather try each ticket.
    """
    came_before = col(Ticket.created_at) < as_of
    found = union(
        _came(as_of, since),
        select(col(Ticket.id)).where(came_before, col(Ticket.status).in_(OPEN_STATES)),
        select(col(TicketEvent.ticket_id)).where(col(TicketEvent.at) >= since),
    ).subquery()
    return select(found.c.id)


def _came(as_of: datetime, since: datetime) -> Any:
    created = col(Ticket.created_at)
    return select(col(Ticket.id)).where(created < as_of, created >= since)


def _standing(as_of: datetime, concerned: Any) -> Any:
    paused = func.max(case((standing.stops(), col(TicketEvent.at)))).label("paused")
    told = standing.told(as_of, paused).where(col(TicketEvent.ticket_id).in_(concerned)).subquery()
    return (
        select(*_TOLD_OF_A_CASE, told.c.answered, told.c.resolved, told.c.paused, told.c.last)
        .join(told, told.c.ticket_id == col(Ticket.id))
        .order_by(col(Ticket.created_at), col(Ticket.id))
    )


# Made once: making them takes longer than running them over a few tickets.
_SPAN: Any = [bindparam("as_of", type_=Utc()), bindparam("since", type_=Utc())]
_CONCERNED = _standing(_SPAN[0], _concerned(*_SPAN))
_RECEIVED = _standing(_SPAN[0], _came(*_SPAN))
# Earlier ones, of tickets that are still open, add to no figure of that span. Few are ever opened
# again, and one index has nothing else; in no order, or SQLite would go through all events.
_REOPENS = col(TicketEvent.deed).in_([literal_column(f"'{each}'") for each in REOPENING])
_REOPENINGS = select(col(TicketEvent.id), col(TicketEvent.ticket_id), col(TicketEvent.at)).where(
    _REOPENS, col(TicketEvent.at) >= _SPAN[1], col(TicketEvent.at) < _SPAN[0]
)


def _case(
    row: Row[*tuple[Any, ...]],
    reopened: Mapping[int, Sequence[datetime]],
    moved: Mapping[int, datetime],
) -> MeasuredTicket:
    """By place: to ask a row for each name takes as long as to fetch it."""
    (ticket_id, year, serial, kind, category, received, due, channel, *told) = row
    answered, resolved, paused, last = told
    status, resolved_at = standing.stood(last, resolved)
    return MeasuredTicket(
        number=str(Number(year, serial)),
        kind=kind,
        category=category,
        received_at=received,
        due_at=moved.get(ticket_id, due),
        status=status,
        first_answer_at=answered,
        resolved_at=resolved_at,
        reopened_at=tuple(reopened.get(ticket_id, ())),
        paused_at=None if status in RUNNING else paused,
        channel=channel,
    )
