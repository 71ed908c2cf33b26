"""What was written while the clock was wrong, and must not stand in the way once it is right."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col

from storage.tables import (
    AgendaKind,
    AgendaRow,
    DowntimeRow,
    InboxRow,
    InboxStatus,
    LastSpokenRow,
    OutboxRow,
    OutboxStatus,
)


class Waits:
    def __init__(self, session: Session) -> None:
        self._session = session

    def release(self, *, beyond: datetime) -> None:
        """Nothing waits for a moment later than that: at worst Telegram says so again."""
        for row, waiting in ((OutboxRow, OutboxStatus.WAITING), (InboxRow, InboxStatus.WAITING)):
            self._session.execute(
                update(row)
                .where(col(row.status) == waiting, col(row.not_before) > beyond)
                .values(not_before=None)
            )

    def unclaim(self, *, beyond: datetime, now: datetime) -> None:
        """What was done for a future that is none yet will be due when it comes. Nor was the bot
        first started then, but now at the latest."""
        later = col(AgendaRow.made_at) > beyond
        installed = col(AgendaRow.kind) == AgendaKind.INSTALLED
        self._session.execute(delete(AgendaRow).where(later, ~installed))
        self._session.execute(update(AgendaRow).where(later, installed).values(made_at=now))
        self._session.execute(delete(DowntimeRow).where(col(DowntimeRow.until) > beyond))
        self._session.execute(delete(LastSpokenRow).where(col(LastSpokenRow.at) > beyond))
