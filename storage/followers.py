"""Who hears of what happens to a ticket that somebody else has."""

from __future__ import annotations

from sqlalchemy import bindparam, delete
from sqlmodel import Session, col, select

from storage.prepared import PreparedEntities
from storage.tables import Person, TicketFollower

_OF = PreparedEntities(
    Person,
    select(Person)
    .join(TicketFollower, col(TicketFollower.person_id) == col(Person.id))
    .where(col(TicketFollower.ticket_id) == bindparam("ticket"))
    .order_by(col(Person.id)),
)


class Followers:
    def __init__(self, session: Session) -> None:
        self._session = session

    def has(self, ticket_id: int, person_id: int) -> bool:
        return self._session.get(TicketFollower, (ticket_id, person_id)) is not None

    def add(self, ticket_id: int, person_id: int) -> None:
        self._session.merge(TicketFollower(ticket_id=ticket_id, person_id=person_id))
        self._session.flush()

    def remove(self, ticket_id: int, person_id: int) -> None:
        these = delete(TicketFollower).where(
            col(TicketFollower.ticket_id) == ticket_id, col(TicketFollower.person_id) == person_id
        )
        self._session.execute(these, execution_options={"synchronize_session": "fetch"})

    def forget(self, person_id: int) -> None:
        """They follow nothing any more."""
        these = delete(TicketFollower).where(col(TicketFollower.person_id) == person_id)
        self._session.execute(these)

    def of(self, ticket_id: int) -> list[Person]:
        return _OF(self._session, ticket=ticket_id)
