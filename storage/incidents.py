"""Incidents: what hit many at once, their tickets, whom they hit, and what was told of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from bot.rules.ticket import OPEN_STATES
from storage.for_group import READABLE
from storage.prepared import Prepared
from storage.tables import (
    IncidentNews,
    IncidentPerson,
    IncidentRow,
    IncidentTicket,
    Ticket,
)

MOST_OPEN = 20
# By the group, which sees how the tickets begin.
_SHOWN = and_(col(Ticket.story) != "", READABLE)


_ANY_OPEN = Prepared(select(IncidentRow.id).where(col(IncidentRow.closed_at).is_(None)).limit(1))


class Incidents:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._none_open = False

    def get(self, incident_id: int) -> IncidentRow | None:
        return self._session.get(IncidentRow, incident_id)

    def open(self) -> list[IncidentRow]:
        """Oldest first. Whoever asks something meets this: nearly always there is none, and that
        is remembered for the rest of a batch."""
        if self._none_open:
            return []
        if _ANY_OPEN(self._session.connection()).first() is None:
            self._none_open = True
            return []
        query = select(IncidentRow).where(col(IncidentRow.closed_at).is_(None))
        return list(self._session.exec(query.order_by(col(IncidentRow.id)).limit(MOST_OPEN)))

    def by_card(self, chat_id: int, message_id: int) -> IncidentRow | None:
        query = select(IncidentRow).where(
            col(IncidentRow.card_chat_id) == chat_id,
            col(IncidentRow.card_message_id) == message_id,
        )
        return self._session.exec(query.order_by(col(IncidentRow.id)).limit(1)).first()

    def begin(self, title: str, *, by: int, now: datetime) -> IncidentRow:
        self._none_open = False
        row = IncidentRow(title=title, begun_by=by, begun_at=now)
        self._session.add(row)
        self._session.flush()
        return row

    def close(self, row: IncidentRow, note: str, *, by: int, now: datetime) -> bool:
        """True for the first."""
        changed = self._session.connection().execute(
            update(IncidentRow)
            .where(col(IncidentRow.id) == row.id, col(IncidentRow.closed_at).is_(None))
            .values(closed_at=now, closed_by=by, note=note)
        )
        self._session.refresh(row)
        return changed.rowcount == 1

    def place_card(self, incident_id: int, *, chat_id: int, message_id: int) -> None:
        row = self.get(incident_id)
        if row is not None:
            row.card_chat_id, row.card_message_id = chat_id, message_id
            self._session.flush()

    def link(self, row: IncidentRow, ticket: Ticket, *, now: datetime) -> bool:
        """True where it was not yet; its reporter is one whom it hit."""
        values = {"incident_id": row.id, "ticket_id": ticket.id, "at": now}
        linked = self._add(IncidentTicket, values)
        self.join(row, ticket.reporter_id, now=now)
        return linked

    def join(self, row: IncidentRow, person_id: int, *, now: datetime) -> bool:
        """True where they were not counted yet; what was told before they need not hear."""
        last = select(func.coalesce(func.max(col(IncidentNews.id)), 0)).where(
            col(IncidentNews.incident_id) == row.id
        )
        told = self._session.exec(last).one()
        values = {"incident_id": row.id, "person_id": person_id, "at": now, "told": told}
        return self._add(IncidentPerson, values)

    def _add(
        self, table: type[IncidentTicket | IncidentPerson], values: dict[str, object]
    ) -> bool:
        dialect = self._session.get_bind().dialect.name
        make = sqlite.insert if dialect == "sqlite" else postgresql.insert
        insert = make(table).values(**values).on_conflict_do_nothing().returning(col(table.at))
        return self._session.connection().execute(insert).first() is not None

    def is_hit(self, row: IncidentRow, person_id: int) -> bool:
        return self._session.get(IncidentPerson, (row.id, person_id)) is not None

    def counts(self, row: IncidentRow) -> tuple[int, int]:
        """People, and tickets."""
        people = select(func.count(col(IncidentPerson.person_id))).where(
            col(IncidentPerson.incident_id) == row.id
        )
        tickets = select(func.count(col(IncidentTicket.ticket_id))).where(
            col(IncidentTicket.incident_id) == row.id
        )
        return self._session.exec(people).one(), self._session.exec(tickets).one()

    def of_ticket(self, ticket_id: int) -> IncidentRow | None:
        """The open one that it belongs to."""
        query = (
            select(IncidentRow)
            .join(IncidentTicket, col(IncidentTicket.incident_id) == col(IncidentRow.id))
            .where(
                col(IncidentTicket.ticket_id) == ticket_id, col(IncidentRow.closed_at).is_(None)
            )
        )
        return self._session.exec(query.order_by(col(IncidentRow.id)).limit(1)).first()

    def stories(self, incidents: Sequence[int], *, most: int) -> dict[int, list[str]]:
        """Of the tickets of each, newest first."""
        place = func.row_number().over(
            partition_by=col(IncidentTicket.incident_id), order_by=col(Ticket.id).desc()
        )
        ranked = (
            select(IncidentTicket.incident_id, Ticket.story, place.label("place"))
            .join(Ticket, col(IncidentTicket.ticket_id) == col(Ticket.id))
            .where(col(IncidentTicket.incident_id).in_(incidents), _SHOWN)
            .subquery()
        )
        query = select(ranked.c.incident_id, ranked.c.story).where(ranked.c.place <= most)
        found: dict[int, list[str]] = {number: [] for number in incidents}
        for number, story in self._session.execute(query.order_by(ranked.c.place)):
            found[number].append(story)
        return found

    def not_linked(self, *, most: int) -> list[Ticket]:
        """Open tickets that belong to no open incident, newest first. For a reading connection."""
        taken = (
            select(IncidentTicket.ticket_id)
            .join(IncidentRow, col(IncidentRow.id) == col(IncidentTicket.incident_id))
            .where(col(IncidentRow.closed_at).is_(None))
        )
        query = select(Ticket).where(
            col(Ticket.status).in_(OPEN_STATES),
            col(Ticket.id).not_in(taken),
            _SHOWN,
        )
        return list(self._session.exec(query.order_by(col(Ticket.id).desc()).limit(most)))

    def still_open(self, row: IncidentRow, *, most: int) -> list[Ticket]:
        """Its tickets that are not settled, oldest first."""
        query = (
            select(Ticket)
            .join(IncidentTicket, col(IncidentTicket.ticket_id) == col(Ticket.id))
            .where(col(IncidentTicket.incident_id) == row.id, col(Ticket.status).in_(OPEN_STATES))
        )
        return list(self._session.exec(query.order_by(col(Ticket.id)).limit(most)))

    def add_news(
        self, row: IncidentRow, text: str, *, by: int, now: datetime, closes: bool = False
    ) -> IncidentNews:
        news = IncidentNews(incident_id=row.id, at=now, by_id=by, text=text, closes=closes)
        self._session.add(news)
        self._session.flush()
        return news

    def news(self, news_id: int) -> IncidentNews | None:
        return self._session.get(IncidentNews, news_id)

    def untold(self, news: IncidentNews, *, most: int) -> list[int]:
        """Whom it hit and who has not heard this."""
        query = select(IncidentPerson.person_id).where(
            col(IncidentPerson.incident_id) == news.incident_id,
            col(IncidentPerson.told) < news.id,
        )
        return list(self._session.exec(query.order_by(col(IncidentPerson.person_id)).limit(most)))

    def told(self, news: IncidentNews, person_id: int) -> bool:
        """True for the one who may tell it: each hears it once."""
        changed = self._session.connection().execute(
            update(IncidentPerson)
            .where(
                col(IncidentPerson.incident_id) == news.incident_id,
                col(IncidentPerson.person_id) == person_id,
                col(IncidentPerson.told) < news.id,
            )
            .values(told=news.id)
        )
        return changed.rowcount == 1

    def of_person(self, person_id: int) -> list[tuple[str, datetime]]:
        """Which hit them, and since when; oldest first."""
        query = (
            select(IncidentRow.title, IncidentPerson.at)
            .join(IncidentPerson, col(IncidentPerson.incident_id) == col(IncidentRow.id))
            .where(col(IncidentPerson.person_id) == person_id)
        )
        found = self._session.exec(query.order_by(col(IncidentPerson.at), col(IncidentRow.id)))
        return [(title, at) for title, at in found]
