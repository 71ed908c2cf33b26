"""The personnel list, and who of the bot's people is who there.

A list is staged in pieces, so that nobody waits for it, and counts from one short statement on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import CursorResult, delete, insert, update
from sqlalchemy import select as sql_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from bot.rules.roster.claims import ClaimStatus
from bot.rules.roster.nip import Doubt
from bot.rules.roster.people import Employee, State
from storage.prepared import by_key
from storage.tables import Person, RosterClaim, RosterEntry, RosterImport, RosterLink

_LINK = by_key(RosterLink)
AT_ONCE = 500
"""Rows of a piece: some tens of milliseconds."""
CURRENT = (
    select(RosterImport.id)
    .where(col(RosterImport.is_current))
    .order_by(col(RosterImport.id))
    .limit(1)
    .scalar_subquery()
)


class LinkedEmployee(NamedTuple):
    link: RosterLink
    entry: RosterEntry | None  # None: a NIP that no list has any more


class Roster:
    def __init__(self, session: Session) -> None:
        self._session = session

    # The list

    def newest(self) -> RosterImport | None:
        query = select(RosterImport).where(col(RosterImport.is_current))
        return self._session.exec(query.order_by(col(RosterImport.id))).first()

    def count_active(self) -> int:
        """Without those who left."""
        query = select(func.count()).where(
            col(RosterEntry.import_id) == CURRENT, col(RosterEntry.state) == State.ACTIVE
        )
        return self._session.exec(query).one()

    def get(self, nip: str) -> RosterEntry | None:
        """In whatever state."""
        query = select(RosterEntry).where(
            col(RosterEntry.import_id) == CURRENT, col(RosterEntry.nip) == nip
        )
        return self._session.exec(query).first()

    def all(self) -> Iterator[Employee]:
        """In the order of their NIPs."""
        named = [getattr(RosterEntry, name) for name in _COLUMNS]
        query = (
            sql_select(*named)
            .where(col(RosterEntry.import_id) == CURRENT)
            .order_by(col(RosterEntry.nip))
            .execution_options(yield_per=AT_ONCE)
        )
        for row in self._session.connection().execute(query):
            values = dict(zip(_COLUMNS, row, strict=True))
            odd = values["doubt"]
            yield Employee(**values | {"doubt": None if odd is None else Doubt(odd)})

    def begin(self, *, people: int, now: datetime) -> int:
        """A list that is to come; it counts for nothing yet."""
        row = RosterImport(at=now, people=people)
        self._session.add(row)
        self._session.flush()
        return row.id

    def stage(self, import_id: int, some: Sequence[Employee]) -> bool:
        """False where another import has taken it away."""
        row = self._session.get(RosterImport, import_id, with_for_update=True)
        if row is None or row.is_gone:
            return False
        rows = [
            {name: getattr(each, name) for name in _COLUMNS} | {"import_id": import_id}
            for each in some
        ]
        self._session.connection().execute(insert(RosterEntry), rows)
        return True

    def switch(self, import_id: int, *, before: int | None) -> bool:
        """The staged list counts from now on, if it is whole and the one before is still the one
        that it was compared with."""
        newest = self.newest()
        staged = self._session.exec(
            select(func.count()).where(col(RosterEntry.import_id) == import_id)
        ).one()
        row = self._session.get(RosterImport, import_id)
        found = None if newest is None else newest.id
        if row is None or row.is_gone or found != before or staged != row.people:
            return False
        if newest is not None:
            newest.is_current = False
            self._session.flush()
        row.is_current = True
        self._session.flush()
        return True

    def drop_some(self) -> bool:
        """A piece of the lists that count no more, or never did; False when none is left."""
        # Each by itself is the end of an index; both at once SQLite looks for in all the rows.
        first, last = (
            select(end(RosterEntry.import_id)).scalar_subquery() for end in (func.min, func.max)
        )
        ends = sql_select(first, last)
        newest = self.newest()
        current = None if newest is None else newest.id
        number = next(
            (each for each in self._session.execute(ends).one() if each != current), None
        )
        row = None if number is None else self._session.get(RosterImport, number)
        if row is None:
            return False
        row.is_gone = True
        self._session.flush()
        of_it = col(RosterEntry.import_id) == number
        some = sql_select(col(RosterEntry.nip)).where(of_it).limit(AT_ONCE)
        self._do(delete(RosterEntry).where(of_it, col(RosterEntry.nip).in_(some)))
        return True

    def of_other_office(self) -> list[tuple[int, str]]:
        """Linked people who are in another office by the list than they are known in, with it."""
        query = (
            sql_select(col(Person.id), col(RosterEntry.office))
            .join(RosterLink, col(RosterLink.person_id) == col(Person.id))
            .join(RosterEntry, col(RosterEntry.nip) == col(RosterLink.nip))
            .where(
                col(RosterEntry.import_id) == CURRENT,
                col(RosterEntry.office).is_not(None),
                col(RosterEntry.office).is_distinct_from(col(Person.office)),
            )
            .order_by(col(Person.id))
        )
        return [
            (number, office or "") for number, office in self._session.connection().execute(query)
        ]

    def move(self, some: Collection[tuple[int, str]]) -> None:
        for person_id, office in some:
            self._do(update(Person).where(col(Person.id) == person_id).values(office=office))

    # Who is who

    def of_person(self, person_id: int) -> LinkedEmployee | None:
        link = _LINK.get(self._session, person_id)
        return None if link is None else LinkedEmployee(link, self.get(link.nip))

    def holder(self, nip: str) -> int | None:
        query = select(RosterLink.person_id).where(col(RosterLink.nip) == nip)
        return self._session.exec(query).first()

    def link(self, person_id: int, nip: str, *, by_id: int | None, now: datetime) -> bool:
        """False where it is somebody's already, or they have another."""
        make = sqlite.insert if self._dialect == "sqlite" else postgresql.insert
        values = {"person_id": person_id, "nip": nip, "by_id": by_id, "at": now}
        made = self._session.connection().execute(
            make(RosterLink)
            .values(values)
            .on_conflict_do_nothing()
            # The row itself is the proof; an insert's row count is not told by every driver.
            .returning(col(RosterLink.person_id))
        )
        return made.first() is not None

    def unlink(self, person_id: int) -> bool:
        gone = delete(RosterLink).where(col(RosterLink.person_id) == person_id)
        return self._do(gone.execution_options(synchronize_session="fetch")) == 1

    # Tries

    def tries(self, person_id: int, *, since: datetime) -> int:
        theirs = col(RosterClaim.person_id) == person_id
        query = select(func.count()).where(theirs, col(RosterClaim.at) > since)
        return self._session.exec(query).one()

    def tries_before(self, claim: RosterClaim, *, within: timedelta) -> tuple[int, int]:
        """On the same NIP: how many of the same account, and how many other accounts."""
        theirs = col(RosterClaim.person_id) == claim.person_id
        query = select(
            func.count().filter(theirs),
            func.count(func.distinct(RosterClaim.person_id)).filter(~theirs),
        ).where(
            col(RosterClaim.nip) == claim.nip,
            col(RosterClaim.at) > claim.at - within,
            col(RosterClaim.id) < claim.id,
        )
        return self._session.exec(query).one()

    def claim(self, person_id: int, nip: str, *, now: datetime) -> RosterClaim:
        self._do(
            update(RosterClaim)
            .where(
                col(RosterClaim.person_id) == person_id,
                col(RosterClaim.status) == ClaimStatus.TYPED,
            )
            .values(status=ClaimStatus.DROPPED)
            .execution_options(synchronize_session="fetch")
        )
        row = RosterClaim(person_id=person_id, nip=nip, at=now, status=ClaimStatus.TYPED)
        self._session.add(row)
        self._session.flush()
        return row

    def last_claim(self, person_id: int) -> RosterClaim | None:
        query = select(RosterClaim).where(col(RosterClaim.person_id) == person_id)
        return self._session.exec(query.order_by(col(RosterClaim.id).desc()).limit(1)).first()

    def get_claim(self, number: int) -> RosterClaim | None:
        return self._session.get(RosterClaim, number)

    def waits_at_desk(self, person_id: int, *, since: datetime) -> bool:
        query = select(RosterClaim.id).where(
            col(RosterClaim.person_id) == person_id,
            col(RosterClaim.status).in_((ClaimStatus.ASKED, ClaimStatus.MOVING)),
            col(RosterClaim.at) > since,
        )
        return self._session.exec(query.limit(1)).first() is not None

    def decide(
        self,
        claim: RosterClaim,
        was: ClaimStatus,
        to: ClaimStatus,
        *,
        by: int | None,
        at: datetime,
    ) -> bool:
        """False where somebody was quicker."""
        done = self._do(
            update(RosterClaim)
            .where(col(RosterClaim.id) == claim.id, col(RosterClaim.status) == was)
            .values(status=to, decided_by=by, decided_at=at)
        )
        self._session.refresh(claim)
        return done == 1

    def forget_claims(self, before: datetime) -> None:
        self._do(delete(RosterClaim).where(col(RosterClaim.at) < before))

    def _do(self, statement: Any) -> int:
        done = self._session.connection().execute(statement)
        assert isinstance(done, CursorResult)
        return done.rowcount

    @property
    def _dialect(self) -> str:
        return self._session.get_bind().dialect.name


_COLUMNS = (
    *("nip", "name", "office", "position", "rank", "phone", "email", "status", "state"),
    *("doubt", "left_at"),
)
