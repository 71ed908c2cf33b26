"""What is written and cannot be delivered, by chat: for whoever looks after the bot."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, or_
from sqlmodel import col, func, select

from storage.tables import OutboxRow, OutboxStatus
from storage.unit import Unit


class Undelivered(NamedTuple):
    chat_id: int
    messages: int
    since: datetime


def undelivered(unit: Unit) -> list[Undelivered]:
    """Held, or tried in vain; oldest first."""
    since = func.min(OutboxRow.created_at).label("since")
    tried = and_(col(OutboxRow.status) == OutboxStatus.WAITING, col(OutboxRow.error).is_not(None))
    query = (
        select(OutboxRow.chat_id, func.count(), since)
        .where(or_(col(OutboxRow.status) == OutboxStatus.HELD, tried))
        .group_by(col(OutboxRow.chat_id))
        .order_by(since, col(OutboxRow.chat_id))
    )
    return [Undelivered(*row) for row in unit.session.exec(query)]
