"""Tickets and their events."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, case, or_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from bot.rules.deadline import RUNNING, Clock
from bot.rules.ticket import (
    ANY_YEAR,
    ENDED_STATES,
    OPEN_STATES,
    RESOLVING,
    SETTLED_STATES,
    UNTAKEN_STATES,
    Change,
    Channel,
    DeadlineClass,
    Deed,
    Kind,
    Number,
    Priority,
    Status,
)
from bot.rules.visibility import HIDES_WHO, Visibility
from storage.confidential import FOR_GROUP, READ_BY_GROUP
from storage.lateness import is_late
from storage.search import Search
from storage.tables import Person, Ticket, TicketEvent, TicketSeries

SOME = 100
FOUND_BY = frozenset(
    {"category", "story", "reporter_id", "deadline_class", "visibility"}
)  # columns that storage.search reads


class Keep:
    """Of an officer: whoever has the ticket keeps it."""


KEEP: Final = Keep()


class LostRace(Exception):
    """Somebody else changed the ticket first; the turn is served again on what is true now."""


class Load(NamedTuple):
    """Open tickets, and how many of them nobody has taken, or are late."""

    open: int
    untaken: int
    overdue: int


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


class Tickets:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._search = Search(session)

    def get(self, ticket_id: int) -> Ticket | None:
        return self._session.get(Ticket, ticket_id)

    def by_number(self, number: Number, *, reporter_id: int | None = None) -> Ticket | None:
        """Of all, or of one reporter's; where it says no year, the newest of that serial."""
        # Each year there was: without any, all tickets would have to be looked through.
        years = select(TicketSeries.year) if number.year == ANY_YEAR else (number.year,)
        query = select(Ticket).where(
            col(Ticket.year).in_(years), col(Ticket.serial) == number.serial
        )
        if reporter_id is not None:
            query = query.where(col(Ticket.reporter_id) == reporter_id)
        return self._session.exec(query.order_by(col(Ticket.year).desc()).limit(1)).first()

    def by_draft(self, draft_key: str, *, reporter_id: int) -> Ticket | None:
        query = select(Ticket).where(
            col(Ticket.draft_key) == draft_key, col(Ticket.reporter_id) == reporter_id
        )
        return self._session.exec(query.order_by(col(Ticket.id))).first()

    def by_key(self, draft_key: str) -> Ticket | None:
        """Whosever it is: for the desk."""
        return self._session.exec(select(Ticket).where(col(Ticket.draft_key) == draft_key)).first()

    def of_reporter(self, reporter_id: int, *, limit: int) -> list[Ticket]:
        """Newest first."""
        query = select(Ticket).where(col(Ticket.reporter_id) == reporter_id)
        return list(self._session.exec(query.order_by(col(Ticket.id).desc()).limit(limit)))

    def all_of(self, reporter_id: int) -> list[Ticket]:
        """Oldest first. Takes long of somebody with many: for a reading connection."""
        query = select(Ticket).where(col(Ticket.reporter_id) == reporter_id)
        return list(self._session.exec(query.order_by(col(Ticket.id))))

    def count_of(self, reporter_id: int) -> int:
        query = select(func.count(col(Ticket.id))).where(col(Ticket.reporter_id) == reporter_id)
        return self._session.exec(query).one()

    def open(self, *, most: int = SOME) -> list[Ticket]:
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

    def open_elsewhere(self, chat_id: int) -> list[int]:
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

    def filed_after(self, moment: datetime, *, most: int) -> int:
        """How many came since; counted up to so many."""
        some = select(Ticket.id).where(col(Ticket.created_at) > moment).limit(most).subquery()
        return self._session.exec(select(func.count()).select_from(some)).one()

    def filed_since(self, moment: datetime) -> list[tuple[int, datetime]]:
        """By whom and when, oldest first. For a reading connection."""
        query = select(Ticket.reporter_id, Ticket.created_at).where(
            col(Ticket.created_at) >= moment
        )
        return list(self._session.exec(query.order_by(col(Ticket.created_at), col(Ticket.id))))

    def unconfirmed(self, *, since: datetime, until: datetime) -> list[tuple[int, int]]:
        """Tickets that were settled then and wait for the reporter's word, each with the number of
        that event."""
        query = (
            select(TicketEvent.ticket_id, TicketEvent.id)
            .join(Ticket, col(Ticket.id) == col(TicketEvent.ticket_id))
            .where(
                col(TicketEvent.at) >= since,
                col(TicketEvent.at) <= until,
                col(TicketEvent.deed).in_(RESOLVING),
                col(Ticket.status) == Status.RESOLVED,
            )
            .order_by(col(TicketEvent.id))
        )
        return [(ticket, event) for ticket, event in self._session.exec(query)]

    def stopped(
        self, states: Collection[Status], *, since: datetime, until: datetime
    ) -> list[int]:
        """Tickets in these states whose clock stopped then, oldest first."""
        query = select(Ticket.id).where(
            col(Ticket.status).in_(states),
            col(Ticket.paused_at) >= since,
            col(Ticket.paused_at) < until,
        )
        return list(self._session.exec(query.order_by(col(Ticket.paused_at), col(Ticket.id))))

    def open_of(self, reporter_id: int) -> list[int]:
        """One reporter's, those settled but unconfirmed included: they still wait for a word."""
        query = select(Ticket.id).where(
            col(Ticket.reporter_id) == reporter_id,
            col(Ticket.status).in_((*OPEN_STATES, Status.RESOLVED, Status.MERGED)),
        )
        return list(self._session.exec(query.order_by(col(Ticket.id))))

    def open_numbers_of(self, reporter_id: int) -> list[Number]:
        """What the desk still has to do for one reporter."""
        return self._open_numbers(col(Ticket.reporter_id) == reporter_id)

    def open_named_of(self, reporter_id: int) -> list[Number]:
        """The same of those of which the desk knows whose they are."""
        return self._open_numbers(
            col(Ticket.reporter_id) == reporter_id, col(Ticket.visibility).not_in(HIDES_WHO)
        )

    def _open_numbers(self, *where: ColumnElement[bool]) -> list[Number]:
        query = select(Ticket.year, Ticket.serial).where(
            *where, col(Ticket.status).in_(OPEN_STATES)
        )
        rows = self._session.exec(query.order_by(col(Ticket.id)))
        return [Number(year, serial) for year, serial in rows]

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

    def still_open_of(self, reporter_id: int, *, most: int) -> list[Ticket]:
        """One reporter's that the desk still has to do, the newest first."""
        query = select(Ticket).where(
            col(Ticket.reporter_id) == reporter_id, col(Ticket.status).in_(OPEN_STATES)
        )
        return list(self._session.exec(query.order_by(col(Ticket.id).desc()).limit(most)))

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

    def open_confidential(self) -> list[Ticket]:
        """What is worked on outside the group, due first in front."""
        query = select(Ticket).where(col(Ticket.status).in_(OPEN_STATES), ~READ_BY_GROUP)
        return list(self._session.exec(query.order_by(col(Ticket.due_at), col(Ticket.id))))

    def last_due(self) -> datetime | None:
        """The latest due date of what is still open."""
        query = select(Ticket.due_at).where(col(Ticket.status).in_(OPEN_STATES))
        return self._session.exec(query.order_by(col(Ticket.due_at).desc()).limit(1)).first()

    def last(self, ticket: Ticket, *deeds: Deed) -> TicketEvent | None:
        """The last of any of them."""
        query = select(TicketEvent).where(
            col(TicketEvent.ticket_id) == ticket.id, col(TicketEvent.deed).in_(deeds)
        )
        return self._session.exec(query.order_by(col(TicketEvent.id).desc()).limit(1)).first()

    def next_number(self, year: int) -> Number:
        """Given out inside the transaction: a rolled-back ticket leaves no gap, no twin."""
        dialect = self._session.get_bind().dialect.name
        make = sqlite.insert if dialect == "sqlite" else postgresql.insert
        raised = (
            make(TicketSeries)
            .values(year=year, last=1)
            .on_conflict_do_update(
                index_elements=["year"], set_={"last": col(TicketSeries.last) + 1}
            )
            .returning(col(TicketSeries.last))
        )
        return Number(year, self._session.connection().execute(raised).scalar_one())

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
        change: Change | None = None,
        also: Mapping[str, Any] | None = None,
        clock: Clock | None = None,
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
        values: dict[str, Any] = {"status": to, "officer_id": holder, **clock.columns}
        if to is not Status.DEFERRED:
            values["deferred_until"] = None
        if to not in SETTLED_STATES:
            values["result"] = None
        if to in OPEN_STATES:
            values["merged_into_id"] = None
        values |= also or {}
        changed = self._session.connection().execute(
            update(Ticket)
            .where(
                col(Ticket.id) == ticket.id,
                col(Ticket.status) == before,
                col(Ticket.officer_id).is_not_distinct_from(ticket.officer_id),
                *(
                    col(getattr(Ticket, name)).is_not_distinct_from(getattr(ticket, name))
                    for name in also or ()
                ),
            )
            .values(values)
        )
        if changed.rowcount != 1:
            raise LostRace
        self._session.refresh(ticket)
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
        change: Change | None = None,
        due_before: datetime | None = None,
    ) -> int:
        event = TicketEvent(
            ticket_id=ticket.id,
            at=now,
            deed=deed,
            actor_id=actor_id,
            before=before,
            after=ticket.status,
            text=text,
            officer_id=ticket.officer_id,
            due_before=due_before,
            **({} if change is None else vars(change)),
        )
        self._session.add(event)
        self._session.flush()
        if text:
            self._search.add(ticket.id, text)
        return event.id

    def ended_at(self, ticket: Ticket) -> datetime | None:
        """When it came to the end that it has reached."""
        query = select(TicketEvent.at).where(
            col(TicketEvent.ticket_id) == ticket.id,
            col(TicketEvent.after).in_(ENDED_STATES),
            col(TicketEvent.before).is_distinct_from(col(TicketEvent.after)),
        )
        return self._session.exec(query.order_by(col(TicketEvent.id).desc()).limit(1)).first()

    def merged_into(self, ticket_id: int, *states: Status) -> list[Ticket]:
        """Its duplicates in these states, the oldest first."""
        query = select(Ticket).where(
            col(Ticket.merged_into_id) == ticket_id, col(Ticket.status).in_(states)
        )
        return list(self._session.exec(query.order_by(col(Ticket.id))))

    def split_from(self, ticket_id: int) -> list[Ticket]:
        query = select(Ticket).where(col(Ticket.split_from_id) == ticket_id)
        return list(self._session.exec(query.order_by(col(Ticket.id))))

    def due_again(self, now: datetime) -> list[int]:
        """Deferred until now or before, the longest first."""
        query = select(Ticket.id).where(
            col(Ticket.deferred_until) <= now, col(Ticket.status) == Status.DEFERRED
        )
        return list(self._session.exec(query.order_by(col(Ticket.deferred_until), col(Ticket.id))))

    def perhaps_same(self, ticket: Ticket, *, most: int) -> list[Ticket]:
        """Open ones that it may be a duplicate of: of the same reporter, then the newest."""
        theirs = case((col(Ticket.reporter_id) == ticket.reporter_id, 0), else_=1)
        query = select(Ticket).where(
            col(Ticket.status).in_(OPEN_STATES), col(Ticket.id) != ticket.id
        )
        return list(self._session.exec(query.order_by(theirs, col(Ticket.id).desc()).limit(most)))

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
        query = (
            select(TicketEvent, _ACTOR.name, _HOLDER.name)
            .outerjoin(_ACTOR, col(_ACTOR.id) == col(TicketEvent.actor_id))
            .outerjoin(_HOLDER, col(_HOLDER.id) == col(TicketEvent.officer_id))
            .where(col(TicketEvent.ticket_id) == ticket.id)
            .order_by(col(TicketEvent.id))
        )
        return [_seen(*row) for row in self._session.exec(query)]

    def latest(self, tickets: Collection[int], *, but: Collection[Deed]) -> dict[int, EventSeen]:
        """The last thing that happened to each, `but` for these."""
        newest = (
            select(func.max(col(TicketEvent.id)))
            .where(col(TicketEvent.ticket_id).in_(tickets), col(TicketEvent.deed).not_in(but))
            .group_by(col(TicketEvent.ticket_id))
        )
        query = (
            select(TicketEvent, _ACTOR.name, _HOLDER.name)
            .outerjoin(_ACTOR, col(_ACTOR.id) == col(TicketEvent.actor_id))
            .outerjoin(_HOLDER, col(_HOLDER.id) == col(TicketEvent.officer_id))
            .where(col(TicketEvent.id).in_(newest))
            .order_by(col(TicketEvent.id))
        )
        return {row[0].ticket_id: _seen(*row) for row in self._session.exec(query)}

    def place_card(self, ticket_id: int, *, chat_id: int, message_id: int | None) -> None:
        """Where the ticket's card stands in the helpdesk group; None when it must be sent anew."""
        ticket = self._session.get(Ticket, ticket_id)
        if ticket is not None:
            ticket.card_chat_id, ticket.card_message_id = chat_id, message_id
            self._session.flush()


def _seen(event: TicketEvent, actor: str | None, officer: str | None) -> EventSeen:
    changed = None if event.field is None else Change(event.field, event.was, event.became)
    return EventSeen(
        event.at, event.deed, event.actor_id, actor, event.after, event.text, officer, changed
    )
