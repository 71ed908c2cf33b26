"""What was asked of the book, and how it ended."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import insert, or_, update
from sqlmodel import Session, col, select

from storage.row_ids import RowIds
from storage.tables import LearnedRow, Outcome, Question

_LOG = insert(Question)


class Questions:
    """New rows wait in memory until the unit settles, or questions are read."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids = RowIds(session, Question)
        self._new: list[dict[str, object]] = []

    def log(
        self,
        asker_id: int,
        text: str,
        *,
        now: datetime,
        outcome: Outcome,
        entry_id: str | None,
        nearest_id: str | None,
        score: float,
        runner_up_score: float,
    ) -> int:
        """The question's number, for the buttons under its answer."""
        number = self._ids.take()
        self._new.append(
            {
                "id": number,
                "asker_id": asker_id,
                "at": now,
                "text": text,
                "outcome": outcome,
                "entry_id": entry_id,
                "nearest_id": nearest_id,
                "score": score,
                "runner_up_score": runner_up_score,
            }
        )
        return number

    def pending(self) -> list[dict[str, object]]:
        return list(self._new)

    def restore(self, pending: list[dict[str, object]]) -> None:
        """Forgets what was logged since they were all that was pending."""
        self._new = pending

    def flush(self) -> None:
        if self._new:
            self._session.connection().execute(_LOG, self._new)
            self._new = []

    def unsolved(self, *, since: datetime, until: datetime) -> list[Question]:
        """Unanswered, answered wrongly, or ended in a ticket; and not yet seen by an officer."""
        self.flush()
        query = select(Question).where(
            col(Question.at) >= since,
            col(Question.at) <= until,
            col(Question.reviewed_at).is_(None),
            or_(
                col(Question.outcome) == Outcome.SILENCE,
                col(Question.helpful).is_(False),
                col(Question.ticket_id).is_not(None),
            ),
        )
        return list(self._session.exec(query.order_by(col(Question.id))))

    def review(
        self, ids: Collection[int], *, by: int, now: datetime, taught: LearnedRow | None = None
    ) -> None:
        self.flush()
        self._session.execute(
            update(Question)
            .where(col(Question.id).in_(list(ids)), col(Question.reviewed_at).is_(None))
            .values(reviewed_by=by, reviewed_at=now, learned_id=taught.id if taught else None)
        )

    def unreview(self, taught: LearnedRow) -> None:
        """The questions whose review taught this wait again: it was taken back."""
        self._session.execute(
            update(Question)
            .where(col(Question.learned_id) == taught.id)
            .values(reviewed_by=None, reviewed_at=None, learned_id=None)
        )

    def link_ticket(self, question_id: int, *, asker_id: int, ticket_id: int) -> None:
        """The question that a ticket grew out of."""
        question = self.get(question_id, asker_id=asker_id)
        if question is not None:
            question.ticket_id = ticket_id

    def newest(self, asker_id: int, *, since: datetime) -> Question | None:
        self.flush()
        query = select(Question).where(
            col(Question.asker_id) == asker_id, col(Question.at) >= since
        )
        return self._session.exec(query.order_by(col(Question.id).desc()).limit(1)).first()

    def get(self, question_id: int, *, asker_id: int) -> Question | None:
        """Only one's own question."""
        self.flush()
        question = self._session.get(Question, question_id)
        return question if question is not None and question.asker_id == asker_id else None
