"""What the desk taught the book: approved changes, each with who and when, each revocable."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from storage.tables import LearnedRow

_REVISION = sql_select(func.count(col(LearnedRow.id)), func.count(col(LearnedRow.revoked_at)))


class Learned:
    def __init__(self, session: Session) -> None:
        self._session = session

    def revision(self) -> tuple[int, int]:
        """Changes whenever something is approved or taken back, in whatever process."""
        made, revoked = self._session.connection().execute(_REVISION).one()
        return made, revoked

    def live(self) -> list[LearnedRow]:
        query = select(LearnedRow).where(col(LearnedRow.revoked_at).is_(None))
        return list(self._session.exec(query.order_by(col(LearnedRow.id))))

    def get(self, change_id: int) -> LearnedRow | None:
        return self._session.get(LearnedRow, change_id)

    def add(
        self,
        *,
        entry_id: str,
        question: str,
        by: int,
        now: datetime,
        answer: str | None = None,
        chapter: int | None = None,
        ticket_id: int | None = None,
        asker_id: int | None = None,
        lesson: LearnedRow | None = None,
    ) -> LearnedRow:
        """`lesson`: the first of what is taught at once, and taken back at once."""
        row = LearnedRow(
            entry_id=entry_id,
            question=question,
            answer=answer,
            chapter=chapter,
            ticket_id=ticket_id,
            asker_id=asker_id,
            lesson_id=None if lesson is None else lesson.id,
            by_id=by,
            at=now,
        )
        self._session.add(row)
        self._session.flush()
        return row

    def lesson(self, first: LearnedRow) -> list[LearnedRow]:
        """It, and all that was taught with it, whether or not it still holds."""
        query = select(LearnedRow).where(
            or_(col(LearnedRow.id) == first.id, col(LearnedRow.lesson_id) == first.id)
        )
        return list(self._session.exec(query.order_by(col(LearnedRow.id))))

    def revoke(self, row: LearnedRow, *, by: int, now: datetime) -> None:
        row.revoked_by, row.revoked_at = by, now
        self._session.flush()
