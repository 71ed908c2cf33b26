"""What bot.rules.deadline.TicketClock says of one ticket, asked of many."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col

from storage.tables import Ticket

RUNS = col(Ticket.paused_at).is_(None)


def is_late(now: datetime) -> ColumnElement[bool]:
    return or_(and_(RUNS, col(Ticket.due_at) <= now), col(Ticket.due_at) <= col(Ticket.paused_at))


def is_soon(now: datetime, until: datetime) -> ColumnElement[bool]:
    return and_(RUNS, col(Ticket.due_at) > now, col(Ticket.due_at) <= until)
