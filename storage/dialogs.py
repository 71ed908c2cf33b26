"""Open conversations, one a person, in the same commit as everything else."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from storage.tables import DialogKind, DialogRow


class Dialogs:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._open: list[DialogRow] = []
        self._without: set[int] = set()

    def look_up(self, people: Collection[int]) -> None:
        """Those of a whole batch at once; most people have none, and that is remembered too."""
        query = select(DialogRow).where(col(DialogRow.person_id).in_(list(people)))
        self._open = list(self._session.exec(query))
        self._without = set(people) - {row.person_id for row in self._open}

    def of(self, person_id: int, *, now: datetime) -> DialogRow | None:
        if person_id in self._without:
            return None
        row = self._session.get(DialogRow, person_id)
        if row is None or (row.expires_at is not None and row.expires_at <= now):
            return None
        return row

    def put(
        self,
        person_id: int,
        *,
        kind: DialogKind,
        step: str,
        key: str,
        draft: str,
        now: datetime,
        expires_at: datetime | None = None,
    ) -> None:
        self._without.discard(person_id)
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
