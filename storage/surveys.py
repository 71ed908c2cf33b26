"""Surveys: who is asked, what was answered, what was said of it and done about it.

What was answered is put beside what was answered before, sorted, in one row: see SurveySheets.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, insert, union
from sqlalchemy import select as sql_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from bot.rules.survey import Showing, SurveyStatus
from bot.rules.ticket import Role
from storage.tables import (
    ClinicSeat,
    Person,
    Question,
    Survey,
    SurveyFollowUp,
    SurveyPerson,
    SurveySheets,
    SurveyTestimony,
    Ticket,
)


class Participation(NamedTuple):
    invited: int
    taken_part: int


class Surveys:
    def __init__(self, session: Session) -> None:
        self._session = session

    def draft(
        self, *, edition: str, elements: Sequence[str], days: int, by_id: int, now: datetime
    ) -> Survey:
        row = Survey(
            status=SurveyStatus.DRAFT,
            edition=edition,
            elements=tuple(elements),
            days=days,
            by_id=by_id,
            made_at=now,
        )
        self._session.add(row)
        self._session.flush()
        self._session.add(SurveySheets(survey_id=row.id, sheets=""))
        self._session.flush()
        return row

    def drop(self, row: Survey) -> None:
        """One that was never opened."""
        connection = self._session.connection()
        connection.execute(delete(SurveySheets).where(col(SurveySheets.survey_id) == row.id))
        self._session.delete(row)
        self._session.flush()

    def get(self, number: int) -> Survey | None:
        return self._session.get(Survey, number)

    def hold(self, number: int) -> Survey | None:
        """As it is now, and nobody else changes it until this unit ends."""
        return self._session.get(Survey, number, with_for_update=True, populate_existing=True)

    def change(self, row: Survey, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            setattr(row, name, value)
        self._session.flush()

    def open(self) -> list[Survey]:
        query = select(Survey).where(col(Survey.status) == SurveyStatus.OPEN)
        return list(self._session.exec(query.order_by(col(Survey.id))))

    def closed_since(self, moment: datetime) -> list[Survey]:
        query = select(Survey).where(col(Survey.closed_at) >= moment)
        return list(self._session.exec(query.order_by(col(Survey.id))))

    def newest(self, *, most: int) -> list[Survey]:
        query = select(Survey).order_by(col(Survey.id).desc())
        return list(self._session.exec(query.limit(most)))

    def before(self, row: Survey) -> Survey | None:
        """The one that was closed last before it was made."""
        query = select(Survey).where(
            col(Survey.status) == SurveyStatus.CLOSED, col(Survey.id) < row.id
        )
        return self._session.exec(query.order_by(col(Survey.id).desc()).limit(1)).first()

    # Who is asked

    def served(self, first: datetime, last: datetime, *, not_yet: int, most: int) -> list[int]:
        """People who were served within that time and can be reached, whom the survey of that
        number has not asked yet; but for those at the desk, and those who want no news: they
        may still take part. Takes long."""
        asked = sql_select(col(Question.asker_id)).where(
            col(Question.at) >= first, col(Question.at) < last
        )
        reported = sql_select(col(Ticket.reporter_id)).where(
            col(Ticket.created_at) >= first, col(Ticket.created_at) < last
        )
        came = sql_select(col(ClinicSeat.person_id)).where(
            col(ClinicSeat.attended_at) >= first, col(ClinicSeat.attended_at) < last
        )
        known = sql_select(col(SurveyPerson.person_id)).where(
            col(SurveyPerson.survey_id) == not_yet
        )
        query = sql_select(col(Person.id)).where(
            col(Person.id).in_(union(asked, reported, came)),
            col(Person.id).not_in(known),
            col(Person.id) > 0,
            col(Person.reachable),
            col(Person.blocked_at).is_(None),
            col(Person.news_off_at).is_(None),
            col(Person.role) == Role.ASKER,
        )
        rows = self._session.connection().execute(query.order_by(col(Person.id)).limit(most))
        return [row.id for row in rows]

    def was_served(self, person_id: int, first: datetime, last: datetime) -> bool:
        ways = (
            (Question.id, Question.asker_id, Question.at),
            (Ticket.id, Ticket.reporter_id, Ticket.created_at),
            (ClinicSeat.id, ClinicSeat.person_id, ClinicSeat.attended_at),
        )
        return any(
            self._session.connection()
            .execute(
                sql_select(col(number))
                .where(col(whose) == person_id, col(at) >= first, col(at) < last)
                .limit(1)
            )
            .first()
            is not None
            for number, whose, at in ways
        )

    def invite(self, survey_id: int, person_id: int) -> bool:
        """False where they were asked before."""
        dialect = self._session.get_bind().dialect.name
        make = sqlite.insert if dialect == "sqlite" else postgresql.insert
        made = self._session.connection().execute(
            make(SurveyPerson)
            .values(survey_id=survey_id, person_id=person_id, taken_part=False)
            .on_conflict_do_nothing(index_elements=["survey_id", "person_id"])
            .returning(col(SurveyPerson.person_id))
        )
        return made.first() is not None

    def ask_again(self, person_id: int) -> None:
        """Of whom the invitation didn't reach in its day: as if they had not been asked."""
        still_open = sql_select(col(Survey.id)).where(col(Survey.status) == SurveyStatus.OPEN)
        self._session.execute(
            delete(SurveyPerson).where(
                col(SurveyPerson.person_id) == person_id,
                col(SurveyPerson.survey_id).in_(still_open),
                ~col(SurveyPerson.taken_part),
                col(SurveyPerson.draft).is_(None),
            )
        )

    def of(self, survey_id: int, person_id: int) -> SurveyPerson | None:
        return self._session.get(SurveyPerson, (survey_id, person_id), populate_existing=True)

    def of_person(self, person_id: int) -> list[tuple[Survey, SurveyPerson]]:
        query = (
            select(Survey, SurveyPerson)
            .where(
                col(SurveyPerson.survey_id) == col(Survey.id),
                col(SurveyPerson.person_id) == person_id,
            )
            .order_by(col(Survey.id))
        )
        return list(self._session.exec(query))

    def keep(self, asked: SurveyPerson, draft: str | None) -> None:
        asked.draft = draft
        self._session.flush()

    def counted(self, survey_id: int) -> Participation:
        query = sql_select(func.count(), func.count().filter(col(SurveyPerson.taken_part))).where(
            col(SurveyPerson.survey_id) == survey_id
        )
        invited, taken_part = self._session.connection().execute(query).one()
        return Participation(invited, taken_part)

    def forget_people(self, survey_id: int) -> None:
        """Of a survey that is closed nobody need know any more who was asked."""
        self._session.execute(delete(SurveyPerson).where(col(SurveyPerson.survey_id) == survey_id))

    # What was answered

    def take_part(self, survey_id: int, person_id: int) -> bool:
        """True once for each who was asked; what they were about to answer is forgotten."""
        row = self._session.get(
            SurveyPerson, (survey_id, person_id), with_for_update=True, populate_existing=True
        )
        if row is None or row.taken_part:
            return False
        row.taken_part, row.draft = True, None
        self._session.flush()
        return True

    def put_in(self, survey_id: int, sheet: str) -> None:
        row = self._session.get_one(
            SurveySheets, survey_id, with_for_update=True, populate_existing=True
        )
        row.sheets = "\n".join(sorted([*row.sheets.split(), sheet]))
        self._session.flush()

    def sheets(self, survey_id: int) -> list[str]:
        """In an order that tells nothing."""
        query = select(SurveySheets.sheets).where(col(SurveySheets.survey_id) == survey_id)
        return (self._session.exec(query).first() or "").split()

    # What was said of it

    def add_testimony(self, survey_id: int, person_id: int, text: str, *, named: bool) -> None:
        """One of each person; a new one takes the place of the old."""
        self._session.connection().execute(
            delete(SurveyTestimony).where(
                col(SurveyTestimony.survey_id) == survey_id,
                col(SurveyTestimony.person_id) == person_id,
            )
        )
        self._session.connection().execute(
            insert(SurveyTestimony).values(
                survey_id=survey_id,
                person_id=person_id,
                text=text,
                named=named,
                status=Showing.WAITING,
            )
        )

    def testimony(self, number: int) -> SurveyTestimony | None:
        return self._session.get(SurveyTestimony, number)

    def testimonies(
        self, survey_id: int, statuses: Collection[Showing]
    ) -> list[tuple[SurveyTestimony, str]]:
        """With the name of whoever said it, the oldest first."""
        query = (
            select(SurveyTestimony, Person.name)
            .where(
                col(Person.id) == col(SurveyTestimony.person_id),
                col(SurveyTestimony.survey_id) == survey_id,
                col(SurveyTestimony.status).in_(statuses),
            )
            .order_by(col(SurveyTestimony.id))
        )
        return list(self._session.exec(query))

    def testimonies_of(self, person_id: int) -> list[SurveyTestimony]:
        query = select(SurveyTestimony).where(col(SurveyTestimony.person_id) == person_id)
        return list(self._session.exec(query.order_by(col(SurveyTestimony.id))))

    def count_waiting(self, survey_id: int) -> int:
        query = select(func.count(col(SurveyTestimony.id))).where(
            col(SurveyTestimony.survey_id) == survey_id,
            col(SurveyTestimony.status) == Showing.WAITING,
        )
        return self._session.exec(query).one()

    def judge(self, row: SurveyTestimony, status: Showing, *, by_id: int) -> None:
        row.status, row.looked_by = status, by_id
        self._session.flush()

    # What was done about it

    def follow_ups(self, survey_id: int) -> dict[str, str]:
        """By the element."""
        query = select(SurveyFollowUp).where(col(SurveyFollowUp.survey_id) == survey_id)
        rows = self._session.exec(query.order_by(col(SurveyFollowUp.id)))
        return {row.element: row.text for row in rows}

    def follow_up(
        self, survey_id: int, element: str, text: str, *, by_id: int, now: datetime
    ) -> None:
        """Instead of what was written before."""
        query = select(SurveyFollowUp).where(
            col(SurveyFollowUp.survey_id) == survey_id, col(SurveyFollowUp.element) == element
        )
        row = self._session.exec(query).first()
        if row is None:
            row = SurveyFollowUp(
                survey_id=survey_id, element=element, text=text, by_id=by_id, at=now
            )
        row.text, row.by_id, row.at = text, by_id, now
        self._session.add(row)
        self._session.flush()
