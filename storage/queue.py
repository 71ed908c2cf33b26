"""What the desk still has to do: counted by view, and some of it, what is due first in front."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, case, literal, literal_column, not_, null, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from bot.rules.queue_view import Shown, View
from bot.rules.ticket import UNTAKEN_STATES, Status
from bot.rules.visibility import HIDES_WHO
from storage.for_group import STILL_TO_DO
from storage.lateness import is_late, is_soon
from storage.tables import Person, Ticket


class Waiting(NamedTuple):
    """A ticket with the names of its reporter and its officer."""

    ticket: Ticket
    reporter: str
    office: str | None
    officer: str | None


class Group(NamedTuple):
    """Open tickets that have the same category or office."""

    name: str | None
    tickets: int
    ticket_id: int
    """One of them."""


_REPORTER, _OFFICER = aliased(Person), aliased(Person)
WAITING = (
    select(Ticket, col(_REPORTER.name), col(_REPORTER.office), col(_OFFICER.name))
    .join(_REPORTER, col(Ticket.reporter_id) == col(_REPORTER.id))
    .outerjoin(_OFFICER, col(Ticket.officer_id) == col(_OFFICER.id))
)
"""Rows of Waiting."""
# Without parameters: PostgreSQL would take it for another one each time it stands in a query.
_HIDES_WHO = col(Ticket.visibility).in_([literal_column(f"'{each}'") for each in HIDES_WHO])
_OFFICE = case((_HIDES_WHO, null()), else_=col(_REPORTER.office))


class Queue:
    def __init__(self, session: Session) -> None:
        self._session = session

    def counts(self, *, now: datetime, soon: datetime, officer_id: int) -> dict[View, int]:
        """Of the views that need no choice."""
        views = [view for view in View if view not in {View.CATEGORY, View.OFFICE}]
        fits = {view: _fits(Shown(view, officer_id), now=now, soon=soon) for view in views}
        counts = [func.count(case((fit, 1))) for fit in fits.values()]
        found = self._session.connection().execute(select(*counts).where(STILL_TO_DO)).one()
        return dict(zip(views, found, strict=True))

    def count(self, shown: Shown, *, now: datetime, soon: datetime) -> int:
        fits = self._fits(shown, now=now, soon=soon)
        return self._session.exec(
            select(func.count(col(Ticket.id))).where(STILL_TO_DO, fits)
        ).one()

    def page(
        self, shown: Shown, *, now: datetime, soon: datetime, first: int, most: int
    ) -> list[Waiting]:
        query = (
            WAITING.where(STILL_TO_DO, self._fits(shown, now=now, soon=soon))
            .order_by(col(Ticket.due_at), col(Ticket.id))
            .offset(first)
            .limit(most)
        )
        return [Waiting(*row) for row in self._session.exec(query)]

    def groups(self, view: View, *, most: int) -> Sequence[Group]:
        """Categories, or the reporters' offices; those with the most tickets first."""
        name: Any = col(Ticket.category) if view is View.CATEGORY else _OFFICE
        count = func.count(col(Ticket.id))
        query = select(name, count, func.min(col(Ticket.id))).select_from(Ticket)
        if view is not View.CATEGORY:
            query = query.join(_REPORTER, col(Ticket.reporter_id) == col(_REPORTER.id))
        query = query.where(STILL_TO_DO).group_by(name)
        query = query.order_by(count.desc(), name.is_(None), name).limit(most)
        return [Group(*row) for row in self._session.connection().execute(query)]

    def _fits(self, shown: Shown, *, now: datetime, soon: datetime) -> ColumnElement[bool]:
        if shown.view is View.OFFICE:
            return _of_office(self._office_of(shown.about))
        return _fits(shown, now=now, soon=soon)

    def _office_of(self, ticket_id: int) -> str | None:
        """As the desk sees it; asked for first, so that its people are found by an index."""
        is_reporter = col(Ticket.reporter_id) == col(_REPORTER.id)
        query = select(_OFFICE).select_from(Ticket).join(_REPORTER, is_reporter)
        name: str | None = self._session.exec(query.where(col(Ticket.id) == ticket_id)).first()
        return name


def _fits(shown: Shown, *, now: datetime, soon: datetime) -> ColumnElement[bool]:
    match shown.view:
        case View.MINE:
            # Computed, or SQLite would rather look through all that they ever had.
            return col(Ticket.officer_id) + 0 == shown.about
        case View.UNTAKEN:
            return col(Ticket.status).in_(UNTAKEN_STATES)
        case View.WAITING:
            return col(Ticket.status) == Status.WAITING
        case View.DEFERRED:
            return col(Ticket.status) == Status.DEFERRED
        case View.LATE:
            return is_late(now)
        case View.SOON:
            return is_soon(now, soon)
        case View.CATEGORY:
            wanted = select(Ticket.category).where(col(Ticket.id) == shown.about)
            return col(Ticket.category) == wanted.scalar_subquery()
        case _:
            return literal(value=True)


def _of_office(name: str | None) -> ColumnElement[bool]:
    """Whose it is, the office may be hidden with."""
    office = col(Person.office)
    people = select(Person.id).where(office.is_(None) if name is None else office == name)
    # Computed, as above: their open tickets are few, and all that they ever filed many.
    theirs = (col(Ticket.reporter_id) + 0).in_(people)
    return or_(_HIDES_WHO, theirs) if name is None else and_(not_(_HIDES_WHO), theirs)
