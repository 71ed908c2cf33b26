"""Answers that are held back until their writer says whether they are to be sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col

from bot.rules.complaint import File
from storage.tables import HeldAnswer, MessageRef
from storage.tickets import LostRace


class HeldAnswers:
    def __init__(self, session: Session) -> None:
        self._session = session

    def hold(
        self,
        answered: MessageRef,
        *,
        person_id: int,
        message_id: int,
        text: str,
        files: Sequence[File],
        now: datetime,
    ) -> None:
        """A whole one; of a message that was put right the newest words."""
        row = HeldAnswer(
            chat_id=answered.chat_id,
            message_id=message_id,
            person_id=person_id,
            ticket_id=answered.ticket_id,
            purpose=answered.purpose,
            prompted_id=answered.prompted_id,
            text=text,
            files=json.dumps([asdict(file) for file in files]),
            held_at=now,
        )
        self._session.merge(row)
        self._session.flush()

    def get(self, chat_id: int, message_id: int) -> HeldAnswer | None:
        return self._session.get(HeldAnswer, (chat_id, message_id))

    def let_go(self, row: HeldAnswer) -> None:
        """Raises LostRace where somebody was quicker."""
        gone = self._session.connection().execute(
            delete(HeldAnswer).where(
                col(HeldAnswer.chat_id) == row.chat_id,
                col(HeldAnswer.message_id) == row.message_id,
            )
        )
        if gone.rowcount != 1:
            raise LostRace
        self._session.expunge(row)

    def forget(self, *, before: datetime) -> None:
        self._session.execute(delete(HeldAnswer).where(col(HeldAnswer.held_at) < before))
