"""What takes longer than a turn may: asked for in the turn's commit, made outside of any."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, text, update
from sqlalchemy import select as sql_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from storage.forgetting import forget, older_than
from storage.prepared import Prepared
from storage.tables import JobKind, JobRow, JobStatus

Arguments = dict[str, Any]
PLACE = "place"  # among the arguments: the topic in which it was asked for

READ = frozenset({JobKind.PICTURE})
"""What is made beside all else, and several at once."""


def _next(kinds: Collection[JobKind], *, limit: int) -> Prepared:
    return Prepared(
        sql_select(col(JobRow.id))
        .where(
            col(JobRow.status) == JobStatus.WAITING,
            or_(*(col(JobRow.kind) == kind for kind in kinds)),
            (col(JobRow.not_before).is_(None)) | (col(JobRow.not_before) <= bindparam("now")),
        )
        .order_by(col(JobRow.id))
        .limit(limit)
    )


_NEXT = _next(tuple(kind for kind in JobKind if kind not in READ), limit=1)
_NEXT_READ = _next(tuple(READ), limit=10)  # more than are ever under way


class Jobs:
    def __init__(self, session: Session) -> None:
        self._session = session
        self.asked = False
        """Whether something was asked for in this unit."""

    def ask(
        self,
        kind: JobKind,
        key: str,
        *,
        chat_id: int,
        now: datetime,
        arguments: Arguments | None = None,
        message_id: int | None = None,
        asker_id: int | None = None,
        about_id: int | None = None,
        not_before: datetime | None = None,
    ) -> None:
        """Nothing new where one of that key waits already. `about_id`: whoever is named in its
        key or its arguments, and is neither the asker nor the chat's."""
        dialect = self._session.get_bind().dialect.name
        make = sqlite.insert if dialect == "sqlite" else postgresql.insert
        self._session.connection().execute(
            make(JobRow)
            .values(
                kind=kind,
                key=key,
                arguments=json.dumps(arguments or {}),
                chat_id=chat_id,
                message_id=message_id,
                asker_id=asker_id,
                about_id=about_id,
                asked_at=now,
                status=JobStatus.WAITING,
                attempts=0,
                not_before=not_before,
            )
            .on_conflict_do_nothing(index_elements=["key"], index_where=text("status = 'waiting'"))
        )
        self.asked = True

    def get(self, job_id: int) -> JobRow:
        return self._session.get_one(JobRow, job_id)

    def find(self, job_id: int) -> JobRow | None:
        return self._session.get(JobRow, job_id)

    def still_waiting(self, job_id: int) -> JobRow | None:
        """As `waiting`, by its number."""
        query = select(JobRow).where(col(JobRow.id) == job_id, text("status = 'waiting'"))
        return self._session.exec(query.with_for_update()).first()

    def waiting(self, key: str) -> JobRow | None:
        """That of the key, which nobody ends while this unit lasts."""
        query = select(JobRow).where(col(JobRow.key) == key, text("status = 'waiting'"))
        return self._session.exec(query.with_for_update()).first()

    def change(self, job: JobRow, arguments: Arguments) -> None:
        job.arguments = json.dumps(arguments)
        self._session.flush()

    def asked_since(self, moment: datetime, key: str) -> bool:
        """Whatever has become of it."""
        query = select(JobRow.id).where(col(JobRow.key) == key, col(JobRow.asked_at) > moment)
        return self._session.exec(query.limit(1)).first() is not None

    def next(self, now: datetime) -> JobRow | None:
        """The oldest that may be made now; what a later release left behind is none to us."""
        number = _NEXT(self._session.connection(), now=now).scalar()
        return None if number is None else self._session.get(JobRow, number)

    def next_read(self, now: datetime, under_way: Collection[int]) -> JobRow | None:
        """The same of pictures, besides those that somebody has at hand."""
        numbers = _NEXT_READ(self._session.connection(), now=now).scalars()
        number = next((each for each in numbers if each not in under_way), None)
        return None if number is None else self._session.get(JobRow, number)

    def asked_by(self, person_id: int, kind: JobKind, *, since: datetime) -> int:
        """How often somebody has asked for it, whatever became of it."""
        query = select(func.count(col(JobRow.id))).where(
            col(JobRow.kind) == kind,
            col(JobRow.asker_id) == person_id,
            col(JobRow.asked_at) > since,
        )
        return self._session.exec(query).one()

    def done(self, job: JobRow) -> bool:
        """True for the one who may say what came of it, in the same unit."""
        return self._end(job, JobStatus.DONE)

    def retry(self, job: JobRow, *, at: datetime, error: str) -> None:
        self._session.connection().execute(
            update(JobRow)
            .where(col(JobRow.id) == job.id, col(JobRow.status) == JobStatus.WAITING)
            .values(attempts=job.attempts + 1, not_before=at, error=error)
        )

    def bury(self, job: JobRow, *, error: str) -> bool:
        return self._end(job, JobStatus.DEAD, attempts=job.attempts + 1, error=error)

    def older_than(self, moment: datetime) -> int:
        return older_than(self._session, col(JobRow.id), col(JobRow.asked_at), moment)

    def forget(self, status: JobStatus, *, below: int) -> int:
        """Some of those whose number is below; see storage.forgetting."""
        key = col(JobRow.id)
        return forget(self._session, key, key < below, col(JobRow.status) == status)

    def _end(self, job: JobRow, status: JobStatus, **values: object) -> bool:
        changed = self._session.connection().execute(
            update(JobRow)
            .where(col(JobRow.id) == job.id, col(JobRow.status) == JobStatus.WAITING)
            .values(status=status, **values)
        )
        return changed.rowcount == 1


def arguments_of(job: JobRow) -> Arguments:
    arguments: Arguments = json.loads(job.arguments)
    return arguments
