"""Durable intake: an update is a row before Telegram hears that we have it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.forgetting import forget, older_than
from storage.tables import InboxRow, InboxStatus

Arrival = dict[str, object]


class Inbox:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._done: list[int] = []

    def add(self, arrivals: Sequence[Arrival]) -> None:
        """Keeps every update once; a repeat of a known update_id is dropped by the key."""
        if not arrivals:
            return
        dialect = self._session.get_bind().dialect.name
        make = sqlite.insert if dialect == "sqlite" else postgresql.insert
        self._session.execute(
            make(InboxRow).on_conflict_do_nothing(index_elements=["update_id"]), list(arrivals)
        )

    def holds(self, update_id: int) -> bool:
        """Whether it came before."""
        query = select(InboxRow.seq).where(col(InboxRow.update_id) == update_id)
        return self._session.exec(query).first() is not None

    def due(self, now: datetime, *, limit: int) -> list[InboxRow]:
        """Waiting updates in order of arrival; a lane whose head rests after a failure, rests."""
        waiting = col(InboxRow.status) == InboxStatus.WAITING
        resting = (
            select(InboxRow.lane).where(waiting, col(InboxRow.not_before) > now).scalar_subquery()
        )
        query = (
            select(InboxRow)
            .where(waiting, col(InboxRow.lane).not_in(resting))
            .order_by(col(InboxRow.seq))
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return list(self._session.exec(query))

    def done(self, row: InboxRow) -> None:
        """Marked with the turn's other effects; the statement goes out once for all of a unit."""
        self._done.append(row.seq)

    def retry(self, row: InboxRow, *, at: datetime, error: str) -> None:
        self._session.execute(
            update(InboxRow)
            .where(col(InboxRow.seq) == row.seq, col(InboxRow.status) == InboxStatus.WAITING)
            .values(attempts=row.attempts + 1, not_before=at, error=error)
        )

    def bury(self, row: InboxRow, *, error: str) -> None:
        """Parks an update that cannot be served, with its reason; its neighbours go on."""
        self._session.execute(
            update(InboxRow)
            .where(col(InboxRow.seq) == row.seq, col(InboxRow.status) == InboxStatus.WAITING)
            .values(status=InboxStatus.DEAD, attempts=row.attempts + 1, error=error)
        )

    def flush(self) -> None:
        """Raises when a row was served by somebody else meanwhile: then nothing of ours counts."""
        if not self._done:
            return
        result = self._session.connection().execute(
            update(InboxRow)
            .where(col(InboxRow.seq).in_(self._done), col(InboxRow.status) == InboxStatus.WAITING)
            .values(status=InboxStatus.DONE)
        )
        if result.rowcount != len(self._done):
            raise RuntimeError("an update was served twice; this transaction is undone")
        self._done.clear()

    def older_than(self, moment: datetime) -> int:
        return older_than(self._session, col(InboxRow.seq), col(InboxRow.received_at), moment)

    def forget(self, status: InboxStatus, *, below: int) -> int:
        """Some of those whose number is below; see storage.forgetting."""
        key = col(InboxRow.seq)
        return forget(self._session, key, key < below, col(InboxRow.status) == status)
