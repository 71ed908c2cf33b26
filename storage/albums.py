"""Parts of albums that are still coming in: Telegram sends them one by one, and never says how
many there are."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from bot.rules.complaint import File
from bot.rules.purpose import Purpose
from storage.tables import AlbumRow, HeldAnswer, MessageRef

NONE = "[]"  # no file waits: all that came was taken


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
        note: bool,
        now: datetime,
    ) -> None:
        """One more part of an answer; the words, or the mark of a note, may stand under any."""
        place = (answered.chat_id, group_id)
        row = self._session.get(AlbumRow, place, with_for_update=True)
        if row is None:
            row = AlbumRow(
                chat_id=answered.chat_id,
                group_id=group_id,
                person_id=person_id,
                message_id=message_id,
                ticket_id=answered.ticket_id,
                purpose=answered.purpose,
                prompted_id=answered.prompted_id,
                text="",
                files=NONE,
                updated_at=now,
            )
            self._session.add(row)
        if note:
            row.purpose = Purpose.NOTE
        row.text = "\n".join(part for part in (row.text, text) if part)
        row.files = json.dumps([*json.loads(row.files), asdict(file)])
        row.updated_at = now
        self._session.flush()

    def quiet(self, since: datetime) -> list[AlbumRow]:
        """With parts not yet taken, to which nothing was added since then."""
        query = select(AlbumRow).where(
            col(AlbumRow.updated_at) <= since,
            col(AlbumRow.files) != NONE,
        )
        return list(self._session.exec(query.order_by(col(AlbumRow.updated_at))))

    def take(self, row: AlbumRow) -> bool:
        """False when a part was added meanwhile, or somebody else took it.

        The row stays, empty: it says what to do with parts that are late.
        """
        taken = self._session.connection().execute(
            update(AlbumRow)
            .where(
                col(AlbumRow.chat_id) == row.chat_id,
                col(AlbumRow.group_id) == row.group_id,
                col(AlbumRow.updated_at) == row.updated_at,
                col(AlbumRow.files) != NONE,
            )
            .values(text="", files=NONE)
        )
        return taken.rowcount == 1

    def forget_taken(self, *, before: datetime) -> None:
        done = col(AlbumRow.files) == NONE
        self._session.execute(delete(AlbumRow).where(col(AlbumRow.updated_at) < before, done))


def files_of(row: AlbumRow | HeldAnswer) -> list[File]:
    return [File(**file) for file in json.loads(row.files)]
