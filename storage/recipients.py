"""Whom an announcement is for, and what became of it with each of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Integer, case, cast, update
from sqlalchemy import select as sql_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from bot.rules.announcement import NOT_REACHED, TO_COME, Audience, NewsStatus, RecipientStatus
from bot.rules.ticket import OPEN_STATES
from storage.announcements import chosen_of
from storage.for_group import NAMED
from storage.forgetting import MOST
from storage.tables import ERASED_ID, Announcement, ClinicSeat, Person, Recipient, Ticket


class AudienceCounts(NamedTuple):
    """Of those whom it would be for."""

    people: int  # would get it
    off: int  # want none
    lost: int  # are known not to be reached


class NextRecipient(NamedTuple):
    id: int
    person_id: int
    reached: RecipientStatus  # WAITING where it may go to them
    parts: int  # of it that they have had


_OFF, _LOST = col(Person.news_off_at).is_not(None), ~col(Person.reachable)
_HOW = case(
    (col(Person.id) <= 0, RecipientStatus.GONE),
    (col(Person.blocked_at).is_not(None), RecipientStatus.GONE),
    (_OFF, RecipientStatus.OFF),
    (_LOST, RecipientStatus.LOST),
    else_=RecipientStatus.WAITING,
)


class Recipients:
    def __init__(self, session: Session) -> None:
        self._session = session

    # Whom it is for. All look through everybody: for reading connections.

    def _people(self, row: Announcement) -> list[Any]:
        """Conditions. Who is shut out is not told anything."""
        those = [col(Person.id) > 0, col(Person.blocked_at).is_(None)]
        chosen = chosen_of(row)
        if row.audience is Audience.OFFICES:
            those.append(col(Person.office).in_(chosen))
        elif row.audience is Audience.CLINIC:
            joined = select(ClinicSeat.person_id).where(col(ClinicSeat.person_id) > 0)
            if chosen:
                joined = joined.where(col(ClinicSeat.session_id).in_(chosen))
            those.append(col(Person.id).in_(joined))
        elif row.audience is Audience.CATEGORY:
            have = select(Ticket.reporter_id).where(
                col(Ticket.status).in_(OPEN_STATES), col(Ticket.category).in_(chosen)
            )
            those.append(col(Person.id).in_(have))
        return those

    def counted(self, row: Announcement) -> AudienceCounts:
        query = sql_select(
            func.count(), func.sum(cast(_OFF, Integer)), func.sum(cast(~_OFF & _LOST, Integer))
        ).where(*self._people(row))
        all_, off, lost = self._session.connection().execute(query).one()
        off, lost = off or 0, lost or 0
        return AudienceCounts(all_ - off - lost, off, lost)

    def everybody(self, row: Announcement) -> list[tuple[int, RecipientStatus]]:
        query = sql_select(col(Person.id), _HOW).where(*self._people(row))
        found = self._session.connection().execute(query.order_by(col(Person.id)))
        return [(number, RecipientStatus(reached)) for number, reached in found]

    def offices(self) -> list[tuple[str, int]]:
        """Of which somebody says that they are there, the largest first."""
        people = func.count(col(Person.id))
        query = (
            sql_select(col(Person.office), people)
            .where(col(Person.id) > 0, col(Person.office).is_not(None))
            .group_by(col(Person.office))
            .order_by(people.desc(), col(Person.office))
        )
        found = self._session.connection().execute(query)
        return [(name or "", count) for name, count in found]

    # What becomes of it

    def add(self, number: int, some: Sequence[tuple[int, RecipientStatus]]) -> None:
        """Each once, however often it is done."""
        dialect = self._session.get_bind().dialect.name
        make = sqlite.insert if dialect == "sqlite" else postgresql.insert
        still = select(Person.id).where(col(Person.id).in_([person for person, _ in some]))
        known = {*self._session.exec(still)}  # somebody may have been erased meanwhile
        rows = [
            {"announcement_id": number, "person_id": person, "reached": reached}
            for person, reached in some
            if person in known
        ]
        if rows:
            insert = make(Recipient).on_conflict_do_nothing()
            self._session.connection().execute(insert, rows)

    def next(self, number: int, *, most: int) -> list[NextRecipient]:
        """Those who wait for it, as they may be told now."""
        query = (
            sql_select(col(Recipient.id), col(Recipient.person_id), _HOW, col(Recipient.parts))
            .join(Person, col(Person.id) == col(Recipient.person_id))
            .where(
                col(Recipient.announcement_id) == number,
                col(Recipient.reached) == RecipientStatus.WAITING,
            )
            .order_by(col(Recipient.id))
            .limit(most)
        )
        found = self._session.connection().execute(query)
        return [
            NextRecipient(number, who, RecipientStatus(how), parts)
            for number, who, how, parts in found
        ]

    def put(self, ids: Collection[int], reached: RecipientStatus) -> None:
        self._session.connection().execute(
            update(Recipient).where(col(Recipient.id).in_(ids)).values(reached=reached)
        )

    def ended(self, number: int, people: Collection[int], reached: RecipientStatus) -> None:
        """A part of it is over for each of them. Of those who have one nothing worse is noted
        afterwards."""
        has_it = col(Recipient.reached) == RecipientStatus.SENT
        self._ended(
            number,
            people,
            reached=case((has_it, RecipientStatus.SENT), else_=reached),
            parts=Recipient.parts + 1,
        )

    def wait(self, number: int, people: Collection[int]) -> None:
        """For what they have not had of it."""
        self._ended(number, people, reached=RecipientStatus.WAITING)

    def _ended(self, number: int, people: Collection[int], **values: Any) -> None:
        those = [col(Recipient.announcement_id) == number, col(Recipient.person_id).in_(people)]
        self._session.connection().execute(update(Recipient).where(*those).values(**values))

    def ended_long_ago(self, before: datetime) -> list[int]:
        """Announcements that ended before then, and still know whom they went to."""
        known = select(Recipient.id).where(
            col(Recipient.announcement_id) == col(Announcement.id), col(Recipient.person_id) > 0
        )
        query = select(Announcement.id).where(
            col(Announcement.status).in_((NewsStatus.DONE, NewsStatus.STOPPED)),
            col(Announcement.ended_at) < before,
            known.exists(),
        )
        return list(self._session.exec(query.order_by(col(Announcement.id))))

    def forget_people(self, number: int) -> int:
        """Of some of them, as if they had been erased: how many it reached stays."""
        some = select(Recipient.id).where(
            col(Recipient.announcement_id) == number, col(Recipient.person_id) > 0
        )
        forgotten = self._session.connection().execute(
            update(Recipient)
            .where(col(Recipient.id).in_(some.order_by(col(Recipient.id)).limit(MOST)))
            .values(person_id=ERASED_ID)
            .execution_options(synchronize_session=False)
        )
        return forgotten.rowcount

    def any_to_come(self, number: int, *, parts: int) -> bool:
        """Whether anybody waits for it, or for the rest of its parts."""
        if self._any(number, col(Recipient.reached).in_(TO_COME)):
            return True
        begun = (
            col(Recipient.reached).in_((RecipientStatus.SENT, RecipientStatus.FAILED)),
            col(Recipient.parts).between(1, parts - 1),
            col(Recipient.person_id) > 0,
        )
        return parts > 1 and self._any(number, *begun)

    def _any(self, number: int, *those: Any) -> bool:
        query = select(Recipient.id).where(col(Recipient.announcement_id) == number, *those)
        return self._session.exec(query.limit(1)).first() is not None

    def counts(self, number: int) -> dict[RecipientStatus, int]:
        """Looks through all of them: for a reading connection."""
        query = (
            sql_select(col(Recipient.reached), func.count())
            .where(col(Recipient.announcement_id) == number)
            .group_by(col(Recipient.reached))
        )
        counts = dict.fromkeys(RecipientStatus, 0)
        for reached, count in self._session.connection().execute(query):
            counts[RecipientStatus(reached)] = count
        return counts

    def not_reached(self, row: Announcement, *, first: int, most: int) -> list[Person]:
        """By name, without those of whom it would tell that they have an open ticket, where nobody
        is to know whose that is."""
        those = [
            col(Recipient.announcement_id) == row.id,
            col(Recipient.reached).in_(NOT_REACHED),
            col(Recipient.person_id) > 0,
        ]
        if row.audience is Audience.CATEGORY:
            open_ = select(Ticket.reporter_id).where(
                NAMED,
                col(Ticket.category).in_(chosen_of(row)),
            )
            those.append(col(Recipient.person_id).in_(open_))
        query = (
            select(Person)
            .join(Recipient, col(Recipient.person_id) == col(Person.id))
            .where(*those)
            .order_by(col(Person.office), col(Person.name), col(Person.id))
        )
        return list(self._session.exec(query.offset(first).limit(most)))

    def of_person(self, person_id: int) -> int:
        """How many they were sent."""
        query = select(func.count(col(Recipient.id))).where(
            col(Recipient.person_id) == person_id, col(Recipient.reached) == RecipientStatus.SENT
        )
        return self._session.exec(query).one()
