"""Sessions of Coaching Clinic, and the files that belong to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.rules.clinic import SessionStatus
from bot.rules.complaint import File
from storage.tables import ClinicFile, ClinicSession

LONGEST = timedelta(hours=16)  # a session lasts within a day; so far back one may be under way


class ClinicSessions:
    def __init__(self, session: Session) -> None:
        self._session = session

    def draft(self, *, by_id: int, now: datetime) -> ClinicSession:
        row = ClinicSession(status=SessionStatus.DRAFT, by_id=by_id, made_at=now)
        self._session.add(row)
        self._session.flush()
        return row

    def get(self, number: int) -> ClinicSession | None:
        return self._session.get(ClinicSession, number)

    def hold(self, number: int) -> ClinicSession | None:
        """As it is now, and nobody else changes it or its seats until this unit ends."""
        return self._session.get(
            ClinicSession, number, with_for_update=True, populate_existing=True
        )

    def change(self, row: ClinicSession, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()

    def to_come(self, now: datetime, *, most: int) -> list[ClinicSession]:
        """Those that have not ended, the next first."""
        query = (
            select(ClinicSession)
            .where(
                col(ClinicSession.status) == SessionStatus.OPEN,
                col(ClinicSession.starts_at) > now - LONGEST,
                col(ClinicSession.ends_at) > now,
            )
            .order_by(col(ClinicSession.starts_at), col(ClinicSession.id))
        )
        return list(self._session.exec(query.limit(most)))

    def drafts(self, *, most: int) -> list[ClinicSession]:
        query = (
            select(ClinicSession)
            .where(col(ClinicSession.status) == SessionStatus.DRAFT)
            .order_by(col(ClinicSession.id).desc())
        )
        return list(self._session.exec(query.limit(most)))

    def past(self, now: datetime, *, most: int) -> list[ClinicSession]:
        """The last one first."""
        query = (
            select(ClinicSession)
            .where(
                col(ClinicSession.status) == SessionStatus.OPEN,
                col(ClinicSession.starts_at) <= now,
                col(ClinicSession.ends_at) <= now,
            )
            .order_by(col(ClinicSession.starts_at).desc(), col(ClinicSession.id).desc())
        )
        return list(self._session.exec(query.limit(most)))

    def begun_between(self, first: datetime, last: datetime) -> list[ClinicSession]:
        """Whatever became of them; drafts are none."""
        query = (
            select(ClinicSession)
            .where(
                col(ClinicSession.status) != SessionStatus.DRAFT,
                col(ClinicSession.starts_at) >= first,
                col(ClinicSession.starts_at) < last,
            )
            .order_by(col(ClinicSession.starts_at), col(ClinicSession.id))
        )
        return list(self._session.exec(query))

    def add_file(self, row: ClinicSession, file: File, *, by_id: int, now: datetime) -> bool:
        """False where the session has this very file already."""
        query = select(ClinicFile.id).where(
            col(ClinicFile.session_id) == row.id, col(ClinicFile.unique_id) == file.unique_id
        )
        if self._session.exec(query).first() is not None:
            return False
        self._session.add(
            ClinicFile(
                session_id=row.id,
                kind=file.kind,
                file_id=file.file_id,
                unique_id=file.unique_id,
                sent_by=by_id,
                added_at=now,
            )
        )
        self._session.flush()
        return True

    def files(self, number: int) -> list[ClinicFile]:
        query = select(ClinicFile).where(col(ClinicFile.session_id) == number)
        return list(self._session.exec(query.order_by(col(ClinicFile.id))))
