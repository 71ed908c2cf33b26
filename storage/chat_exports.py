"""Exported chats that were read: what of them was counted is not counted again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, col, select

from storage.tables import ChatExport, ChatQuestion

AT_ONCE = 500
"""Marks looked for in one statement: SQLite takes a bounded number of values."""


class ChatExports:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, digest: str) -> ChatExport | None:
        return self._session.exec(
            select(ChatExport).where(col(ChatExport.digest) == digest)
        ).first()

    def add(self, digest: str, *, questions: int, now: datetime) -> ChatExport:
        """That of the digest where it was begun before."""
        known = self.get(digest)
        if known is not None:
            return known
        row = ChatExport(digest=digest, read_at=now, questions=questions)
        self._session.add(row)
        self._session.flush()
        return row

    def counted(self, marks: Collection[int]) -> set[int]:
        """Those of the marks that were counted before, in this export or another."""
        wanted, found = list(marks), set[int]()
        for first in range(0, len(wanted), AT_ONCE):
            some = col(ChatQuestion.mark).in_(wanted[first : first + AT_ONCE])
            found.update(self._session.exec(select(ChatQuestion.mark).where(some)))
        return found

    def count(self, marks: Collection[int], export: ChatExport) -> None:
        """None of them was counted before."""
        if marks:
            rows = [{"mark": mark, "export_id": export.id} for mark in marks]
            self._session.connection().execute(insert(ChatQuestion), rows)
