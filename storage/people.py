"""People: who they are to us, and what they may do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, func, select

from bot.rules.rights import Act, DeskAct, may
from bot.rules.ticket import Role
from storage.prepared import Prepared, PreparedEntities, among, by_key
from storage.tables import WITHOUT_CHAT, Person

_BY_ID = by_key(Person)
_BY_IDS = PreparedEntities(
    Person,
    {name: select(Person).where(of) for name, of in among(col(Person.id), "ids").items()},
)
_CALLED = PreparedEntities(
    Person, select(Person).where(func.lower(Person.username) == bindparam("name"))
)
_TALK_OF = Prepared(
    update(Person)
    .where(col(Person.id) == bindparam("number"))
    .values(last_entry=bindparam("entry"), last_entry_at=bindparam("at"))
)


class Topic(NamedTuple):
    entry_id: str
    at: datetime


class People:
    """What was spoken of with whom is written when the unit settles, in one statement for all."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._met: dict[int, Person] = {}
        self._topics: dict[int, Topic] = {}

    def meet(self, names: Mapping[int, tuple[str, str | None]], *, now: datetime) -> None:
        """Everybody of a batch at once, so that each turn finds its person without a question."""
        known = self.among(names)
        new = [
            Person(id=person_id, name=name, username=username, first_seen=now)
            for person_id, (name, username) in names.items()
            if person_id not in known
        ]
        if new:
            self._free([person.username for person in new])
            self._session.add_all(new)
            self._session.flush()
        self._met = known | {person.id: person for person in new}

    def get(self, person_id: int) -> Person | None:
        return _BY_ID.get(self._session, person_id)

    def among(self, ids: Collection[int]) -> dict[int, Person]:
        """Those of them who are known."""
        found = _BY_IDS(self._session, ids=list(ids))
        return {person.id: person for person in found}

    def seen(self, person_id: int, *, name: str, username: str | None, now: datetime) -> Person:
        """The person, known from now on, under the name they have today."""
        person = self._met.get(person_id) or self.get(person_id)
        if person is None or person.username != username:
            self._free([username])
        if person is None:
            person = Person(id=person_id, name=name, username=username, first_seen=now)
            self._session.add(person)
            self._session.flush()
        elif (person.name, person.username) != (name, username):
            person.name, person.username = name, username
        return person

    def topic(self, person: Person) -> Topic | None:
        """What was last spoken of with them."""
        kept = self._topics.get(person.id)
        if kept is None and person.last_entry is not None and person.last_entry_at is not None:
            kept = Topic(person.last_entry, person.last_entry_at)
        return kept

    def remember_topic(self, person: Person, entry_id: str, *, now: datetime) -> None:
        self._topics[person.id] = Topic(entry_id, now)

    def end_topic(self, person: Person) -> None:
        """What is said next is about something else."""
        self._topics.pop(person.id, None)
        if person.last_entry is not None:
            person.last_entry = None

    def pending(self) -> dict[int, Topic]:
        return dict(self._topics)

    def restore(self, pending: dict[int, Topic]) -> None:
        self._topics = pending

    def flush(self) -> None:
        if self._topics:
            rows = [
                {"number": number, "entry": topic.entry_id, "at": topic.at}
                for number, topic in self._topics.items()
            ]
            _TALK_OF.many(self._session.connection(), rows)
            self._topics = {}

    def _free(self, usernames: Collection[str | None]) -> None:
        """Whoever had one of these has it no more: Telegram lets one person have it at a time."""
        taken = {username.lower() for username in usernames if username}
        for person in [each for name in taken for each in _CALLED(self._session, name=name)]:
            person.username = None
        self._session.flush()

    def by_username(self, username: str) -> Person | None:
        """None also where two are known by it: we cannot tell whose it is today."""
        found = _CALLED(self._session, name=username.lower())
        return found[0] if len(found) == 1 else None

    def without_chat(self, name: str, office: str | None, *, now: datetime) -> Person:
        """Somebody whom only an officer has named; each time anew: names are no keys."""
        lowest = select(func.min(col(Person.id))).where(col(Person.id) < WITHOUT_CHAT)
        last = self._session.exec(lowest).one()
        person = Person(
            id=(WITHOUT_CHAT if last is None else last) - 1,
            name=name,
            office=office,
            reachable=False,
            first_seen=now,
        )
        self._session.add(person)
        self._session.flush()
        return person

    def officers(self) -> list[Person]:
        query = select(Person).where(col(Person.role) != Role.ASKER)
        return list(self._session.exec(query.order_by(col(Person.name), col(Person.id))))

    def who_may(self, act: Act) -> list[Person]:
        return [each for each in self.officers() if may(each.role, act)]

    def hear_abuse(self) -> list[Person]:
        """To whom reports of abuse of authority go."""
        return [
            each for each in self.officers() if each.hears_abuse and may(each.role, DeskAct.WORK)
        ]

    def leave_desk(self, person: Person) -> None:
        """Of what somebody was at the desk nothing stays; nor do they stand in for others."""
        person.away_until, person.deputy_id, person.hears_abuse = None, None, False
        self._session.execute(
            update(Person)
            .where(col(Person.deputy_id) == person.id)
            .values(deputy_id=None)
            .execution_options(synchronize_session="fetch")
        )

    def appoint_admins(self, ids: Collection[int], *, now: datetime) -> None:
        """Those of ADMIN_IDS are admins; an admin no longer named there stays an officer."""
        for person in self.officers():
            if person.role is Role.ADMIN and person.id not in ids:
                person.role = Role.OFFICER
        for person_id in ids:
            admin = self._session.get(Person, person_id)
            if admin is None:
                admin = Person(id=person_id, name="Admin", first_seen=now)
                self._session.add(admin)
            admin.role = Role.ADMIN
        self._session.flush()
