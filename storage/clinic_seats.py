"""Who comes to the sessions of Coaching Clinic, and how they answered the evaluation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, update
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from bot.rules.clinic import SessionStatus
from bot.rules.clinic_people import KnownPerson, distinct, is_same, known
from storage.clinic_sessions import LONGEST
from storage.roster import CURRENT
from storage.tables import (
    ERASED_ID,
    ClinicAnswer,
    ClinicSeat,
    ClinicSession,
    Person,
    RosterEntry,
    RosterLink,
)


class SeatCounts(NamedTuple):
    """Of one session."""

    seated: int = 0
    waiting: int = 0
    attended: int = 0


class ListedSeat(NamedTuple):
    """A seat with the name and office of whoever has it."""

    seat: ClinicSeat
    name: str
    office: str | None
    who: KnownPerson


class SeatNotice(NamedTuple):
    seat_id: int
    person_id: int
    session_id: int
    since: datetime
    """When they got their place, or came."""
    changed_at: datetime | None
    """When what they must know of the session was changed last."""
    starts_at: datetime
    ends_at: datetime

    def knew_before(self, moment: datetime) -> bool:
        """Of what they are to be reminded of."""
        return max(self.since, self.changed_at or self.since) < moment


class ClinicSeats:
    """Whoever gives or takes a place holds the session first (`ClinicSessions.hold`)."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, number: int) -> ClinicSeat | None:
        return self._session.get(ClinicSeat, number)

    def of(self, session_id: int, person_id: int) -> ClinicSeat | None:
        query = select(ClinicSeat).where(
            col(ClinicSeat.session_id) == session_id, col(ClinicSeat.person_id) == person_id
        )
        return self._session.exec(query.where(col(ClinicSeat.person_id) > 0)).first()

    def join(
        self, row: ClinicSession, person_id: int, *, office: str | None, now: datetime
    ) -> ClinicSeat:
        """With a place where there is one and nobody waits for it, else at the end of those who
        wait."""
        counted = self.counted([row.id])[row.id]
        free = counted.seated < (row.capacity or 0) and not counted.waiting
        seat = ClinicSeat(
            session_id=row.id,
            person_id=person_id,
            office=office,
            joined_at=now,
            seated_at=now if free else None,
        )
        return self._add(seat)

    def walk_in(
        self,
        row: ClinicSession,
        person_id: int | None,
        *,
        guest: str | None = None,
        guest_nip: str | None = None,
        office: str | None,
        marked_by: int | None,
        now: datetime,
    ) -> ClinicSeat:
        """There without having joined: takes nobody's place."""
        seat = ClinicSeat(
            session_id=row.id,
            person_id=person_id,
            guest=guest,
            guest_nip=guest_nip,
            office=office,
            attended_at=now,
            marked_by=marked_by,
        )
        return self._add(seat)

    def _add(self, seat: ClinicSeat) -> ClinicSeat:
        self._session.add(seat)
        self._session.flush()
        return seat

    def leave(self, seat: ClinicSeat) -> None:
        self._session.connection().execute(
            delete(ClinicAnswer).where(col(ClinicAnswer.seat_id) == seat.id)
        )
        self._session.delete(seat)
        self._session.flush()

    def move_up(self, row: ClinicSession, *, now: datetime) -> list[ClinicSeat]:
        """Whoever has waited longest gets what is free."""
        free = (row.capacity or 0) - self.counted([row.id])[row.id].seated
        if free <= 0:
            return []
        query = select(ClinicSeat).where(col(ClinicSeat.session_id) == row.id, *_WAITS)
        moved = list(self._session.exec(query.order_by(col(ClinicSeat.id)).limit(free)))
        for seat in moved:
            seat.seated_at = now
        self._session.flush()
        return moved

    def attend(self, seat: ClinicSeat, *, at: datetime | None, marked_by: int | None) -> None:
        seat.attended_at, seat.marked_by = at, marked_by
        self._session.flush()

    def place_in_line(self, seat: ClinicSeat) -> int:
        query = select(func.count(col(ClinicSeat.id))).where(
            col(ClinicSeat.session_id) == seat.session_id,
            col(ClinicSeat.id) <= seat.id,
            *_WAITS,
        )
        return self._session.exec(query).one()

    def counted(self, sessions: Collection[int]) -> dict[int, SeatCounts]:
        query = (
            sql_select(
                col(ClinicSeat.session_id),
                func.count(col(ClinicSeat.seated_at)),
                func.count(col(ClinicSeat.id)).filter(*_WAITS),
                func.count(col(ClinicSeat.attended_at)),
            )
            .where(col(ClinicSeat.session_id).in_(sessions))
            .group_by(col(ClinicSeat.session_id))
        )
        found = {number: SeatCounts(*some) for number, *some in self._session.execute(query)}
        return {number: found.get(number, SeatCounts()) for number in sessions}

    def listed(self, session_id: int) -> list[ListedSeat]:
        """In the order in which they came; their offices as they are called today, if not kept."""
        return self._listed(col(ClinicSeat.session_id) == session_id)

    def _listed(self, *where: ColumnElement[bool]) -> list[ListedSeat]:
        query = (
            sql_select(ClinicSeat, Person, col(RosterLink.nip), col(RosterEntry.name))
            .outerjoin(Person, col(Person.id) == col(ClinicSeat.person_id))
            .outerjoin(RosterLink, col(RosterLink.person_id) == col(Person.id))
            .outerjoin(
                RosterEntry,
                (col(RosterEntry.nip) == col(RosterLink.nip))
                & (col(RosterEntry.import_id) == CURRENT),
            )
            .where(*where)
            .order_by(col(ClinicSeat.id))
        )
        return [_as_listed(*row) for row in self._session.execute(query)]

    def twin(
        self, session_id: int, who: KnownPerson, *, but: int | None = None
    ) -> ListedSeat | None:
        """The same person's seat, where there is one beside `but`."""
        return next(
            (
                each
                for each in self.listed(session_id)
                if each.seat.id != but and is_same(each.who, who)
            ),
            None,
        )

    def become(self, guest: ClinicSeat, person_id: int) -> ClinicSeat:
        """Somebody whom an officer named is known to us: one seat is theirs."""
        own = self.of(guest.session_id, person_id)
        if own is None:
            guest.person_id, guest.guest, guest.guest_nip = person_id, None, None
            self._session.flush()
            return guest
        if own.attended_at is None:
            self.attend(own, at=guest.attended_at, marked_by=guest.marked_by)
        own.office = own.office or guest.office
        self.leave(guest)
        return own

    def guests_by_nip(self, nip: str) -> list[ClinicSeat]:
        query = select(ClinicSeat).where(col(ClinicSeat.guest_nip) == nip)
        return list(self._session.exec(query.order_by(col(ClinicSeat.id))))

    def forget_nips(self, *, before: datetime) -> None:
        """Of guests whom nobody has linked since those sessions ended; their names stay."""
        over = select(ClinicSession.id).where(col(ClinicSession.ends_at) < before)
        self._session.execute(
            update(ClinicSeat)
            .where(col(ClinicSeat.guest_nip).is_not(None), col(ClinicSeat.session_id).in_(over))
            .values(guest_nip=None)
        )

    def people(self, session_id: int) -> list[int]:
        """Who is to hear of it: those with a place and those who wait, in their order."""
        query = select(ClinicSeat.person_id).where(
            col(ClinicSeat.session_id) == session_id, col(ClinicSeat.person_id) > 0
        )
        return [each for each in self._session.exec(query.order_by(col(ClinicSeat.id))) if each]

    def sessions_of(
        self, person_id: int, *, now: datetime | None = None
    ) -> list[tuple[ClinicSeat, ClinicSession]]:
        """With `now` only those that have not ended."""
        query = (
            sql_select(ClinicSeat, ClinicSession)
            .join(ClinicSession, col(ClinicSession.id) == col(ClinicSeat.session_id))
            .where(col(ClinicSeat.person_id) == person_id)
            .order_by(col(ClinicSession.starts_at), col(ClinicSeat.id))
        )
        if now is not None:
            query = query.where(
                col(ClinicSession.status) == SessionStatus.OPEN, col(ClinicSession.ends_at) > now
            )
        return [(seat, row) for seat, row in self._session.execute(query)]

    # What the clock looks for

    def seated_at_sessions(self, first: datetime, last: datetime) -> list[SeatNotice]:
        """Of sessions that begin in between."""
        return self._due(
            col(ClinicSession.starts_at) > first,
            col(ClinicSession.starts_at) <= last,
            col(ClinicSeat.seated_at).is_not(None),
            since=ClinicSeat.seated_at,
        )

    def waiting_at_sessions(self, now: datetime, last: datetime) -> list[SeatNotice]:
        """Of sessions that have not ended and begin until then."""
        return self._due(
            col(ClinicSession.starts_at) > now - LONGEST,
            col(ClinicSession.starts_at) <= last,
            col(ClinicSession.ends_at) > now,
            *_WAITS,
            since=ClinicSeat.joined_at,
        )

    def attended_at_sessions(self, first: datetime, last: datetime) -> list[SeatNotice]:
        """Of sessions that ended in between."""
        return self._due(
            col(ClinicSession.ends_at) > first,
            col(ClinicSession.ends_at) <= last,
            col(ClinicSeat.attended_at).is_not(None),
            since=ClinicSeat.attended_at,
        )

    def _due(self, *where: object, since: object) -> list[SeatNotice]:
        query = (
            sql_select(
                col(ClinicSeat.id),
                col(ClinicSeat.person_id),
                col(ClinicSeat.session_id),
                since,
                col(ClinicSession.changed_at),
                col(ClinicSession.starts_at),
                col(ClinicSession.ends_at),
            )  # type: ignore[call-overload]
            .join(ClinicSession, col(ClinicSession.id) == col(ClinicSeat.session_id))
            .where(
                col(ClinicSession.status) == SessionStatus.OPEN,
                col(ClinicSeat.person_id) > 0,
                *where,
            )
            .order_by(col(ClinicSeat.id))
        )
        return [SeatNotice(*row) for row in self._session.execute(query)]

    # The evaluation

    def answers(self, seat_id: int) -> dict[int, int]:
        query = select(ClinicAnswer.question, ClinicAnswer.score).where(
            col(ClinicAnswer.seat_id) == seat_id
        )
        return dict(self._session.exec(query.order_by(col(ClinicAnswer.question))).all())

    def answer(self, seat_id: int, question: int, score: int, *, now: datetime) -> None:
        """Answered again, it is what was said last."""
        row = self._session.get(ClinicAnswer, (seat_id, question))
        if row is None:
            row = ClinicAnswer(seat_id=seat_id, question=question, score=score, at=now)
            self._session.add(row)
        row.score, row.at = score, now
        self._session.flush()

    def all_answers(self, sessions: Collection[int]) -> list[tuple[int, int]]:
        """(question, score)."""
        query = (
            sql_select(col(ClinicAnswer.question), col(ClinicAnswer.score))
            .join(ClinicSeat, col(ClinicSeat.id) == col(ClinicAnswer.seat_id))
            .where(
                col(ClinicSeat.session_id).in_(sessions),
                col(ClinicSeat.attended_at).is_not(None),  # still, in the officers' list
            )
            .order_by(col(ClinicAnswer.seat_id), col(ClinicAnswer.question))
        )
        return [(question, score) for question, score in self._session.execute(query)]

    # The year

    def reached(self, sessions: Collection[int]) -> tuple[int, int, list[str]]:
        """Attendances, people, and offices; of those who were erased each counts for one."""
        there = col(ClinicSeat.attended_at).is_not(None)
        listed = self._listed(col(ClinicSeat.session_id).in_(sessions), there)
        known_ones = [each for each in listed if each.seat.person_id != ERASED_ID]
        by_session = defaultdict[int, list[KnownPerson]](list)
        offices = dict[str, str]()
        for each in known_ones:
            by_session[each.seat.session_id].append(each.who)
        for each in listed:
            if each.office:
                offices.setdefault(" ".join(each.office.casefold().split()), each.office)
        erased = len(listed) - len(known_ones)
        attended = sum(map(distinct, by_session.values())) + erased
        people = distinct(each.who for each in known_ones) + erased
        return attended, people, sorted(offices.values(), key=str.casefold)


def _as_listed(
    seat: ClinicSeat, person: Person | None, nip: str | None, called: str | None
) -> ListedSeat:
    if person is None:
        who = known(seat.guest, nip=seat.guest_nip, office=seat.office)
        return ListedSeat(seat, seat.guest or "", seat.office, who)
    office = seat.office or person.office
    # Those who were erased are many, and nobody is one of them.
    names = (person.name, called) if person.id != ERASED_ID else ()
    return ListedSeat(
        seat, person.name, office, known(*names, account=person.id, nip=nip, office=office)
    )


_WAITS = (
    col(ClinicSeat.joined_at).is_not(None),
    col(ClinicSeat.seated_at).is_(None),
    col(ClinicSeat.attended_at).is_(None),
)
