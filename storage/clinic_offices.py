"""What came from the offices of a session: each figure counts rows, none is kept. Takes long, so
it is for a reading connection."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, literal, or_, union_all
from sqlalchemy import select as rows
from sqlmodel import Session, col, func

from bot.rules.clinic_effect import Activity
from bot.rules.ticket import Kind, Role
from storage.for_group import FOR_GROUP, NAMED
from storage.tables import ClinicSeat, Person, Question, Ticket
from storage.types import Utc


class ClinicOffices:
    def __init__(self, session: Session) -> None:
        self._session = session

    def came(self, session_id: int) -> list[str]:
        """Of those who were there; each once, by its name."""
        office = func.coalesce(col(ClinicSeat.office), col(Person.office))
        query = (
            rows(office)
            .outerjoin(Person, col(Person.id) == col(ClinicSeat.person_id))
            .where(
                col(ClinicSeat.session_id) == session_id,
                col(ClinicSeat.attended_at).is_not(None),
                office.is_not(None),
            )
            .order_by(col(ClinicSeat.id))
        )
        found: dict[str, str] = {}
        for name in self._session.scalars(query):
            found.setdefault(name.casefold(), name)
        return sorted(found.values(), key=str.casefold)

    def spell(self, offices: Collection[str], start: datetime, end: datetime) -> Activity:
        """From `start` up to `end`, of those who write to the bot themselves; a report that
        doesn't show who made it doesn't show their office either."""
        theirs = (col(Person.id) > 0, _is_of(offices))
        people = rows(func.count()).where(*theirs, col(Person.first_seen) < end)
        questions = (
            rows(func.count(col(Question.id)))
            .join(Person, col(Person.id) == col(Question.asker_id))
            .where(
                *theirs,
                col(Question.at) >= start,
                col(Question.at) < end,
                col(Question.text) != "",
                col(Question.export_id).is_(None),
            )
        )
        complaints = (
            rows(func.count(col(Ticket.id)))
            .join(Person, col(Person.id) == col(Ticket.reporter_id))
            .where(
                *theirs,
                col(Ticket.created_at) >= start,
                col(Ticket.created_at) < end,
                col(Ticket.kind) == Kind.COMPLAINT,
                NAMED,
            )
        )
        asked, complained, known = (
            self._session.scalars(each).one() for each in (questions, complaints, people)
        )
        return Activity(asked, complained, known)

    def matters(self, since: datetime) -> list[tuple[str, int, int, int]]:
        """Of each office how many people, questions and complaints; as above."""
        asked: Any = rows(
            col(Question.asker_id).label("person"),
            literal(1).label("asked"),
            literal(0).label("complained"),
        ).where(
            col(Question.at) >= since,
            col(Question.text) != "",
            col(Question.export_id).is_(None),
        )
        complained = rows(col(Ticket.reporter_id), literal(0), literal(1)).where(
            col(Ticket.created_at) >= since, col(Ticket.kind) == Kind.COMPLAINT, NAMED
        )
        c = union_all(asked, complained).subquery().c
        query = (
            rows(
                col(Person.office),
                func.count(func.distinct(c.person)),
                func.sum(c.asked),
                func.sum(c.complained),
            )
            .join(Person, col(Person.id) == c.person)
            .where(col(Person.id) > 0, col(Person.office).is_not(None))
            .where(col(Person.role) == Role.ASKER)
            .group_by(col(Person.office))
            .order_by(col(Person.office))
        )
        return [(name or "", *counts) for name, *counts in self._session.execute(query)]

    def last_sessions(self) -> dict[str, datetime]:
        """When an office was there last; by its name as it was told then."""
        office = func.coalesce(col(ClinicSeat.office), col(Person.office))
        query = (
            rows(office, func.max(col(ClinicSeat.attended_at), type_=Utc()))
            .outerjoin(Person, col(Person.id) == col(ClinicSeat.person_id))
            .where(col(ClinicSeat.attended_at).is_not(None), office.is_not(None))
            .group_by(office)
        )
        return {str(name): at for name, at in self._session.execute(query)}

    def categories(self, since: datetime) -> list[tuple[str, int]]:
        """How many tickets of each, whoever made them."""
        query = (
            rows(col(Ticket.category), func.count(col(Ticket.id)))
            .where(col(Ticket.created_at) >= since, FOR_GROUP, col(Ticket.category).is_not(None))
            .group_by(col(Ticket.category))
            .order_by(col(Ticket.category))
        )
        return [(name or "", count) for name, count in self._session.execute(query)]


def _is_of(offices: Collection[str]) -> ColumnElement[bool]:
    """SQLite knows the small letters of ASCII alone."""
    small = [each.lower() for each in offices]
    return or_(col(Person.office).in_(offices), func.lower(col(Person.office)).in_(small))
