"""Periods that are closed: written once, read for good."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from bot.rules.closing import Period, Span
from storage.tables import ClosedPeriod


class Closing(NamedTuple):
    """Without the record, which may be long."""

    span: Span
    key: str
    mark: str
    papers: dict[str, str]


class ClosedPeriods:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, period: Period) -> ClosedPeriod | None:
        return self._session.get(ClosedPeriod, (period.span, period.key))

    def close(
        self,
        period: Period,
        *,
        at: datetime,
        mark: str,
        record: bytes,
        papers: Mapping[str, str],
    ) -> bool:
        """False where it is closed already: then nothing has changed."""
        dialect = self._session.get_bind().dialect.name
        make = sqlite.insert if dialect == "sqlite" else postgresql.insert
        made = self._session.connection().execute(
            make(ClosedPeriod)
            .values(
                span=period.span,
                key=period.key,
                closed_at=at,
                mark=mark,
                record=record,
                papers=json.dumps(papers, sort_keys=True),
            )
            .on_conflict_do_nothing(index_elements=["span", "key"])
            .returning(col(ClosedPeriod.key))
        )
        return made.first() is not None

    def all(self) -> list[Closing]:
        """Those closed last first."""
        query = select(
            ClosedPeriod.span, ClosedPeriod.key, ClosedPeriod.mark, ClosedPeriod.papers
        ).order_by(col(ClosedPeriod.closed_at).desc(), col(ClosedPeriod.key))
        found = self._session.exec(query)
        return [
            Closing(Span(span), key, mark, json.loads(papers)) for span, key, mark, papers in found
        ]

    def by_mark(self, mark: str) -> ClosedPeriod | None:
        query = select(ClosedPeriod).where(ClosedPeriod.mark == mark)
        return self._session.exec(query.order_by(col(ClosedPeriod.key))).first()
