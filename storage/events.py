"""What happened to tickets."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from bot.rules.ticket import ENDED_STATES, Change, Deed, Status
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
    change: Change | None = None


_ACTOR, _HOLDER = aliased(Person), aliased(Person)
_WITH_NAMES = (
    select(TicketEvent, _ACTOR.name, _HOLDER.name)
    .outerjoin(_ACTOR, col(_ACTOR.id) == col(TicketEvent.actor_id))
    .outerjoin(_HOLDER, col(_HOLDER.id) == col(TicketEvent.officer_id))
    .order_by(col(TicketEvent.id))
)

_HISTORY = _WITH_NAMES.where(col(TicketEvent.ticket_id) == bindparam("ticket"))
_LAST = (
    select(TicketEvent)
    .where(
        col(TicketEvent.ticket_id) == bindparam("ticket"),
        col(TicketEvent.deed).in_(bindparam("deeds", expanding=True)),
    )
    .order_by(col(TicketEvent.id).desc())
    .limit(1)
)


class Events:
    def __init__(self, session: Session) -> None:
        self._session = session

    def last(self, ticket: Ticket, *deeds: Deed) -> TicketEvent | None:
        """The last of any of them."""
        return self._session.exec(_LAST, params={"ticket": ticket.id, "deeds": deeds}).first()

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
        rows = self._session.exec(_HISTORY, params={"ticket": ticket.id})
        return [_seen(*row) for row in rows]

    def latest(self, tickets: Collection[int], *, but: Collection[Deed]) -> dict[int, EventSeen]:
        """The last thing that happened to each, `but` for these."""
        newest = (
            select(func.max(col(TicketEvent.id)))
            .where(col(TicketEvent.ticket_id).in_(tickets), col(TicketEvent.deed).not_in(but))
            .group_by(col(TicketEvent.ticket_id))
        )
        query = _WITH_NAMES.where(col(TicketEvent.id).in_(newest))
        return {row[0].ticket_id: _seen(*row) for row in self._session.exec(query)}


def _seen(event: TicketEvent, actor: str | None, officer: str | None) -> EventSeen:
    changed = None if event.field is None else Change(event.field, event.was, event.became)
    return EventSeen(
        event.at, event.deed, event.actor_id, actor, event.after, event.text, officer, changed
    )
