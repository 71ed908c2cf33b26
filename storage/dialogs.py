"""Open dialogs, one a person and kind, in the same commit as everything else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, delete, update
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from bot.rules.dialog import POLICIES, DialogKind, ended_by, waiting_under
from storage.prepared import Prepared, PreparedEntities, among, upsert
from storage.tables import DialogRow

# Kinds that a later release left behind are none to us.
_OF = PreparedEntities(
    DialogRow,
    {
        name: select(DialogRow)
        .where(of, col(DialogRow.kind).in_(list(DialogKind)))
        .order_by(col(DialogRow.person_id), col(DialogRow.kind))
        for name, of in among(col(DialogRow.person_id), "people").items()
    },
    anew=True,
)
_HAVING = Prepared(
    {
        name: sql_select(col(DialogRow.person_id)).where(of)
        for name, of in among(col(DialogRow.person_id), "people").items()
    }
)
_BEGIN = upsert(
    DialogRow,
    key=("person_id", "kind"),
    values=("step", "key", "ticket_id", "draft", "updated_at", "expires_at"),
)
_END = Prepared(
    delete(DialogRow).where(
        col(DialogRow.person_id) == bindparam("person"), col(DialogRow.kind) == bindparam("kind")
    )
)


class Unsent(NamedTuple):
    """A report that was begun, as it was when it was looked for."""

    person_id: int
    key: str
    updated_at: datetime


class Dialogs:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[int, list[DialogRow]] = {}

    def look_up(self, people: Collection[int]) -> None:
        """Those of a whole batch at once; most people have none, and that is remembered too."""
        self._found = {person_id: [] for person_id in people}
        having = {*_HAVING(self._session.connection(), people=[*people]).scalars()}
        for row in self._of(having) if having else ():
            self._found[row.person_id].append(row)

    def open(self, person_id: int, *, now: datetime) -> Mapping[DialogKind, DialogRow]:
        rows = self._found.get(person_id)
        if rows is None:
            rows = self._of([person_id])
        return {row.kind: row for row in rows if row.expires_at > now}

    def _of(self, people: Collection[int]) -> list[DialogRow]:
        return _OF(self._session, people=list(people))

    def begin(
        self,
        person_id: int,
        kind: DialogKind,
        *,
        now: datetime,
        until: datetime | None = None,
        step: str | None = None,
        key: str | None = None,
        ticket_id: int | None = None,
        draft: str | None = None,
    ) -> None:
        """Or goes on, as it is now. Others that are open end or wait as bot.rules.dialog says."""
        until = until or now + POLICIES[kind].lasts
        opened = self.open(person_id, now=now)
        self.end(person_id, *ended_by(kind, opened))
        self._prolong(person_id, waiting_under(kind, opened), until=until)
        _BEGIN(
            self._session.connection(),
            person_id=person_id,
            kind=kind,
            step=step,
            key=key,
            ticket_id=ticket_id,
            draft=draft,
            updated_at=now,
            expires_at=until,
        )
        self._found.pop(person_id, None)

    def _prolong(self, person_id: int, kinds: Collection[DialogKind], *, until: datetime) -> None:
        if kinds:
            self._session.connection().execute(
                update(DialogRow)
                .where(
                    col(DialogRow.person_id) == person_id,
                    col(DialogRow.kind).in_(kinds),
                    col(DialogRow.expires_at) < until,
                )
                .values(expires_at=until)
            )
            self._found.pop(person_id, None)

    def end(self, person_id: int, *kinds: DialogKind) -> None:
        if kinds:
            rows = [{"person": person_id, "kind": kind} for kind in kinds]
            _END.many(self._session.connection(), rows)
            self._found.pop(person_id, None)

    def unsent(self, *, since: datetime, until: datetime, now: datetime) -> list[Unsent]:
        """Reports begun and not sent, at which nobody has written between `until` and now."""
        query = (
            sql_select(col(DialogRow.person_id), col(DialogRow.key), col(DialogRow.updated_at))
            .where(
                col(DialogRow.kind) == DialogKind.COMPLAINT,
                col(DialogRow.updated_at) >= since,
                col(DialogRow.updated_at) <= until,
                col(DialogRow.expires_at) > now,
                col(DialogRow.key).is_not(None),
            )
            .order_by(col(DialogRow.updated_at), col(DialogRow.person_id))
        )
        rows = self._session.connection().execute(query)
        return [Unsent(person_id, key or "", at) for person_id, key, at in rows]

    def unsent_of(self, seen: Unsent, *, now: datetime) -> DialogRow | None:
        """None where it was sent, given up or gone on with since."""
        row = self.open(seen.person_id, now=now).get(DialogKind.COMPLAINT)
        same = row is not None and (row.key, row.updated_at) == (seen.key, seen.updated_at)
        return row if same else None

    def drop_expired(self, now: datetime) -> None:
        self._session.connection().execute(
            delete(DialogRow).where(col(DialogRow.expires_at) <= now)
        )
