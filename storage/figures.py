"""Figures for reports, each traced back to ticket_event rows.

What can be counted by the database is counted there: over five years' tickets the rows themselves
would take seconds and hundreds of megabytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, case, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.rules.indicator import Case
from bot.rules.ticket import OPEN_STATES, SETTLED_STATES, Deed, Number
from storage.tables import Ticket, TicketEvent

ANSWERS = (Deed.REPLY, Deed.ASK_INFO, Deed.RESOLVE)
REOPENINGS = (Deed.DISPUTE, Deed.REOPEN)
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
    )
]


class Figures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def cases(self, *, as_of: datetime, since: datetime) -> list[Case]:
        """Tickets as they stood at `as_of`: those that came, or to which something happened, from
        `since` on, and all that were open. What else there is adds to no figure of that span."""
        connection = self._session.connection()
        reopened: defaultdict[int, list[datetime]] = defaultdict(list)
        for ticket_id, at in connection.execute(_reopenings(as_of, since)):
            reopened[ticket_id].append(at)
        return [_case(row, reopened) for row in connection.execute(_standing(as_of, since))]


def _concerned(as_of: datetime, since: datetime) -> Any:
    """Open at `as_of` is either open still, or something has happened to it since."""
    touched = select(col(TicketEvent.ticket_id)).where(col(TicketEvent.at) >= since)
    return and_(
        col(Ticket.created_at) < as_of,
        or_(
            col(Ticket.created_at) >= since,
            col(Ticket.status).in_(OPEN_STATES),
            col(Ticket.id).in_(touched),
        ),
    )


def _standing(as_of: datetime, since: datetime) -> Any:
    happened, last = aliased(TicketEvent), aliased(TicketEvent)
    told = (
        select(
            col(happened.ticket_id),
            func.max(happened.id).label("last_id"),
            func.min(case((col(happened.deed).in_(ANSWERS), happened.at))).label("answered_at"),
            func.max(case((col(happened.deed) == Deed.RESOLVE, happened.at))).label("resolved_at"),
        )
        .join(Ticket, col(Ticket.id) == happened.ticket_id)
        .where(_concerned(as_of, since), col(happened.at) < as_of)
        .group_by(col(happened.ticket_id))
        .subquery()
    )
    return (
        select(*_TOLD_OF_A_CASE, told.c.answered_at, told.c.resolved_at, col(last.after))
        .join(told, told.c.ticket_id == col(Ticket.id))
        .join(last, col(last.id) == told.c.last_id)
        .order_by(col(Ticket.created_at), col(Ticket.id))
    )


def _reopenings(as_of: datetime, since: datetime) -> Any:
    """Those since then, and what came before of tickets that are older and still of interest."""
    older = select(col(Ticket.id)).where(col(Ticket.created_at) < since, _concerned(as_of, since))
    return (
        select(col(TicketEvent.ticket_id), col(TicketEvent.at))
        .where(
            col(TicketEvent.at) < as_of,
            or_(col(TicketEvent.at) >= since, col(TicketEvent.ticket_id).in_(older)),
            col(TicketEvent.deed).in_(REOPENINGS),
        )
        .order_by(col(TicketEvent.id))
    )


def _case(row: Row[*tuple[Any, ...]], reopened: Mapping[int, Sequence[datetime]]) -> Case:
    """By place: to ask a row for each name takes as long as to fetch it."""
    number, year, serial, kind, category, received, due, answered, resolved, status = row
    return Case(
        number=str(Number(year, serial)),
        kind=kind,
        category=category,
        received_at=received,
        due_at=due,
        status=status,
        first_answer_at=answered,
        resolved_at=resolved if status in SETTLED_STATES else None,
        reopened_at=tuple(reopened.get(number, ())),
    )
