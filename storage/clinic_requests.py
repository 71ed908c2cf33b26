"""Offices' requests for a session of Coaching Clinic."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from bot.rules.clinic import RequestStatus
from storage.tables import ClinicRequest, Person


class ClinicRequests:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, *, key: str, person_id: int, office: str, topic: str, now: datetime
    ) -> ClinicRequest:
        row = ClinicRequest(
            key=key,
            person_id=person_id,
            office=office,
            topic=topic,
            status=RequestStatus.OPEN,
            asked_at=now,
        )
        self._session.add(row)
        self._session.flush()
        return row

    def get(self, number: int) -> ClinicRequest | None:
        return self._session.get(ClinicRequest, number)

    def hold(self, number: int) -> ClinicRequest | None:
        """As it is now, and nobody else answers it until this unit ends."""
        return self._session.get(
            ClinicRequest, number, with_for_update=True, populate_existing=True
        )

    def by_key(self, key: str, *, person_id: int) -> ClinicRequest | None:
        query = select(ClinicRequest).where(
            col(ClinicRequest.key) == key, col(ClinicRequest.person_id) == person_id
        )
        return self._session.exec(query).first()

    def of_session(self, session_id: int) -> list[ClinicRequest]:
        query = select(ClinicRequest).where(col(ClinicRequest.session_id) == session_id)
        return list(self._session.exec(query.order_by(col(ClinicRequest.id))))

    def open(self, *, most: int) -> list[tuple[ClinicRequest, str]]:
        """The oldest first, each with the name of who asks."""
        query = (
            sql_select(ClinicRequest, col(Person.name))
            .join(Person, col(Person.id) == col(ClinicRequest.person_id))
            .where(col(ClinicRequest.status) == RequestStatus.OPEN)
            .order_by(col(ClinicRequest.id))
        )
        return [(row, name) for row, name in self._session.execute(query.limit(most))]

    def count_open(self, person_id: int | None = None) -> int:
        query = select(func.count(col(ClinicRequest.id))).where(
            col(ClinicRequest.status) == RequestStatus.OPEN
        )
        if person_id is not None:
            query = query.where(col(ClinicRequest.person_id) == person_id)
        return self._session.exec(query).one()

    def of_person(self, person_id: int) -> list[ClinicRequest]:
        query = select(ClinicRequest).where(col(ClinicRequest.person_id) == person_id)
        return list(self._session.exec(query.order_by(col(ClinicRequest.id))))

    def asked_between(self, first: datetime, last: datetime) -> list[RequestStatus]:
        query = sql_select(col(ClinicRequest.status)).where(
            col(ClinicRequest.asked_at) >= first, col(ClinicRequest.asked_at) < last
        )
        return list(self._session.execute(query.order_by(col(ClinicRequest.id))).scalars())
