"""Where the pinned board of the helpdesk group stands, and what it said last."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from storage.tables import BoardRow


class Board:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, chat_id: int) -> BoardRow | None:
        return self._session.get(BoardRow, chat_id)

    def said(self, chat_id: int, mark: str, *, now: datetime) -> None:
        row = self.of(chat_id) or BoardRow(chat_id=chat_id, mark=mark, updated_at=now)
        row.mark, row.updated_at = mark, now
        self._session.add(row)
        self._session.flush()

    def place(self, chat_id: int, message_id: int | None) -> None:
        """None: it is gone, and made anew."""
        row = self.of(chat_id)
        if row is not None:
            row.message_id = message_id
            self._session.flush()
