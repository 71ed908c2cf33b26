"""How satisfied reporters were, of those who were asked."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from storage.prepared import by_key
from storage.tables import SatisfactionRow

_OF = by_key(SatisfactionRow)


class Satisfaction:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, ticket_id: int) -> SatisfactionRow | None:
        return _OF.get(self._session, ticket_id)

    def asked(self, ticket_id: int, *, now: datetime) -> None:
        """Asked again, what was said before stands until something else is said."""
        row = self.of(ticket_id)
        if row is None:
            self._session.add(SatisfactionRow(ticket_id=ticket_id, asked_at=now))
        else:
            row.asked_at = now
        self._session.flush()

    def rate(self, ticket_id: int, score: int, *, now: datetime) -> None:
        row = self.of(ticket_id) or SatisfactionRow(ticket_id=ticket_id, asked_at=now)
        row.score, row.rated_at = score, now
        self._session.add(row)
        self._session.flush()

    def add_words(self, ticket_id: int, words: str) -> None:
        row = self._session.get_one(SatisfactionRow, ticket_id)
        row.words = words
        self._session.flush()

    def unrated(self, *, since: datetime, until: datetime) -> list[int]:
        """Tickets whose reporters were asked then and have said nothing, oldest first."""
        query = select(SatisfactionRow.ticket_id).where(
            col(SatisfactionRow.score).is_(None),
            col(SatisfactionRow.asked_at) >= since,
            col(SatisfactionRow.asked_at) < until,
        )
        return list(self._session.exec(query.order_by(col(SatisfactionRow.asked_at))))
