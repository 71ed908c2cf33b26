"""What a report tells beside tickets: questions, people, satisfaction, and when the bot did not
serve. For a reading connection."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, case, func, select, union_all
from sqlmodel import Session, col

from bot.rules.apart import (
    JUDGED_AFTER,
    Apart,
    PeopleServed,
    QuestionFigures,
    SatisfactionFigures,
    counted,
    watched,
)
from bot.rules.satisfaction import LEAST, MOST
from bot.rules.ticket import Role
from storage.agenda import Agenda, Once
from storage.downtimes import Downtimes
from storage.streamed import streamed
from storage.tables import ERASED_ID, AgendaKind, Person, Question, SatisfactionRow, Ticket

WEEK = timedelta(days=JUDGED_AFTER)


class ApartFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, start: datetime, end: datetime, *, as_of: datetime) -> Apart:
        """What happened from `start` up to `end`, and before `as_of`."""
        until = min(end, as_of)
        agenda = Agenda(self._session)
        return Apart(
            questions=self._questions(start, until, as_of),
            served=self._served(start, until),
            satisfaction=self._satisfaction(start, until),
            watched=watched(
                Downtimes(self._session).ended_since(start),
                agenda.done_at(Once(AgendaKind.SERVING_SINCE)),
                agenda.done_at(Once(AgendaKind.SERVED_LAST)),
                start=start,
                end=until,
            ),
        )

    def read(self, start: datetime, end: datetime) -> tuple[int, int]:
        """How many people were given an entry of the book, or opened one; and how often."""
        query = select(func.count(func.distinct(col(Question.asker_id))), func.count()).where(
            col(Question.at) >= start,
            col(Question.at) < end,
            col(Question.entry_id).is_not(None),
            col(Question.export_id).is_(None),
        )
        readers, times = self._session.connection().execute(query).one()
        return readers, times

    def _questions(self, start: datetime, until: datetime, as_of: datetime) -> QuestionFigures:
        """What the same person did next is told by one walk over all of it: windows of SQL take
        twice as long."""
        end = min(until + WEEK, as_of)
        asked, at = col(Question.asker_id), col(Question.at)
        in_words = (
            select(
                asked,
                at,
                col(Question.entry_id),
                func.coalesce(col(Question.entry_id), col(Question.nearest_id)),
                col(Question.ticket_id).is_not(None),
                col(Question.helpful).is_(False),
            )
            .where(at >= start, at < end, col(Question.text) != "")
            .where(col(Question.export_id).is_(None))
            .order_by(at.desc(), col(Question.id).desc())
        )
        created = col(Ticket.created_at)
        filed = select(col(Ticket.reporter_id), created).where(created >= start, created < end)
        oldest = select(func.min(at)).where(col(Question.export_id).is_(None))
        return counted(
            streamed(self._session, in_words),
            streamed(self._session, filed.order_by(created, col(Ticket.id))),
            until=until,
            as_of=as_of,
            nobody=ERASED_ID,
            kept_since=self._session.connection().execute(oldest).scalar(),
        )

    def _served(self, start: datetime, until: datetime) -> PeopleServed:
        asked: Any = select(col(Question.asker_id).label("id")).where(
            col(Question.at) >= start,
            col(Question.at) < until,
            col(Question.export_id).is_(None),
        )
        filed: Any = select(col(Ticket.reporter_id).label("id")).where(
            col(Ticket.created_at) >= start, col(Ticket.created_at) < until
        )
        ids = union_all(asked.distinct(), filed.distinct()).subquery()
        known = and_(col(Person.id) != ERASED_ID, col(Person.role) == Role.ASKER)
        office = func.lower(func.trim(col(Person.office)))
        query = (
            select(
                func.count(func.distinct(case((known, col(Person.id))))),
                func.count(func.distinct(case((and_(known, office != ""), office)))),
                func.count(case((col(Person.id) == ERASED_ID, 1))),
            )
            .select_from(Person)
            .join(ids, ids.c.id == col(Person.id))
        )
        people, offices, erased = self._session.connection().execute(query).one()
        return PeopleServed(people, offices, erased > 0)

    def _satisfaction(self, start: datetime, until: datetime) -> SatisfactionFigures:
        asked, score = col(SatisfactionRow.asked_at), col(SatisfactionRow.score)
        rated = col(SatisfactionRow.rated_at)
        within = and_(rated >= start, rated < until)
        query = select(
            func.count(case((and_(asked >= start, asked < until), 1))),
            *(
                func.count(case((and_(within, score == step), 1)))
                for step in range(LEAST, MOST + 1)
            ),
        )
        was_asked, *scores = self._session.connection().execute(query).one()
        return SatisfactionFigures(was_asked, tuple(scores))
