"""What came from the offices of a session: each figure counts rows, none is kept. Takes long, so
it is for a reading connection."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, or_
from sqlalchemy import select as rows
from sqlmodel import Session, col, func

from bot.rules.clinic_effect import Spell
from bot.rules.ticket import Kind
from storage.for_group import NAMED
from storage.tables import ClinicSeat, Person, Question, Ticket


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

    def spell(self, offices: Collection[str], start: datetime, end: datetime) -> Spell:
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
        return Spell(asked, complained, known)


def _is_of(offices: Collection[str]) -> ColumnElement[bool]:
    """SQLite knows the small letters of ASCII alone."""
    small = [each.lower() for each in offices]
    return or_(col(Person.office).in_(offices), func.lower(col(Person.office)).in_(small))
