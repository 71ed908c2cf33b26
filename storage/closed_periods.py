"""Periods that are closed: written once, read for good."""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from bot.rules.closing import Period, PeriodKind
from storage.tables import ClosedPeriod

MOST_PAPERS = 100  # of one period: a few forms, each by a few releases


class Closing(NamedTuple):
    """Without the record, which may be long."""

    span: PeriodKind
    key: str
    mark: str
    papers: tuple[str, ...]
    """SHA-256 of each that was printed."""


class ClosedPeriods:
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, period: Period) -> ClosedPeriod | None:
        return self._session.get(ClosedPeriod, (period.span, period.key))

    def close(self, period: Period, *, at: datetime, mark: str, record: bytes) -> bool:
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
                papers="[]",
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
            Closing(PeriodKind(span), key, mark, tuple(json.loads(papers)))
            for span, key, mark, papers in found
        ]

    def count(self, start: datetime, end: datetime) -> int:
        """How many were closed from `start` up to `end`."""
        query = select(func.count()).where(
            col(ClosedPeriod.closed_at) >= start, col(ClosedPeriod.closed_at) < end
        )
        return self._session.exec(query).one()

    def printed(self, mark: str, paper: str) -> None:
        """It is known as ours from now on, also when a later release prints it otherwise."""
        query = select(ClosedPeriod).where(ClosedPeriod.mark == mark)
        for row in self._session.exec(query.with_for_update()):
            known = json.loads(row.papers)
            if paper not in known:
                row.papers = json.dumps([*known[1 - MOST_PAPERS :], paper])
        self._session.flush()

    def by_mark(self, mark: str) -> ClosedPeriod | None:
        query = select(ClosedPeriod).where(ClosedPeriod.mark == mark)
        return self._session.exec(query.order_by(col(ClosedPeriod.key))).first()
