"""What happened to tickets."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam
from sqlalchemy import select as sql_select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from bot.rules.ticket import ENDED_STATES, Changed, Deed, FieldChange, Status
from storage.prepared import Prepared, PreparedEntities, Row
from storage.tables import Person, Ticket, TicketEvent


@dataclass(frozen=True)
class EventSeen:
    """An event with the name of who did it, for showing a history."""

    at: datetime
    deed: Deed
    actor_id: int | None
    actor: str | None
    after: Status
    text: str | None
    officer: str | None = None
    """Who has the ticket after it."""
    change: FieldChange | None = None


_ACTOR, _HOLDER = aliased(Person), aliased(Person)
_WITH_NAMES: Select[*tuple[Any, ...]] = (
    sql_select(
        col(TicketEvent.ticket_id),
        col(TicketEvent.at),
        col(TicketEvent.deed),
        col(TicketEvent.actor_id),
        col(TicketEvent.after),
        col(TicketEvent.text),
        col(TicketEvent.field),
        col(TicketEvent.was),
        col(TicketEvent.became),
        col(_ACTOR.name).label("actor"),
        col(_HOLDER.name).label("officer"),
    )
    .outerjoin(_ACTOR, col(_ACTOR.id) == col(TicketEvent.actor_id))
    .outerjoin(_HOLDER, col(_HOLDER.id) == col(TicketEvent.officer_id))
    .order_by(col(TicketEvent.id))
)
_HISTORY = Prepared(_WITH_NAMES.where(col(TicketEvent.ticket_id) == bindparam("ticket")))
_LAST_AT = Prepared(
    sql_select(col(TicketEvent.at))
    .where(col(TicketEvent.ticket_id) == bindparam("ticket"))
    .order_by(col(TicketEvent.id).desc())
    .limit(1)
)


@cache
def _last(deeds: frozenset[Deed]) -> PreparedEntities[TicketEvent]:
    these = col(TicketEvent.deed).in_(sorted(deeds))
    query = select(TicketEvent).where(col(TicketEvent.ticket_id) == bindparam("ticket"), these)
    return PreparedEntities(TicketEvent, query.order_by(col(TicketEvent.id).desc()).limit(1))


class Events:
    def __init__(self, session: Session) -> None:
        self._session = session

    def last(self, ticket: Ticket, *deeds: Deed) -> TicketEvent | None:
        """The last of any of them."""
        return _last(frozenset(deeds)).first(self._session, ticket=ticket.id)

    def last_at(self, ticket: Ticket) -> datetime:
        """When anything last happened to it."""
        at: datetime = _LAST_AT(self._session.connection(), ticket=ticket.id).scalar()
        return at

    def ended_at(self, ticket: Ticket) -> datetime | None:
        """When it came to the end that it has reached."""
        query = select(TicketEvent.at).where(
            col(TicketEvent.ticket_id) == ticket.id,
            col(TicketEvent.after).in_(ENDED_STATES),
            col(TicketEvent.before).is_distinct_from(col(TicketEvent.after)),
        )
        return self._session.exec(query.order_by(col(TicketEvent.id).desc()).limit(1)).first()

    def said_since(self, ticket_id: int, moment: datetime) -> int:
        """How often its reporter wrote or corrected something since."""
        query = select(func.count(col(TicketEvent.id))).where(
            col(TicketEvent.ticket_id) == ticket_id,
            col(TicketEvent.at) > moment,
            col(TicketEvent.deed).in_((Deed.ANSWER, Deed.AMEND)),
        )
        return self._session.exec(query).one()

    def said(self, events: Collection[int]) -> list[tuple[str, bool]]:
        """The words of these events, in order, of those that have any; and whether they correct
        others."""
        query = select(TicketEvent.deed, TicketEvent.text).where(col(TicketEvent.id).in_(events))
        found = self._session.exec(query.order_by(col(TicketEvent.id)))
        return [(text, deed == Deed.AMEND) for deed, text in found if text]

    def history(self, ticket: Ticket) -> list[EventSeen]:
        self._session.flush()
        return [*map(_seen, _HISTORY(self._session.connection(), ticket=ticket.id))]

    def latest(self, tickets: Collection[int], *, but: Collection[Deed]) -> dict[int, EventSeen]:
        """The last thing that happened to each, `but` for these."""
        newest = (
            select(func.max(col(TicketEvent.id)))
            .where(col(TicketEvent.ticket_id).in_(tickets), col(TicketEvent.deed).not_in(but))
            .group_by(col(TicketEvent.ticket_id))
        )
        query = _WITH_NAMES.where(col(TicketEvent.id).in_(newest))
        return {row.ticket_id: _seen(row) for row in self._session.connection().execute(query)}


def _seen(row: Row) -> EventSeen:
    changed = None if row.field is None else FieldChange(Changed(row.field), row.was, row.became)
    return EventSeen(
        row.at, row.deed, row.actor_id, row.actor, row.after, row.text, row.officer, changed
    )
