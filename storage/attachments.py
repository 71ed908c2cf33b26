"""Files that belong to a ticket: kept as Telegram's file ids, never opened here."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from bot.rules.complaint import File
from storage.prepared import PreparedEntities
from storage.tables import Attachment

_OF = PreparedEntities(
    Attachment,
    select(Attachment)
    .where(col(Attachment.ticket_id) == bindparam("ticket"))
    .order_by(col(Attachment.id)),
)


class Attachments:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, ticket_id: int, file: File, *, now: datetime) -> int | None:
        """Its number; None when the ticket already has this very file."""
        if self.has(ticket_id, file):
            return None
        row = Attachment(
            ticket_id=ticket_id,
            kind=file.kind,
            file_id=file.file_id,
            unique_id=file.unique_id,
            group_id=file.group_id,
            added_at=now,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def has(self, ticket_id: int, file: File) -> bool:
        query = select(Attachment.id).where(
            col(Attachment.ticket_id) == ticket_id, col(Attachment.unique_id) == file.unique_id
        )
        return self._session.exec(query).first() is not None

    def of(self, ticket_id: int) -> list[Attachment]:
        return _OF(self._session, ticket=ticket_id)

    def files(self, ticket_id: int) -> list[File]:
        return [_file(one) for one in self.of(ticket_id)]

    def some(self, numbers: Collection[int]) -> list[File]:
        query = select(Attachment).where(col(Attachment.id).in_(numbers))
        return [_file(one) for one in self._session.exec(query.order_by(col(Attachment.id)))]

    def added_since(self, ticket_id: int, moment: datetime) -> int:
        query = select(func.count(col(Attachment.id))).where(
            col(Attachment.ticket_id) == ticket_id, col(Attachment.added_at) > moment
        )
        return self._session.exec(query).one()

    def ticket_of_album(self, group_id: str, reporter_tickets: list[int]) -> int | None:
        """The ticket whose album this late part belongs to."""
        query = select(Attachment.ticket_id).where(
            col(Attachment.group_id) == group_id, col(Attachment.ticket_id).in_(reporter_tickets)
        )
        return self._session.exec(query.order_by(col(Attachment.id)).limit(1)).first()


def _file(one: Attachment) -> File:
    return File(one.kind, one.file_id, one.unique_id, one.group_id)
