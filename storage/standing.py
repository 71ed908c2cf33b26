"""How tickets stood at a moment, out of ticket_event alone: read alike for every report."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, select
from sqlmodel import col

from bot.rules.deadline import RUNNING
from bot.rules.ticket import ANSWERING, RESOLVING, SETTLED_STATES, Status
from storage.tables import TicketEvent
from storage.types import Utc

STATES = tuple(Status)


def told(as_of: datetime, *more: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """A row a ticket: `ticket_id`, when it was `answered` and `resolved`, `last`, and `more`.

    The last event is found together with the state that it led to, in its number's last digit: to
    look each up once more takes as long as all the rest.
    """
    at, deed = col(TicketEvent.at), col(TicketEvent.deed)
    led_to = case(
        *((col(TicketEvent.after) == state, place) for place, state in enumerate(STATES))
    )
    return (
        select(
            col(TicketEvent.ticket_id),
            func.max(col(TicketEvent.id) * len(STATES) + led_to).label("last"),
            func.min(case((deed.in_(ANSWERING), at))).label("answered"),
            func.max(case((deed.in_(RESOLVING), at))).label("resolved"),
            *more,
        )
        .where(at < as_of)
        .group_by(col(TicketEvent.ticket_id))
    )


def stood(last: int, resolved: datetime | None) -> tuple[Status, datetime | None]:
    """The state; and since when it is resolved, where it is so still."""
    status = STATES[last % len(STATES)]
    return status, resolved if status in SETTLED_STATES else None


def stops() -> ColumnElement[bool]:
    """Whether a ticket's clock stopped by this event."""
    return and_(
        col(TicketEvent.before).in_(RUNNING), col(TicketEvent.after).not_in(tuple(RUNNING))
    )


_MOVED: Any = select(
    col(TicketEvent.id), col(TicketEvent.ticket_id), col(TicketEvent.due_before)
).where(
    col(TicketEvent.due_before).is_not(None),
    col(TicketEvent.at) >= bindparam("as_of", type_=Utc()),
)


def due_then(connection: Connection, as_of: datetime) -> dict[int, datetime]:
    """Of those whose due date was moved since: what it was then. Nearly always of none.

    Which came first is told here: to group them, SQLite would go through all events.
    """
    moved = connection.execute(_MOVED, {"as_of": as_of})
    found: list[Any] = sorted(map(tuple, moved), reverse=True)
    return {ticket_id: due for _, ticket_id, due in found}
