"""Parts of albums that are still coming in: Telegram sends them one by one, and never says how
many there are."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from bot.rules.complaint import File
from storage.tables import AlbumRow, MessageRef


class Albums:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        group_id: str,
        answered: MessageRef,
        file: File,
        *,
        person_id: int,
        message_id: int,
        text: str,
        now: datetime,
    ) -> None:
        """One more part of an answer; the words may stand under any of them."""
        row = self._session.get(AlbumRow, (answered.chat_id, group_id))
        if row is None:
            row = AlbumRow(
                chat_id=answered.chat_id,
                group_id=group_id,
                person_id=person_id,
                message_id=message_id,
                ticket_id=answered.ticket_id,
                purpose=answered.purpose,
                text="",
                files="[]",
                updated_at=now,
            )
            self._session.add(row)
        row.text = "\n".join(part for part in (row.text, text) if part)
        row.files = json.dumps([*json.loads(row.files), asdict(file)])
        row.updated_at = now
        self._session.flush()

    def quiet(self, since: datetime) -> list[AlbumRow]:
        """To which nothing was added since then."""
        query = select(AlbumRow).where(col(AlbumRow.updated_at) <= since)
        return list(self._session.exec(query.order_by(col(AlbumRow.updated_at))))

    def take(self, row: AlbumRow) -> bool:
        """False when a part was added meanwhile, or somebody else took it."""
        taken = self._session.connection().execute(
            delete(AlbumRow).where(
                col(AlbumRow.chat_id) == row.chat_id,
                col(AlbumRow.group_id) == row.group_id,
                col(AlbumRow.updated_at) == row.updated_at,
            )
        )
        return taken.rowcount == 1


def files_of(row: AlbumRow) -> list[File]:
    return [File(**file) for file in json.loads(row.files)]
