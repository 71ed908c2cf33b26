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
from bot.rules.ticket import (
    ANSWERING,
    ENDED_STATES,
    REOPENING,
    RESOLVING,
    SETTLED_STATES,
    Number,
)
from storage.figures import STATES
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
    """As in figures.py the last event is found together with the state it led to."""
    at, deed, after = col(TicketEvent.at), col(TicketEvent.deed), col(TicketEvent.after)
    led_to = case(*((after == state, place) for place, state in enumerate(STATES)))
    came = (col(Ticket.created_at) >= start, col(Ticket.created_at) < end)
    moved = after.in_(ENDED_STATES) & (col(TicketEvent.before) != after)
    told = (
        select(
            col(TicketEvent.ticket_id),
            func.max(col(TicketEvent.id) * len(STATES) + led_to).label("last"),
            func.min(case((deed.in_(ANSWERING), at))).label("answered"),
            func.max(case((deed.in_(RESOLVING), at))).label("resolved"),
            func.max(case((moved, at))).label("ended"),
            func.count(case((deed.in_(REOPENING), 1))).label("reopened"),
        )
        .join(Ticket, col(Ticket.id) == col(TicketEvent.ticket_id))
        .where(*came, at < as_of)
        .group_by(col(TicketEvent.ticket_id))
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
    status = STATES[last % len(STATES)]
    done = ended if status in ENDED_STATES else None
    return Row(
        number=str(Number(year, serial)),
        received_at=received,
        channel=channel,
        kind=kind,
        category=category,
        office=office,
        status=status,
        first_answer_at=answered,
        done_at=(resolved if status in SETTLED_STATES else None) or done,
        reopened=reopened,
        master=None if master_serial is None else str(Number(master_year, master_serial)),
        lapor_number=lapor,
    )
