"""Open conversations, one a person, in the same commit as everything else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col

from storage.tables import DialogRow


class Dialogs:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, person_id: int, *, now: datetime) -> DialogRow | None:
        row = self._session.get(DialogRow, person_id)
        if row is None or (row.expires_at is not None and row.expires_at <= now):
            return None
        return row

    def put(
        self,
        person_id: int,
        *,
        kind: str,
        step: str,
        key: str,
        draft: str,
        now: datetime,
        expires_at: datetime | None = None,
    ) -> None:
        self._session.merge(
            DialogRow(
                person_id=person_id,
                kind=kind,
                step=step,
                key=key,
                draft=draft,
                updated_at=now,
                expires_at=expires_at,
            )
        )
        self._session.flush()

    def drop(self, person_id: int) -> None:
        row = self._session.get(DialogRow, person_id)
        if row is not None:
            self._session.delete(row)
            self._session.flush()

    def drop_expired(self, now: datetime) -> None:
        self._session.execute(delete(DialogRow).where(col(DialogRow.expires_at) <= now))
