"""Who was served in some days, by which way, and how many people each office has. For a reading
connection: it looks through all that was asked, filed and attended in those days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import repeat
from typing import Any, NamedTuple

from sqlalchemy import and_, case, func, select
from sqlmodel import Session, col

from bot.rules.announcement import RecipientStatus
from bot.rules.reach import ContactWay
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

Came = tuple[int, str | None, bool]
"""Somebody by one way, the office that they told in a session, and whether they may be told of:
not by reports alone that don't show whose they are."""


class PersonsOffice(NamedTuple):
    """Where somebody is: by the personnel list, else as they have told us."""

    office: str | None
    listed: bool


_OF_LIST = (
    col(RosterEntry.import_id) == CURRENT,
    col(RosterEntry.state) == State.ACTIVE,
)


class ReachFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def homes(self) -> dict[int, PersonsOffice]:
        """Of everybody but the desk's own people and who was erased."""
        query = (
            select(
                col(Person.id),
                func.coalesce(col(RosterEntry.office), col(Person.office)),
                col(RosterEntry.nip).is_not(None),
            )
            .outerjoin(RosterLink, col(RosterLink.person_id) == col(Person.id))
            .outerjoin(RosterEntry, and_(col(RosterEntry.nip) == col(RosterLink.nip), *_OF_LIST))
            .where(col(Person.role) == Role.ASKER, col(Person.id) != ERASED_ID)
        )
        found = self._session.connection().execute(query).all()
        return {person: PersonsOffice(office, bool(listed)) for person, office, listed in found}

    def came(self, start: datetime, end: datetime) -> dict[ContactWay, Iterable[Came]]:
        """From `start` up to `end`, each person once a way, in the order of their numbers; also
        the desk's own people, and those who were erased as if they were one."""
        asked = self._each(ContactWay.ASKED, start, end).scalars().all()
        # Of several offices the last, as strings are ordered.
        attended = self._each(ContactWay.ATTENDED, start, end, func.max(col(ClinicSeat.office)))
        # Who may be told of by any of their reports is told of.
        filed = self._each(ContactWay.FILED, start, end, func.max(case((NAMED, 1), else_=0)))
        return {
            ContactWay.ASKED: zip(asked, repeat(None), repeat(True), strict=False),
            ContactWay.ATTENDED: ((person, office, True) for person, office in attended),
            ContactWay.FILED: ((person, None, shown == 1) for person, shown in filed),
        }

    def _each(self, way: ContactWay, start: datetime, end: datetime, *beside: Any) -> Any:
        who, those = _by_way(start, end)[way]
        query = select(who, *beside).where(*those).group_by(who).order_by(who)
        return self._session.connection().execute(query)

    def erased(self, start: datetime, end: datetime) -> bool:
        """Whether somebody was there whom nobody knows any more."""
        connection, ways = self._session.connection(), _by_way(start, end)
        return any(
            connection.execute(select(who).where(who == ERASED_ID, *those).limit(1)).first()
            for who, those in ways.values()
        )

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
                    col(Recipient.reached) == RecipientStatus.SENT,
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


def _by_way(start: datetime, end: datetime) -> dict[ContactWay, tuple[Any, list[Any]]]:
    """Whose the rows of a way are, and which rows."""

    def within(moment: Any) -> list[Any]:
        return [moment >= start, moment < end]

    of_book = [*within(col(Question.at)), col(Question.export_id).is_(None)]
    return {
        ContactWay.ASKED: (col(Question.asker_id), of_book),
        ContactWay.FILED: (col(Ticket.reporter_id), within(col(Ticket.created_at))),
        ContactWay.ATTENDED: (
            col(ClinicSeat.person_id),
            [*within(col(ClinicSeat.attended_at)), col(ClinicSeat.person_id).is_not(None)],
        ),
    }
