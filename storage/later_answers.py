"""Officers' answers that wait for the morning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import bindparam, delete
from sqlmodel import Session, col, select

from bot.rules.complaint import File
from storage.prepared import PreparedEntities
from storage.tables import LaterAnswer

_OF = PreparedEntities(
    LaterAnswer,
    select(LaterAnswer)
    .where(col(LaterAnswer.ticket_id) == bindparam("ticket"))
    .order_by(col(LaterAnswer.id)),
)


class LaterAnswers:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        *,
        ticket_id: int,
        officer_id: int,
        chat_id: int,
        message_id: int,
        text: str,
        files: Sequence[File],
        send_at: datetime,
    ) -> LaterAnswer:
        row = LaterAnswer(
            ticket_id=ticket_id,
            officer_id=officer_id,
            chat_id=chat_id,
            message_id=message_id,
            text=text,
            files=json.dumps([asdict(each) for each in files]),
            send_at=send_at,
        )
        self._session.add(row)
        self._session.flush()
        return row

    def get(self, number: int) -> LaterAnswer | None:
        return self._session.get(LaterAnswer, number)

    def due(self, now: datetime) -> list[LaterAnswer]:
        query = select(LaterAnswer).where(col(LaterAnswer.send_at) <= now)
        return list(self._session.exec(query.order_by(col(LaterAnswer.id))))

    def of(self, ticket_id: int) -> list[LaterAnswer]:
        return _OF(self._session, ticket=ticket_id)

    def take(self, number: int) -> bool:
        """True for the one who may send it, or call it off."""
        taken = delete(LaterAnswer).where(col(LaterAnswer.id) == number)
        return self._session.connection().execute(taken).rowcount == 1


def files_of(row: LaterAnswer) -> list[File]:
    return [File(**each) for each in json.loads(row.files)]
