"""What was asked of the book, and how it ended."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from storage.tables import Outcome, Question


class Questions:
    def __init__(self, session: Session) -> None:
        self._session = session

    def log(
        self,
        asker_id: int,
        text: str,
        *,
        now: datetime,
        outcome: Outcome,
        entry_id: str | None,
        score: float,
        runner_up_score: float,
    ) -> Question:
        question = Question(
            asker_id=asker_id,
            at=now,
            text=text,
            outcome=outcome,
            entry_id=entry_id,
            score=score,
            runner_up_score=runner_up_score,
        )
        self._session.add(question)
        self._session.flush()
        return question

    def get(self, question_id: int, *, asker_id: int) -> Question | None:
        """Only one's own question."""
        question = self._session.get(Question, question_id)
        return question if question is not None and question.asker_id == asker_id else None
