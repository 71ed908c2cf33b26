"""The durable clock: each thing is done once for its period, however many processes ask."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from storage.tables import AgendaRow

INSTALLED = "installed"


class Agenda:
    def __init__(self, session: Session) -> None:
        self._session = session

    def claim(self, kind: str, period: str, *, now: datetime) -> bool:
        """True for the one who may do it; doing it belongs in the same unit."""
        dialect = self._session.get_bind().dialect.name
        make = sqlite.insert if dialect == "sqlite" else postgresql.insert
        made = self._session.connection().execute(
            make(AgendaRow)
            .values(kind=kind, period=period, made_at=now)
            .on_conflict_do_nothing(index_elements=["kind", "period"])
            # The row itself is the proof; an insert's row count is not told by every driver.
            .returning(col(AgendaRow.kind))
        )
        return made.first() is not None

    def unclaim(self, kind: str, period: str) -> None:
        """It may be done again."""
        self._session.connection().execute(
            delete(AgendaRow).where(col(AgendaRow.kind) == kind, col(AgendaRow.period) == period)
        )

    def forget_chat(self, chat_id: int) -> None:
        """What was done once for a message there; a private chat's number is a person's."""
        connection = self._session.connection()
        connection.execute(delete(AgendaRow).where(col(AgendaRow.period).like(f"{chat_id}:%")))

    def made(self, kind: str, periods: Collection[str]) -> set[str]:
        """Those of these periods for which it was done."""
        query = select(AgendaRow.period).where(
            col(AgendaRow.kind) == kind, col(AgendaRow.period).in_(list(periods))
        )
        return set(self._session.exec(query))

    def done_at(self, kind: str, period: str) -> datetime | None:
        row = self._session.get(AgendaRow, (kind, period))
        return None if row is None else row.made_at

    def installed(self) -> datetime | None:
        return self.done_at(INSTALLED, "")

    def installed_at(self, now: datetime) -> datetime:
        """When this database was first used; nothing is due for the time before."""
        self.claim(INSTALLED, "", now=now)
        at = self.installed()
        assert at is not None
        return at
