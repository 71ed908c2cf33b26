"""How the book's entries did in a period, each figure out of rows. For a reading connection."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, case, distinct, exists, func, select
from sqlmodel import Session, col

from bot.rules.entry_figures import EntryCounts
from storage.later_moment import days_after
from storage.tables import ERASED_ID, LearnedRow, Question, Ticket


class EntryFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, *, since: datetime, until: datetime) -> dict[str, EntryCounts]:
        """By the entry's id. What was asked in an exported chat got no answer of ours."""
        connection = self._session.connection()
        at, entry = col(Question.at), col(Question.entry_id)
        helpful = col(Question.helpful)
        asked = (
            select(
                entry,
                func.count(),
                func.count(case((helpful.is_(True), 1))),
                func.count(case((helpful.is_(False), 1))),
                func.count(case((_filed_after(), 1))),
            )
            .where(entry.is_not(None), at >= since, at < until)
            .group_by(entry)
        )
        taught = (
            select(col(LearnedRow.entry_id), func.count(distinct(col(LearnedRow.id))))
            .where(col(LearnedRow.at) >= since, col(LearnedRow.at) < until)
            .where(col(LearnedRow.revoked_at).is_(None))
            .group_by(col(LearnedRow.entry_id))
        )
        more = {str(each): int(count) for each, count in connection.execute(taught)}
        found: dict[str, EntryCounts] = {}
        for each, given, good, bad, filed in connection.execute(asked):
            found[str(each)] = EntryCounts(given, good, bad, filed, more.pop(str(each), 0))
        return found | {each: EntryCounts(taught=count) for each, count in more.items()}


def _filed_after() -> ColumnElement[bool]:
    """Whether the same person filed a ticket within a day. Whoever was erased is one nobody with
    many others: there only what grew out of the very question counts."""
    at = col(Question.at)
    filed = exists().where(
        col(Ticket.reporter_id) == col(Question.asker_id),
        col(Question.asker_id) != ERASED_ID,
        col(Ticket.created_at) >= at,
        col(Ticket.created_at) <= days_after(at, 1),
    )
    return filed | col(Question.ticket_id).is_not(None)
