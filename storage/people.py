"""People: who they are to us, and what they may do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, func, select

from bot.rules.ticket import Role
from storage.tables import Person


class People:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._met: list[Person] = []

    def meet(self, names: Mapping[int, tuple[str, str | None]], *, now: datetime) -> None:
        """Everybody of a batch at once, so that each turn finds its person without a question."""
        query = select(Person).where(col(Person.id).in_(list(names)))
        known = {person.id: person for person in self._session.exec(query)}
        new = [
            Person(id=person_id, name=name, username=username, first_seen=now)
            for person_id, (name, username) in names.items()
            if person_id not in known
        ]
        self._free([person.username for person in new])
        self._session.add_all(new)
        self._session.flush()
        self._met = [*known.values(), *new]  # the session forgets whom nobody holds on to

    def get(self, person_id: int) -> Person | None:
        return self._session.get(Person, person_id)

    def seen(self, person_id: int, *, name: str, username: str | None, now: datetime) -> Person:
        """The person, known from now on, under the name they have today."""
        person = self._session.get(Person, person_id)
        if person is None or person.username != username:
            self._free([username])
        if person is None:
            person = Person(id=person_id, name=name, username=username, first_seen=now)
            self._session.add(person)
            self._session.flush()
        elif (person.name, person.username) != (name, username):
            person.name, person.username = name, username
        return person

    def _free(self, usernames: Collection[str | None]) -> None:
        """Whoever had one of these has it no more: Telegram lets one person have it at a time."""
        taken = [username.lower() for username in usernames if username]
        if taken:
            self._session.execute(
                update(Person)
                .where(func.lower(Person.username).in_(taken))
                .values(username=None)
                .execution_options(synchronize_session="fetch")
            )

    def by_username(self, username: str) -> Person | None:
        """None also where two are known by it: we cannot tell whose it is today."""
        query = select(Person).where(func.lower(Person.username) == username.lower())
        found = self._session.exec(query.limit(2)).all()
        return found[0] if len(found) == 1 else None

    def officers(self) -> list[Person]:
        query = select(Person).where(col(Person.role) != Role.ASKER)
        return list(self._session.exec(query.order_by(col(Person.name), col(Person.id))))

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
