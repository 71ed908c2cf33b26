"""What was asked of the book, and how it ended."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, insert, or_, true, update
from sqlalchemy import select as rows
from sqlmodel import Session, col, func, select

from storage.forgetting import MOST, forget, older_than
from storage.prepared import Prepared, PreparedEntities
from storage.row_ids import RowIds
from storage.tables import LearnedRow, Outcome, Person, Question

_LOG = Prepared(insert(Question))


def _newest(place: ColumnElement[bool]) -> PreparedEntities[Question]:
    """By the index of times."""
    since = (col(Question.asker_id) == bindparam("asker"), col(Question.at) >= bindparam("since"))
    newest_first = (col(Question.at).desc(), col(Question.id).desc())
    return PreparedEntities(
        Question, select(Question).where(*since, place).order_by(*newest_first).limit(1)
    )


_NEWEST_ALONE = _newest(col(Question.group_id).is_(None))
_NEWEST_IN_GROUP = _newest(col(Question.group_id) == bindparam("group"))
_LEFT_OPEN = or_(
    col(Question.outcome) == Outcome.SILENCE,
    col(Question.helpful).is_(False),
    col(Question.ticket_id).is_not(None),
)
_LEFT_OPEN_SURELY = or_(
    col(Question.outcome) == Outcome.SILENCE,
    col(Question.ticket_id).is_not(None),
)
_UNDECIDED = (col(Question.reviewed_at).is_(None), col(Question.text) != "")
_ASKED: tuple[Any, ...] = tuple(
    col(column)
    for column in (
        Question.id,
        Question.text,
        Question.ticket_id,
        Question.asker_id,
        Question.at,
        Question.outcome,
        Question.entry_id,
        Question.nearest_id,
        Question.helpful,
        Question.wording,
    )
)


class UndecidedQuestion(NamedTuple):
    """A question that an officer has not decided about."""

    id: int
    text: str
    ticket_id: int | None
    asker_id: int
    at: datetime
    outcome: Outcome
    entry_id: str | None
    nearest_id: str | None
    helpful: bool | None
    wording: int | None
    """Its place among the wordings shown of its case; below 0 where it was left out: ~place."""

    @property
    def left_open(self) -> bool:
        silent = self.outcome is Outcome.SILENCE
        return silent or self.helpful is False or self.ticket_id is not None

    @property
    def answered(self) -> str | None:
        """The entry that it was answered with, whatever was said of that."""
        return self.entry_id if self.outcome is Outcome.ANSWER else None

    @property
    def is_wanted(self) -> bool:
        return self.wording is None or self.wording >= 0

    @property
    def left_out(self) -> UndecidedQuestion:
        """Its place is that in which it is shown."""
        return self._replace(wording=~0)


def _place(asked: UndecidedQuestion) -> int:
    place = asked.wording or 0
    return place if place >= 0 else ~place


class Questions:
    """New rows wait in memory until the unit settles, or questions are read."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids = RowIds(session, Question)
        self._new: list[dict[str, object]] = []

    def log(
        self,
        asker_id: int,
        text: str,
        *,
        now: datetime,
        outcome: Outcome,
        entry_id: str | None,
        nearest_id: str | None,
        score: float,
        runner_up_score: float,
        group_id: int | None = None,
        message_id: int | None = None,
        offered: Sequence[str] = (),
        export_id: int | None = None,
    ) -> int:
        """The question's number, for the buttons under its answer."""
        number = self._ids.take()
        self._new.append(
            {
                "id": number,
                "asker_id": asker_id,
                "at": now,
                "text": text,
                "outcome": outcome,
                "entry_id": entry_id,
                "nearest_id": nearest_id,
                "score": score,
                "runner_up_score": runner_up_score,
                "group_id": group_id,
                "message_id": message_id,
                "offered": tuple(offered) or None,
                "export_id": export_id,
            }
        )
        return number

    def pending(self) -> list[dict[str, object]]:
        return list(self._new)

    def restore(self, pending: list[dict[str, object]]) -> None:
        """Forgets what was logged since they were all that was pending."""
        self._new = pending

    def flush(self) -> None:
        if self._new:
            _LOG.many(self._session.connection(), self._new)
            self._new = []

    def older_than(self, moment: datetime) -> int:
        return older_than(self._session, col(Question.id), col(Question.at), moment)

    def forget(self, *, below: int) -> int:
        """Some of those whose number is below; see storage.forgetting. From which the book was
        taught, that is still known to be its asker's, without the words."""
        key, old = col(Question.id), col(Question.id) < below
        taught = col(Question.learned_id).is_not(None)
        some = select(key).where(old, taught, col(Question.text) != "").order_by(key).limit(MOST)
        emptied = self._session.connection().execute(
            update(Question)
            .where(key.in_(some))
            .values(text="")
            .execution_options(synchronize_session=False)
        )
        return max(emptied.rowcount, forget(self._session, key, old, ~taught))

    def unsolved(
        self, *, since: datetime, until: datetime, most: int, of_one: int, exported: bool = True
    ) -> list[UndecidedQuestion]:
        """Unanswered, answered wrongly, or ended in a ticket; and not yet seen by an officer.

        The newest, oldest first; of one person only so many, but all that exported chats brought,
        where nobody knows whose they are; without `exported` none of these. An entry that was
        opened by its name was not asked for in words: there is nothing to teach.
        """
        which = and_(_LEFT_OPEN, true() if exported else col(Question.export_id).is_(None))
        return self._newest(which, since=since, until=until, most=most, of_one=of_one)

    def answered(
        self, *, since: datetime, until: datetime, most: int, of_one: int
    ) -> list[UndecidedQuestion]:
        """The others, of which nobody has said whether they were answered well."""
        not_told = and_(~_LEFT_OPEN_SURELY, col(Question.helpful).is_(None))
        return self._newest(not_told, since=since, until=until, most=most, of_one=of_one)

    def _newest(
        self,
        which: ColumnElement[bool],
        *,
        since: datetime,
        until: datetime,
        most: int,
        of_one: int,
    ) -> list[UndecidedQuestion]:
        self.flush()
        newest_first = (col(Question.at).desc(), col(Question.id).desc())
        place = func.row_number().over(partition_by=col(Question.asker_id), order_by=newest_first)
        found = (
            rows(*_ASKED, place.label("place"), col(Question.export_id))
            .where(col(Question.at) >= since, col(Question.at) <= until, *_UNDECIDED, which)
            .subquery()
        )
        query = (
            rows(*(found.c[column.key] for column in _ASKED))
            .where((found.c.place <= of_one) | found.c.export_id.is_not(None))
            .order_by(found.c.at.desc(), found.c.id.desc())
            .limit(most)
        )
        newest = self._session.connection().execute(query).all()
        return [UndecidedQuestion(*row) for row in reversed(newest)]

    def helped(self, *, since: datetime, most: int) -> list[tuple[str, str]]:
        """Questions whose answer somebody called helpful, each with its entry, newest first."""
        query = (
            rows(col(Question.text), col(Question.entry_id))
            .where(
                col(Question.at) >= since,
                col(Question.helpful).is_(True),
                col(Question.outcome) == Outcome.ANSWER,
                col(Question.text) != "",
                col(Question.entry_id).is_not(None),
            )
            .order_by(col(Question.at).desc(), col(Question.id).desc())
            .limit(most)
        )
        found = self._session.connection().execute(query)
        return [(text, entry_id) for text, entry_id in found if entry_id is not None]

    def nearest_of_unsolved(
        self, *, since: datetime, until: datetime
    ) -> list[tuple[str | None, int]]:
        """How many were unsolved, whatever became of them, by the entry that was nearest. What was
        read from an exported chat was asked long before."""
        self.flush()
        query = (
            select(Question.nearest_id, func.count(col(Question.id)))
            .where(col(Question.at) >= since, col(Question.at) < until, _LEFT_OPEN)
            .where(col(Question.export_id).is_(None))
            .group_by(col(Question.nearest_id))
        )
        return [(entry_id, number) for entry_id, number in self._session.exec(query)]

    def shown_together(
        self,
        ids: Collection[int],
        *,
        case_id: int,
        wordings: Sequence[int],
        left_out: Collection[int] = (),
    ) -> None:
        """These are what an officer decides about by the buttons under the first of them, and of
        these the words would be taught, unless they are left out."""
        self.flush()
        connection = self._session.connection()
        shown = update(Question).where(col(Question.id).in_(list(ids)))
        connection.execute(shown.values(case_id=case_id, wording=None))
        for place, number in enumerate(wordings):
            one = update(Question).where(col(Question.id) == number)
            connection.execute(one.values(wording=~place if number in left_out else place))

    def case(self, case_id: int) -> list[UndecidedQuestion]:
        """What was shown together, the first of them first; nothing where that was reviewed."""
        found = self._case(case_id)
        return found if found and found[0].id == case_id else []

    def wordings(self, case_id: int) -> list[UndecidedQuestion]:
        """Of what was shown together those whose words were, in the order in which they were."""
        found = self._case(case_id, col(Question.wording).is_not(None))
        return sorted(found, key=_place)

    def tick(self, case_id: int, question_id: int) -> None:
        """It is left out, or taken in again."""
        for asked in self.wordings(case_id):
            if asked.id == question_id and asked.wording is not None:
                one = update(Question).where(col(Question.id) == question_id)
                turned = one.where(col(Question.wording) == asked.wording)
                self._session.connection().execute(turned.values(wording=~asked.wording))

    def _case(self, case_id: int, *which: ColumnElement[bool]) -> list[UndecidedQuestion]:
        self.flush()
        query = (
            rows(*_ASKED)
            .where(
                or_(col(Question.id) == case_id, col(Question.case_id) == case_id),
                *_UNDECIDED,
                *which,
            )
            .order_by(col(Question.id))
        )
        return [UndecidedQuestion(*row) for row in self._session.connection().execute(query)]

    def review(
        self, ids: Collection[int], *, by: int, now: datetime, taught: LearnedRow | None = None
    ) -> None:
        self.flush()
        self._session.execute(
            update(Question)
            .where(col(Question.id).in_(list(ids)), col(Question.reviewed_at).is_(None))
            .values(reviewed_by=by, reviewed_at=now, learned_id=taught.id if taught else None)
        )

    def unreview(self, taught: LearnedRow) -> None:
        """The questions whose review taught this wait again: it was taken back."""
        self._session.execute(
            update(Question)
            .where(col(Question.learned_id) == taught.id)
            .values(reviewed_by=None, reviewed_at=None, learned_id=None)
        )

    def link_ticket(self, question_id: int, *, asker_id: int, ticket_id: int) -> None:
        """The question that a ticket grew out of."""
        question = self.get(question_id, asker_id=asker_id)
        if question is not None:
            question.ticket_id = ticket_id

    def entries_of_office(self, office: str, *, since: datetime) -> list[tuple[str, int]]:
        """What people of that office asked about, how often; takes long, so it is for a reading
        connection."""
        entry = func.coalesce(col(Question.entry_id), col(Question.nearest_id))
        times = func.count(col(Question.id))
        query = (
            rows(entry, times)
            .join(Person, col(Person.id) == col(Question.asker_id))
            .where(
                func.lower(col(Person.office)) == office.lower(),
                col(Question.at) >= since,
                entry.is_not(None),
            )
            .group_by(entry)
            .order_by(times.desc(), entry)
        )
        return [(name, count) for name, count in self._session.execute(query)]

    def newest(
        self, asker_id: int, *, since: datetime, group_id: int | None = None
    ) -> Question | None:
        """In that group, or alone with us: what was asked there is nobody's business here."""
        self.flush()
        if group_id is None:
            return _NEWEST_ALONE.first(self._session, asker=asker_id, since=since)
        return _NEWEST_IN_GROUP.first(self._session, asker=asker_id, since=since, group=group_id)

    def together(self, newest: Question) -> list[Question]:
        """The matters of the message that it was one of, in their order."""
        if newest.message_id is None:
            return [newest]
        query = select(Question).where(
            col(Question.asker_id) == newest.asker_id,
            col(Question.at) == newest.at,
            col(Question.group_id) == newest.group_id,
            col(Question.message_id) == newest.message_id,
        )
        return list(self._session.exec(query.order_by(col(Question.id))))

    def before(self, asked: Question, *, since: datetime, most: int) -> list[Question]:
        """The same person's in the same place, the newest first."""
        query = select(Question).where(
            col(Question.asker_id) == asked.asker_id,
            col(Question.at) >= since,
            col(Question.group_id) == asked.group_id,
            col(Question.id) < asked.id,
        )
        return list(self._session.exec(query.order_by(col(Question.id).desc()).limit(most)))

    def of(self, asker_id: int) -> list[Question]:
        """Oldest first. For a reading connection."""
        query = select(Question).where(col(Question.asker_id) == asker_id)
        return list(self._session.exec(query.order_by(col(Question.id))))

    def get(self, question_id: int, *, asker_id: int) -> Question | None:
        """Only one's own question."""
        self.flush()
        question = self._session.get(Question, question_id)
        return question if question is not None and question.asker_id == asker_id else None
