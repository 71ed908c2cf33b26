"""What a report tells beside tickets: questions, people, satisfaction, and when the bot did not
serve. For a reading connection."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    String,
    and_,
    case,
    cast,
    func,
    null,
    select,
    union_all,
)
from sqlmodel import Session, col

from bot.rules.apart import JUDGED_AFTER, Apart, Questions, Satisfaction, Served, watched
from bot.rules.satisfaction import LEAST, MOST
from bot.rules.ticket import Role
from storage.agenda import Agenda
from storage.later_moment import days_after
from storage.tables import ERASED_ID, Person, Question, SatisfactionRow, Ticket
from storage.types import Utc

SERVING, FIRST, LAST = "serving", "first", "last"  # in the agenda: that the bot serves
WEEK = timedelta(days=JUDGED_AFTER)
DOWN = "down"  # in the agenda, by its beginning: made when it was over


class ApartFigures:
    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, start: datetime, end: datetime, *, as_of: datetime) -> Apart:
        """What happened from `start` up to `end`, and before `as_of`."""
        until = min(end, as_of)
        agenda = Agenda(self._session)
        down = agenda.made_since(DOWN, start)
        return Apart(
            questions=self._questions(start, until, as_of),
            served=self._served(start, until),
            satisfaction=self._satisfaction(start, until),
            watched=watched(
                [(datetime.fromisoformat(since), over) for since, over in down],
                agenda.done_at(SERVING, FIRST),
                agenda.done_at(SERVING, LAST),
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

    def _questions(self, start: datetime, until: datetime, as_of: datetime) -> Questions:
        """What the same person did next is found by windows: to look for it of each question
        among all that they asked takes thirty times as long."""
        c = _asked_and_next(start, min(until + WEEK, as_of)).subquery().c
        soon = days_after(c.at, JUDGED_AFTER)
        filed = and_(c.asker_id != ERASED_ID, c.filed_at <= soon)
        alone = and_(c.ticket_id.is_(None), filed.is_not(True))
        judged = and_(alone, c.at < as_of - WEEK, c.asker_id != ERASED_ID)
        again = and_(c.again_at > c.at, c.again_at <= soon)
        deflected = and_(judged, again.is_not(True), c.helpful.is_not(False))
        query = select(
            func.count(),
            func.count(case((alone, 1))),
            func.count(case((judged, 1))),
            func.count(case((deflected, 1))),
        ).where(c.at < until, c.entry_id.is_not(None))
        connection = self._session.connection()
        oldest = select(func.min(col(Question.at))).where(col(Question.export_id).is_(None))
        answered, without, was_judged, was_deflected = connection.execute(query).one()
        kept_since = connection.execute(oldest).scalar()
        return Questions(answered, without, was_judged, was_deflected, kept_since)

    def _served(self, start: datetime, until: datetime) -> Served:
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
        return Served(people, offices, erased > 0)

    def _satisfaction(self, start: datetime, until: datetime) -> Satisfaction:
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
        return Satisfaction(was_asked, tuple(scores))


def _asked_and_next(start: datetime, end: datetime) -> Any:
    """What was asked in words; when the same person next asked for the same entry, and when they
    next filed a ticket. Tickets stand among the questions, with an end of their own."""
    nothing = null()
    asked = select(
        col(Question.id),
        col(Question.asker_id),
        col(Question.at),
        col(Question.entry_id),
        col(Question.nearest_id),
        col(Question.ticket_id),
        col(Question.helpful),
        cast(nothing, Utc).label("filed"),
    ).where(
        col(Question.at) >= start,
        col(Question.at) < end,
        col(Question.text) != "",
        col(Question.export_id).is_(None),
    )
    filed = select(
        cast(nothing, BigInteger),
        col(Ticket.reporter_id),
        col(Ticket.created_at),
        cast(nothing, String),
        cast(nothing, String),
        cast(nothing, BigInteger),
        cast(nothing, Boolean),
        col(Ticket.created_at),
    ).where(col(Ticket.created_at) >= start, col(Ticket.created_at) < end)
    c = union_all(asked, filed).subquery().c
    topic = func.coalesce(c.entry_id, c.nearest_id)
    again_at = func.lead(c.at).over(
        partition_by=(c.asker_id, topic, c.filed.is_(None)), order_by=(c.at, c.id)
    )
    # The newest first, with a ticket before what was asked at its moment.
    since = func.min(c.filed).over(
        partition_by=c.asker_id, order_by=(c.at.desc(), c.filed.is_(None), c.id.desc())
    )
    told = select(*c, again_at.label("again_at"), since.label("filed_at")).subquery()
    return select(told).where(told.c.filed.is_(None))
