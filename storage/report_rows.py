"""The rows of a report, one a ticket, as they stood at a moment; read a piece at a time.

What happened is taken from ticket_event alone: a state, an answer and an end all have an event.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bot.rules.report_rows import Row
from bot.rules.ticket import ENDED_STATES, REOPENING, Number
from storage import standing
from storage.tables import Person, Ticket, TicketEvent

AT_ONCE = 5_000


class ReportRows:
    def __init__(self, session: Session) -> None:
        self._session = session

    def received(self, start: datetime, end: datetime, *, as_of: datetime) -> Iterator[Row]:
        """Those that came from `start` up to `end`, and before `as_of`; the oldest first."""
        query = _standing(start, min(end, as_of), as_of)
        connection = self._session.connection()
        rows = connection.execution_options(yield_per=AT_ONCE).execute(query)
        for row in rows:
            yield _row(tuple(row))


def _standing(start: datetime, end: datetime, as_of: datetime) -> Any:
    at, deed, after = col(TicketEvent.at), col(TicketEvent.deed), col(TicketEvent.after)
    moved = after.in_(ENDED_STATES) & (col(TicketEvent.before) != after)
    told = (
        standing.told(
            as_of,
            func.max(case((moved, at))).label("ended"),
            func.count(case((deed.in_(REOPENING), 1))).label("reopened"),
        )
        .join(Ticket, col(Ticket.id) == col(TicketEvent.ticket_id))
        .where(col(Ticket.created_at) >= start, col(Ticket.created_at) < end)
        .subquery()
    )
    master = aliased(Ticket)
    return (
        select(
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


def _row(told: tuple[Any, ...]) -> Row:
    """By place: to ask a row for each name takes as long as to fetch it."""
    year, serial, received, kind, category, office, channel, lapor, *rest = told
    master_year, master_serial, answered, resolved, ended, reopened, last = rest
    status, resolved_at = standing.stood(last, resolved)
    return Row(
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
    )
