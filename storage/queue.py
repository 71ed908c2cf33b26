"""What the desk still has to do: counted by view, and some of it, what is due first in front."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    case,
    literal_column,
    not_,
    null,
    or_,
    true,
)
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from bot.rules.queue_view import ShownView, View
from bot.rules.ticket import UNTAKEN_STATES, Status
from bot.rules.visibility import HIDES_WHO
from storage.for_group import STILL_TO_DO
from storage.lateness import is_late, is_soon
from storage.prepared import Prepared, PreparedEntities
from storage.tables import Person, Ticket
from storage.types import RowId, Utc


class Waiting(NamedTuple):
    """A ticket with the names of its reporter and its officer."""

    ticket: Ticket
    reporter: str
    office: str | None
    officer: str | None


class OpenGroup(NamedTuple):
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


_NOW: Any = bindparam("now", type_=Utc())
_SOON: Any = bindparam("soon", type_=Utc())
_ABOUT = bindparam("about", type_=RowId)
# What is asked is made once: with a hundred thousand tickets that took longer than the asking.
_FITS: dict[View, ColumnElement[bool]] = {
    View.ALL: true(),
    # Computed, or SQLite would rather look through all that they ever had.
    View.MINE: col(Ticket.officer_id) + 0 == _ABOUT,
    View.UNTAKEN: col(Ticket.status).in_(UNTAKEN_STATES),
    View.LATE: is_late(_NOW),
    View.SOON: is_soon(_NOW, _SOON),
    View.WAITING: col(Ticket.status) == Status.WAITING,
    View.DEFERRED: col(Ticket.status) == Status.DEFERRED,
}
"""Of the views that need no choice."""
_OF_CATEGORY = (
    col(Ticket.category)
    == select(Ticket.category).where(col(Ticket.id) == _ABOUT).scalar_subquery()
)


def _of_office(its: ColumnElement[bool]) -> ColumnElement[bool]:
    # Computed, as above: their open tickets are few, and all that they ever filed many.
    return (col(Ticket.reporter_id) + 0).in_(select(Person.id).where(its))


class _Part(NamedTuple):
    size: Prepared
    page: PreparedEntities[Ticket]


def _part(fits: ColumnElement[bool]) -> _Part:
    due_first = col(Ticket.due_at), col(Ticket.id)
    # Found in the index alone: of those before the page no row is read, nor whose they are.
    of_page = (
        select(Ticket.id)
        .where(STILL_TO_DO, fits)
        .order_by(*due_first)
        .offset(bindparam("first"))
        .limit(bindparam("most"))
        .subquery()
    )
    page = WAITING.join(of_page, col(Ticket.id) == of_page.c.id).order_by(*due_first)
    return _Part(
        Prepared(select(func.count(col(Ticket.id))).where(STILL_TO_DO, fits)),
        PreparedEntities(Ticket, page),
    )


_PARTS = {view: _part(fits) for view, fits in {**_FITS, View.CATEGORY: _OF_CATEGORY}.items()}
_OFFICES_PART = _part(
    and_(not_(_HIDES_WHO), _of_office(col(Person.office) == bindparam("office")))
)
_NO_OFFICES_PART = _part(or_(_HIDES_WHO, _of_office(col(Person.office).is_(None))))
"""Whose it is, the office may be hidden with."""
_COUNTS = Prepared(
    select(*(func.count(case((fits, 1))) for fits in _FITS.values())).where(STILL_TO_DO)
)
_IS_REPORTER = col(Ticket.reporter_id) == col(_REPORTER.id)
_OFFICE_OF = Prepared(
    select(_OFFICE)
    .select_from(Ticket)
    .join(_REPORTER, _IS_REPORTER)
    .where(col(Ticket.id) == _ABOUT)
)


def _groups(name: Any) -> Prepared:
    count = func.count(col(Ticket.id))
    query = select(name, count, func.min(col(Ticket.id))).select_from(Ticket)
    if name is _OFFICE:
        query = query.join(_REPORTER, _IS_REPORTER)
    query = query.where(STILL_TO_DO).group_by(name)
    return Prepared(query.order_by(count.desc(), name.is_(None), name).limit(bindparam("most")))


_BY_CATEGORY, _BY_OFFICE = _groups(col(Ticket.category)), _groups(_OFFICE)


class Queue:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._offices: dict[int, str | None] = {}

    def counts(self, *, now: datetime, soon: datetime, officer_id: int) -> dict[View, int]:
        """Of the views that need no choice."""
        connection = self._session.connection()
        (found,) = _COUNTS(connection, now=now, soon=soon, about=officer_id)
        return dict(zip(_FITS, found, strict=True))

    def count(self, shown: ShownView, *, now: datetime, soon: datetime) -> int:
        part, given = self._part(shown)
        found = part.size(self._session.connection(), now=now, soon=soon, **given)
        return int(found.scalar())

    def page(
        self, shown: ShownView, *, now: datetime, soon: datetime, first: int, most: int
    ) -> list[Waiting]:
        part, given = self._part(shown)
        given |= {"now": now, "soon": soon, "first": first, "most": most}
        return [Waiting(*row) for row in part.page.with_others(self._session, **given)]

    def groups(self, view: View, *, most: int) -> Sequence[OpenGroup]:
        """Categories, or the reporters' offices; those with the most tickets first."""
        query = _BY_CATEGORY if view is View.CATEGORY else _BY_OFFICE
        return [OpenGroup(*row) for row in query(self._session.connection(), most=most)]

    def _part(self, shown: ShownView) -> tuple[_Part, dict[str, Any]]:
        """And what is given with it."""
        if shown.view is not View.OFFICE:
            return _PARTS[shown.view], {"about": shown.about}
        office = self._office_of(shown.about)
        return (_NO_OFFICES_PART if office is None else _OFFICES_PART), {"office": office}

    def _office_of(self, ticket_id: int) -> str | None:
        """As the desk sees it; asked for first, so that its people are found by an index."""
        if ticket_id not in self._offices:
            found = _OFFICE_OF(self._session.connection(), about=ticket_id)
            self._offices[ticket_id] = found.scalar()
        return self._offices[ticket_id]
