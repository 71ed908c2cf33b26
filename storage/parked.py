"""What was put aside: updates that could not be served, and calls that were refused for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Session, col, func

from storage.tables import InboxRow, InboxStatus, OutboxRow, OutboxStatus

UPDATE, MESSAGE = "u", "m"
"""What the ids begin with: `u123` is update 123, as the log calls it too; `m45` is message 45."""


@dataclass(frozen=True)
class ParkedRow:
    id: str
    at: datetime
    what: str
    reason: str


@dataclass(frozen=True)
class Backlog:
    """What still waits, and since when."""

    oldest_update: datetime | None
    oldest_message: datetime | None


class Parked:
    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> list[ParkedRow]:
        """The oldest first. Never what a person wrote: neither the update nor the message."""
        updates = self._session.connection().execute(
            select(col(InboxRow.update_id), col(InboxRow.received_at), col(InboxRow.error))
            .where(col(InboxRow.status) == InboxStatus.DEAD)
            .order_by(col(InboxRow.seq))
        )
        messages = self._session.connection().execute(
            select(
                col(OutboxRow.id),
                col(OutboxRow.created_at),
                col(OutboxRow.method),
                col(OutboxRow.error),
            )
            .where(col(OutboxRow.status) == OutboxStatus.DEAD)
            .order_by(col(OutboxRow.id))
        )
        found = [
            ParkedRow(f"{UPDATE}{number}", at, "update", error or "")
            for number, at, error in updates
        ]
        found += [
            ParkedRow(f"{MESSAGE}{number}", at, method, error or "")
            for number, at, method, error in messages
        ]
        return sorted(found, key=lambda row: row.at)

    def requeue(self, kind: str, number: int | None = None) -> int:
        """The one of that number, or all; how many. They are served, or sent, as if new."""
        statuses = InboxStatus if kind == UPDATE else OutboxStatus
        table: type[InboxRow | OutboxRow] = InboxRow if kind == UPDATE else OutboxRow
        key = col(InboxRow.update_id) if kind == UPDATE else col(OutboxRow.id)
        change = update(table).where(col(table.status) == statuses.DEAD)
        if number is not None:
            change = change.where(key == number)
        fresh = change.values(
            status=statuses.WAITING, attempts=0, not_before=None, error=None
        ).execution_options(synchronize_session=False)
        return self._session.connection().execute(fresh).rowcount

    def backlog(self) -> Backlog:
        waiting = select(func.min(InboxRow.received_at)).where(
            col(InboxRow.status) == InboxStatus.WAITING
        )
        unsent = select(func.min(OutboxRow.created_at)).where(
            col(OutboxRow.status) == OutboxStatus.WAITING
        )
        connection = self._session.connection()
        return Backlog(connection.execute(waiting).scalar(), connection.execute(unsent).scalar())
