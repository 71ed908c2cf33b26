"""Tickets: found, filed, moved; whatever moves one is an event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, insert, or_, update
from sqlalchemy import select as sql_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm.util import identity_key
from sqlmodel import Session, col, select

from bot.rules.deadline import RUNNING, TicketClock
from bot.rules.ticket import (
    ANY_YEAR,
    ENDED_STATES,
    OPEN_STATES,
    SETTLED_STATES,
    Channel,
    DeadlineClass,
    Deed,
    FieldChange,
    Kind,
    Number,
    Priority,
    Status,
)
from bot.rules.visibility import Visibility
from storage.own_tickets import OwnTickets
from storage.prepared import Prepared, PreparedEntities, by_key
from storage.search import Search
from storage.tables import Ticket, TicketEvent, TicketSeries

FOUND_BY = frozenset(
    {"category", "story", "reporter_id", "deadline_class", "visibility"}
)  # columns that storage.search reads

_BY_ID = by_key(Ticket)
_ANEW = by_key(Ticket, anew=True)
_BY_DRAFT = PreparedEntities(
    Ticket,
    select(Ticket)
    .where(
        col(Ticket.draft_key) == bindparam("draft"),
        col(Ticket.reporter_id) == bindparam("reporter"),
    )
    .order_by(col(Ticket.id))
    .limit(1),
)
_BESIDE = PreparedEntities(
    Ticket,
    select(Ticket)
    .where(
        or_(
            col(Ticket.merged_into_id) == bindparam("ticket"),
            col(Ticket.split_from_id) == bindparam("ticket"),
        )
    )
    .order_by(col(Ticket.id)),
)
_BY_NUMBER = (
    select(Ticket)
    .where(col(Ticket.serial) == bindparam("serial"))
    .order_by(col(Ticket.year).desc())
    .limit(1)
)
_OF_YEAR = col(Ticket.year) == bindparam("year")
# Each year there was: without any, all tickets would have to be looked through.
_OF_ANY_YEAR = col(Ticket.year).in_(select(TicketSeries.year))
_FILED_AFTER = Prepared(
    sql_select(col(Ticket.id))
    .where(col(Ticket.created_at) > bindparam("moment"))
    .limit(bindparam("most"))
)
_RAISE = Prepared(
    {
        name: make(TicketSeries)
        .on_conflict_do_update(index_elements=["year"], set_={"last": col(TicketSeries.last) + 1})
        .returning(col(TicketSeries.last))
        for name, make in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
    }
)
_CARD_AT = Prepared(
    update(Ticket)
    .where(col(Ticket.id) == bindparam("ticket"))
    .values(card_chat_id=bindparam("chat"), card_message_id=bindparam("message"))
)
_NEW_EVENT = Prepared(insert(TicketEvent).returning(col(TicketEvent.id)))


@cache
def _by_number(*, any_year: bool, owned: bool) -> PreparedEntities[Ticket]:
    query = _BY_NUMBER.where(_OF_ANY_YEAR if any_year else _OF_YEAR)
    if owned:
        query = query.where(col(Ticket.reporter_id) == bindparam("reporter"))
    return PreparedEntities(Ticket, query)


@cache
def _merged_into(states: frozenset[Status]) -> PreparedEntities[Ticket]:
    query = select(Ticket).where(
        col(Ticket.merged_into_id) == bindparam("ticket"),
        col(Ticket.status).in_(sorted(states)),
    )
    return PreparedEntities(Ticket, query.order_by(col(Ticket.id)))


@cache
def _moving(becomes: frozenset[str], as_seen: frozenset[str]) -> Prepared:
    """Of one ticket these columns, where those are as they were, named `seen_…`."""
    same = (
        col(getattr(Ticket, name)).is_not_distinct_from(bindparam(f"seen_{name}"))
        for name in sorted(as_seen)
    )
    return Prepared(
        update(Ticket)
        .where(col(Ticket.id) == bindparam("ticket"), *same)
        .values({name: bindparam(f"new_{name}") for name in sorted(becomes)})
    )


def _of_state(status: Status) -> dict[str, Any]:
    """The columns that say something in some states alone, emptied in the others."""
    values: dict[str, Any] = {"status": status}
    if status is not Status.DEFERRED:
        values["deferred_until"] = None
    if status not in SETTLED_STATES:
        values["result"] = None
    if status in OPEN_STATES:
        values["merged_into_id"] = None
    return values


class Keep:
    """Of an officer: whoever has the ticket keeps it."""


KEEP: Final = Keep()


class LostRace(Exception):
    """Somebody else changed the ticket first; the turn is served again on what is true now."""


class Tickets:
    def __init__(self, session: Session, own: OwnTickets) -> None:
        self._session = session
        self._own = own
        self._search = Search(session)

    def get(self, ticket_id: int) -> Ticket | None:
        return _BY_ID.get(self._session, ticket_id)

    def by_number(self, number: Number, *, reporter_id: int | None = None) -> Ticket | None:
        """Of all, or of one reporter's; where it says no year, the newest of that serial."""
        find = _by_number(any_year=number.year == ANY_YEAR, owned=reporter_id is not None)
        return find.first(
            self._session, serial=number.serial, year=number.year, reporter=reporter_id
        )

    def by_draft(self, draft_key: str, *, reporter_id: int) -> Ticket | None:
        return _BY_DRAFT.first(self._session, draft=draft_key, reporter=reporter_id)

    def by_key(self, draft_key: str) -> Ticket | None:
        """Whosever it is: for the desk."""
        return self._session.exec(select(Ticket).where(col(Ticket.draft_key) == draft_key)).first()

    def merged_into(self, ticket_id: int, *states: Status) -> list[Ticket]:
        """Its duplicates in these states, the oldest first."""
        return _merged_into(frozenset(states))(self._session, ticket=ticket_id)

    def beside(self, ticket_id: int) -> list[Ticket]:
        """Its duplicates, and what was split from it, the oldest first."""
        return _BESIDE(self._session, ticket=ticket_id)

    def filed_after(self, moment: datetime, *, most: int) -> int:
        """How many came since; counted up to so many."""
        return len(_FILED_AFTER(self._session.connection(), moment=moment, most=most).rows)

    def filed_since(self, moment: datetime) -> list[tuple[int, datetime]]:
        """By whom and when, oldest first. For a reading connection."""
        query = select(Ticket.reporter_id, Ticket.created_at).where(
            col(Ticket.created_at) >= moment
        )
        return list(self._session.exec(query.order_by(col(Ticket.created_at), col(Ticket.id))))

    def settled_with_words(self, *, before: datetime) -> list[int]:
        """Those to which nothing has happened since; for a reading connection."""
        old = select(Ticket.id).where(
            col(Ticket.created_at) < before,
            col(Ticket.status).in_(ENDED_STATES),
            col(Ticket.story) != "",
        )
        found = list(self._session.exec(old.order_by(col(Ticket.id))))
        if not found:  # as on nearly every day of the first years
            return []
        lately = select(TicketEvent.ticket_id).where(col(TicketEvent.at) >= before)
        busy = {*self._session.exec(lately.distinct())}
        return [number for number in found if number not in busy]

    def next_number(self, year: int) -> Number:
        """Given out inside the transaction: a rolled-back ticket leaves no gap, no twin."""
        return Number(year, _RAISE(self._session.connection(), year=year, last=1).scalar())

    def file(
        self,
        *,
        number: Number,
        draft_key: str,
        kind: Kind,
        category: str,
        story: str,
        reporter_id: int,
        now: datetime,
        due_at: datetime,
        channel: Channel = Channel.TELEGRAM,
        lapor_number: str | None = None,
        priority: Priority = Priority.NORMAL,
        deadline_class: DeadlineClass | None = None,
        split_from_id: int | None = None,
        actor_id: int | None = None,
        visibility: Visibility = Visibility.OPEN,
    ) -> Ticket:
        """`actor_id`: whoever files it, where that is not its reporter."""
        ticket = Ticket(
            year=number.year,
            serial=number.serial,
            draft_key=draft_key,
            kind=kind,
            category=category,
            story=story,
            status=Status.OPEN,
            reporter_id=reporter_id,
            created_at=now,
            due_at=due_at,
            channel=channel,
            lapor_number=lapor_number,
            priority=priority,
            deadline_class=deadline_class or DeadlineClass.of(kind),
            split_from_id=split_from_id,
            visibility=visibility,
        )
        self._session.add(ticket)
        self._session.flush()
        self._own.come_to(reporter_id)
        by = reporter_id if actor_id is None else actor_id
        self._event(ticket, Deed.FILE, before=None, now=now, actor_id=by, text=None)
        self._search.index([ticket.id])
        return ticket

    def move(
        self,
        ticket: Ticket,
        deed: Deed,
        *,
        to: Status,
        now: datetime,
        actor_id: int | None,
        text: str | None = None,
        officer_id: int | Keep | None = KEEP,
        change: FieldChange | None = None,
        also: Mapping[str, Any] | None = None,
        clock: TicketClock | None = None,
    ) -> int:
        """The event's number. `also`: what else of the ticket's columns becomes what. `clock`: as
        bot.rules.deadline says it goes on; whoever starts or stops it must say how.

        Compare-and-set: raises LostRace when the ticket is no longer as the caller saw it.
        """
        before, due_before = ticket.status, ticket.due_at
        if clock is None:
            assert (to in RUNNING) == (before in RUNNING), "pass clock=ticket.clock.after(…)"
            clock = ticket.clock
        holder = ticket.officer_id if isinstance(officer_id, Keep) else officer_id
        values = {"officer_id": holder, **_of_state(to), **clock.columns, **(also or {})}
        as_seen = {"status", "officer_id", *(also or ())}
        self._session.flush()
        changed = _moving(frozenset(values), frozenset(as_seen))(
            self._session.connection(),
            ticket=ticket.id,
            **{f"new_{name}": value for name, value in values.items()},
            **{f"seen_{name}": getattr(ticket, name) for name in as_seen},
        )
        if changed.rowcount != 1:
            raise LostRace
        _ANEW(self._session, id=ticket.id)
        self._own.come_to(ticket.reporter_id)
        event = self._event(
            ticket,
            deed,
            before=before,
            now=now,
            actor_id=actor_id,
            text=text,
            change=change,
            due_before=due_before if due_before != clock.due_at else None,
        )
        if FOUND_BY.intersection(also or ()):
            self._search.index([ticket.id])
        return event

    def _event(
        self,
        ticket: Ticket,
        deed: Deed,
        *,
        before: Status | None,
        now: datetime,
        actor_id: int | None,
        text: str | None,
        change: FieldChange | None = None,
        due_before: datetime | None = None,
    ) -> int:
        event: int = _NEW_EVENT(
            self._session.connection(),
            ticket_id=ticket.id,
            at=now,
            deed=deed,
            actor_id=actor_id,
            before=before,
            after=ticket.status,
            text=text,
            officer_id=ticket.officer_id,
            due_before=due_before,
            field=change and change.field,
            was=change and change.was,
            became=change and change.became,
        ).scalar()
        if text:
            self._search.add(ticket.id, text)
        return event

    def place_card(self, ticket_id: int, *, chat_id: int, message_id: int | None) -> None:
        """Where the ticket's card stands in the helpdesk group; None when it must be sent anew."""
        self._session.flush()
        at = {"ticket": ticket_id, "chat": chat_id, "message": message_id}
        _CARD_AT(self._session.connection(), **at)
        known = self._session.identity_map.get(identity_key(Ticket, ticket_id))
        if known is not None:
            _ANEW(self._session, id=ticket_id)
