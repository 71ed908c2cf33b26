"""Who was served in some days, by which way, and how many people each office has. For a reading
connection: it looks through all that was asked, filed and attended in those days."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import String, and_, case, cast, func, literal, null, select, union_all
from sqlmodel import Session, col

from bot.rules.announcement import Reached
from bot.rules.reach import Way
from bot.rules.roster.people import State
from bot.rules.survey import SurveyStatus
from bot.rules.ticket import Role
from storage.for_group import NAMED
from storage.roster import CURRENT
from storage.tables import (
    ERASED_ID,
    Announcement,
    ClinicSeat,
    ClinicSession,
    Person,
    Question,
    Recipient,
    RosterEntry,
    RosterLink,
    Survey,
    Ticket,
)


class Came(NamedTuple):
    person: int
    way: Way
    office: str | None
    listed: bool
    shown: bool
    """False: by reports alone that don't show whose they are."""


_OF_LIST = (
    col(RosterEntry.import_id) == CURRENT,
    col(RosterEntry.state) == State.ACTIVE,
)


class ReachFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def came(self, start: datetime, end: datetime) -> list[Came]:
        """From `start` up to `end`, each person once a way. A report that doesn't show who made
        it doesn't show their office either."""
        c = union_all(*_ways(start, end)).subquery().c
        known = func.coalesce(col(RosterEntry.office), col(Person.office), c.office)
        # As strings are ordered: who may be told of by any of their rows is told of.
        office = func.max(case((c.shown == 1, known), else_=null()))
        listed = func.max(case((col(RosterEntry.nip).is_not(None), 1), else_=0))
        query = (
            select(c.person, c.way, office, listed, func.max(c.shown))
            .join(Person, col(Person.id) == c.person)
            .outerjoin(RosterLink, col(RosterLink.person_id) == c.person)
            .outerjoin(RosterEntry, and_(col(RosterEntry.nip) == col(RosterLink.nip), *_OF_LIST))
            .where(col(Person.role) == Role.ASKER, c.person != ERASED_ID)
            .group_by(c.person, c.way)
            .order_by(c.person, c.way)
        )
        rows = self._session.connection().execute(query)
        return [
            Came(person, Way(way), name, bool(on), bool(shown))
            for person, way, name, on, shown in rows
        ]

    def erased(self, start: datetime, end: datetime) -> bool:
        """Whether somebody was there whom nobody knows any more."""
        c = union_all(*_ways(start, end)).subquery().c
        query = select(c.person).where(c.person == ERASED_ID).limit(1)
        return self._session.connection().execute(query).first() is not None

    def guests(self, start: datetime, end: datetime) -> int:
        attended = col(ClinicSeat.attended_at)
        query = select(func.count()).where(
            col(ClinicSeat.person_id).is_(None), attended >= start, attended < end
        )
        return self._session.connection().execute(query).scalar_one()

    def personnel(self) -> list[tuple[str, int]]:
        """How many the list has of each office, as it is written there."""
        name: Any = func.coalesce(col(RosterEntry.office), "")
        query = select(name, func.count()).where(*_OF_LIST).group_by(name).order_by(name)
        return [(office, count) for office, count in self._session.connection().execute(query)]

    def trainings(self, start: datetime, end: datetime) -> int:
        """Sessions that somebody came to."""
        there = select(col(ClinicSeat.session_id)).where(col(ClinicSeat.attended_at).is_not(None))
        begins = col(ClinicSession.starts_at)
        query = select(func.count()).where(
            col(ClinicSession.id).in_(there), begins >= start, begins < end
        )
        return self._session.connection().execute(query).scalar_one()

    def news(self, start: datetime, end: datetime) -> tuple[int, int]:
        """Announcements that began then, and how often any of them arrived. To whom is forgotten
        after a while, so people cannot be told apart."""
        begun = col(Announcement.begun_at)
        query = (
            select(
                func.count(func.distinct(col(Announcement.id))),
                func.count(col(Recipient.id)),
            )
            .select_from(Announcement)
            .outerjoin(
                Recipient,
                and_(
                    col(Recipient.announcement_id) == col(Announcement.id),
                    col(Recipient.reached) == Reached.SENT,
                ),
            )
            .where(begun >= start, begun < end)
        )
        number, arrived = self._session.connection().execute(query).one()
        return number, arrived

    def surveys(self, start: datetime, end: datetime) -> list[int]:
        """Those that were closed then."""
        closed = col(Survey.closed_at)
        query = select(col(Survey.id)).where(
            col(Survey.status) == SurveyStatus.CLOSED, closed >= start, closed < end
        )
        return list(self._session.connection().execute(query.order_by(col(Survey.id))).scalars())


def _ways(start: datetime, end: datetime) -> list[Any]:
    nowhere = cast(null(), String)
    asked, filed, attended = col(Question.at), col(Ticket.created_at), col(ClinicSeat.attended_at)
    return [
        select(
            col(Question.asker_id).label("person"),
            literal(Way.ASKED.value).label("way"),
            literal(1).label("shown"),
            nowhere.label("office"),
        )
        .where(asked >= start, asked < end, col(Question.export_id).is_(None))
        .distinct(),
        select(
            col(Ticket.reporter_id),
            literal(Way.FILED.value),
            case((NAMED, 1), else_=0),
            nowhere,
        )
        .where(filed >= start, filed < end)
        .distinct(),
        select(
            col(ClinicSeat.person_id),
            literal(Way.ATTENDED.value),
            literal(1),
            col(ClinicSeat.office),
        )
        .where(attended >= start, attended < end, col(ClinicSeat.person_id).is_not(None))
        .distinct(),
    ]
