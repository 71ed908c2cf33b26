"""The rows of a report, one a ticket, as they stood at a moment; read a piece at a time.

What happened is taken from ticket_event alone: a state, an answer and an end all have an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.rules.deadline import RUNNING
from bot.rules.handling import Event, Waited
from bot.rules.report_rows import TicketRow
from bot.rules.ticket import ANSWERING, ENDED_STATES, OPEN_STATES, REOPENING, Deed, Number
from storage import standing
from storage.streamed import streamed
from storage.tables import Person, Ticket, TicketEvent

_NOTHING = Waited()


class ReportRows:
    def __init__(self, session: Session) -> None:
        self._session = session

    def received(
        self,
        start: datetime,
        end: datetime,
        *,
        as_of: datetime,
        waited: Mapping[int, Waited] | None = None,
    ) -> Iterator[TicketRow]:
        """Those that came from `start` up to `end`, and before `as_of`; the oldest first. `waited`
        by the ticket's id, from what `talked` told."""
        query = _standing(start, min(end, as_of), as_of)
        moved = standing.due_then(self._session.connection(), as_of)
        for row in streamed(self._session, query):
            yield _row(tuple(row), moved, waited or {})

    def count(self, start: datetime, end: datetime) -> int:
        query = select(func.count()).select_from(_came(start, end).subquery())
        return self._session.connection().execute(query).scalar_one()

    def talked(self, start: datetime, end: datetime, *, as_of: datetime) -> Iterator[Event]:
        """Of those whose reporters wrote while they were open: when they did, and when they were
        answered; a ticket's events together, in order."""
        deed = col(TicketEvent.deed)
        wrote = deed.in_((Deed.ANSWER, Deed.DISPUTE)) & col(TicketEvent.after).in_(OPEN_STATES)
        answered, ticket_id = deed.in_(ANSWERING), col(TicketEvent.ticket_id)
        then = _came(start, min(end, as_of))
        with_more = select(ticket_id).where(ticket_id.in_(then), wrote)
        query = (
            select(ticket_id, col(TicketEvent.at), answered)
            .where(ticket_id.in_(with_more), col(TicketEvent.at) < as_of, wrote | answered)
            .order_by(ticket_id, col(TicketEvent.id))
        )
        for ticket, at, by_desk in streamed(self._session, query):
            yield ticket, at, bool(by_desk)

    def officers(self, start: datetime, end: datetime) -> dict[str, str]:
        """By a ticket's number, the name of who has it; of those that came then."""
        query = (
            select(col(Ticket.year), col(Ticket.serial), col(Person.name))
            .join(Person, col(Person.id) == col(Ticket.officer_id))
            .where(col(Ticket.created_at) >= start, col(Ticket.created_at) < end)
        )
        found = streamed(self._session, query)
        return {str(Number(year, serial)): name for year, serial, name in found}


def _came(start: datetime, end: datetime) -> Any:
    """Their numbers, to be looked for among: of tickets that are joined to their events, SQLite
    would group these once more."""
    created = col(Ticket.created_at)
    return select(col(Ticket.id)).where(created >= start, created < end)


def _standing(start: datetime, end: datetime, as_of: datetime) -> Any:
    at, deed, after = col(TicketEvent.at), col(TicketEvent.deed), col(TicketEvent.after)
    moved = after.in_(ENDED_STATES) & (col(TicketEvent.before) != after)
    told = (
        standing.told(
            as_of,
            func.max(case((moved, at))).label("ended"),
            func.count(case((deed.in_(REOPENING), 1))).label("reopened"),
            func.max(case((standing.stops(), at))).label("paused"),
        )
        .where(col(TicketEvent.ticket_id).in_(_came(start, end)))
        .subquery()
    )
    master = aliased(Ticket)
    return (
        select(
            col(Ticket.id),
            col(Ticket.deadline_class),
            col(Ticket.due_at),
            told.c.paused,
            col(Ticket.year),
            col(Ticket.serial),
            col(Ticket.created_at),
            col(Ticket.kind),
            col(Ticket.category),
            col(Person.office),
            col(Ticket.channel),
            col(Ticket.lapor_number),
            col(master.year),
            col(master.serial),
            told.c.answered,
            told.c.resolved,
            told.c.ended,
            told.c.reopened,
            told.c.last,
        )
        .join(told, told.c.ticket_id == col(Ticket.id))
        .join(Person, col(Person.id) == col(Ticket.reporter_id))
        .join(master, col(master.id) == col(Ticket.merged_into_id), isouter=True)
        .order_by(col(Ticket.created_at), col(Ticket.id))
    )


def _row(
    told: tuple[Any, ...], moved: Mapping[int, datetime], waited: Mapping[int, Waited]
) -> TicketRow:
    """By place: to ask a row for each name takes as long as to fetch it."""
    ticket_id, deadline_class, due, paused, *told_of = told
    year, serial, received, kind, category, office, channel, lapor, *rest = told_of
    master_year, master_serial, answered, resolved, ended, reopened, last = rest
    status, resolved_at = standing.stood(last, resolved)
    wrote = waited.get(ticket_id, _NOTHING)
    return TicketRow(
        number=str(Number(year, serial)),
        received_at=received,
        channel=channel,
        kind=kind,
        category=category,
        office=office,
        status=status,
        first_answer_at=answered,
        done_at=resolved_at or (ended if status in ENDED_STATES else None),
        reopened=reopened,
        master=None if master_serial is None else str(Number(master_year, master_serial)),
        lapor_number=lapor,
        deadline_class=deadline_class,
        due_at=moved.get(ticket_id, due),
        paused_at=None if status in RUNNING else paused,
        waits_since=wrote.since,
        later_in_time=(wrote.met, wrote.missed),
        was_ended=ended is not None,
    )
