"""The durable clock: each thing is done once for its period, however many processes ask."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import TypeVar

from sqlalchemy import bindparam, delete, literal
from sqlalchemy import select as sql_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from storage.prepared import Prepared, upsert
from storage.tables import AgendaRow

T = TypeVar("T")

INSTALLED = "installed"

_NEW = {
    name: make(AgendaRow).on_conflict_do_nothing(index_elements=["kind", "period"])
    for name, make in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
}
_KEEP = Prepared(_NEW)
# The row itself is the proof; an insert's row count is not told by every driver.
_CLAIM = Prepared({name: new.returning(col(AgendaRow.kind)) for name, new in _NEW.items()})
_NOTE = upsert(AgendaRow, key=("kind", "period"), values=("made_at",))
_DONE_AT = Prepared(
    sql_select(col(AgendaRow.made_at)).where(
        col(AgendaRow.kind) == bindparam("of"), col(AgendaRow.period) == bindparam("period")
    )
)
_MADE_SINCE = Prepared(
    sql_select(col(AgendaRow.period), col(AgendaRow.made_at))
    .where(col(AgendaRow.kind) == bindparam("of"), col(AgendaRow.made_at) >= bindparam("moment"))
    .order_by(col(AgendaRow.made_at), col(AgendaRow.period))
)
_FORGET = Prepared(
    delete(AgendaRow).where(
        col(AgendaRow.kind) == bindparam("of"), col(AgendaRow.made_at) < bindparam("moment")
    )
)


class Agenda:
    def __init__(self, session: Session) -> None:
        self._session = session

    def claim(self, kind: str, period: str, *, now: datetime) -> bool:
        """True for the one who may do it; doing it belongs in the same unit."""
        made = _CLAIM(self._session.connection(), kind=kind, period=period, made_at=now)
        return made.first() is not None

    def unclaim(self, kind: str, period: str) -> None:
        """It may be done again."""
        self._session.connection().execute(
            delete(AgendaRow).where(col(AgendaRow.kind) == kind, col(AgendaRow.period) == period)
        )

    def note(self, kind: str, period: str, *, now: datetime) -> None:
        """Done, whether or not it was before."""
        _NOTE(self._session.connection(), kind=kind, period=period, made_at=now)

    def keep(self, kind: str, made: Mapping[str, datetime], *, since: datetime) -> None:
        """For the hot path: those of these periods, and none from before."""
        connection = self._session.connection()
        _FORGET(connection, of=kind, moment=since)
        rows = [{"kind": kind, "period": period, "made_at": at} for period, at in made.items()]
        _KEEP.many(connection, rows)

    def made_since(self, kind: str, moment: datetime) -> list[tuple[str, datetime]]:
        """Their periods, the oldest first."""
        found = _MADE_SINCE(self._session.connection(), of=kind, moment=moment)
        return [(row.period, row.made_at) for row in found]

    def count_since(self, kind: str, begins: str, moment: datetime) -> int:
        """Of the periods that begin so."""
        query = select(func.count(col(AgendaRow.period))).where(
            col(AgendaRow.kind) == kind,
            col(AgendaRow.period).startswith(begins, autoescape=True),
            col(AgendaRow.made_at) > moment,
        )
        return self._session.exec(query).one()

    def forget_person(self, person_id: int) -> None:
        """What was done once for them, or for a message in their chat: their number is a part of
        its period."""
        parts = literal(":") + col(AgendaRow.period) + ":"
        named = parts.contains(f":{person_id}:", autoescape=True)
        self._session.connection().execute(delete(AgendaRow).where(named))

    def made(self, kind: str, periods: Collection[str]) -> set[str]:
        """Those of these periods for which it was done."""
        query = select(AgendaRow.period).where(
            col(AgendaRow.kind) == kind, col(AgendaRow.period).in_(list(periods))
        )
        return set(self._session.exec(query))

    def not_made(self, kind: str, wanted: Mapping[str, T]) -> dict[str, T]:
        """Of what is wanted, by its period."""
        made = self.made(kind, wanted)
        return {period: each for period, each in wanted.items() if period not in made}

    def claim_each(self, kind: str, wanted: Mapping[str, T], *, now: datetime) -> list[T]:
        """Those for which nobody was quicker, in their order."""
        return [each for period, each in wanted.items() if self.claim(kind, period, now=now)]

    def done_at(self, kind: str, period: str) -> datetime | None:
        found = _DONE_AT(self._session.connection(), of=kind, period=period)
        at: datetime | None = found.scalar()
        return at

    def installed(self) -> datetime | None:
        return self.done_at(INSTALLED, "")

    def installed_at(self, now: datetime) -> datetime:
        """When this database was first used; nothing is due for the time before."""
        self.claim(INSTALLED, "", now=now)
        at = self.installed()
        assert at is not None
        return at
