"""What each person spoke of last, so that a restart between two messages forgets nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, delete, or_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from bot.rules.privacy.announced import AnnouncedSecret
from storage.prepared import Prepared, upsert
from storage.tables import LastSpokenRow


class Whose(NamedTuple):
    chat_id: int
    person_id: int


_KEEP = upsert(LastSpokenRow, key=Whose._fields, values=("lead", "open", "at"))
_SINCE = Prepared(
    sql_select(
        col(LastSpokenRow.chat_id),
        col(LastSpokenRow.person_id),
        col(LastSpokenRow.lead),
        col(LastSpokenRow.open),
        col(LastSpokenRow.at),
    )
    .where(col(LastSpokenRow.at) >= bindparam("moment"))
    .order_by(col(LastSpokenRow.at), col(LastSpokenRow.chat_id), col(LastSpokenRow.person_id))
)
_FORGET = Prepared(delete(LastSpokenRow).where(col(LastSpokenRow.at) < bindparam("moment")))

Spoke = tuple[datetime, AnnouncedSecret]


class LastSpoken:
    def __init__(self, session: Session) -> None:
        self._session = session

    def keep(self, spoken: Mapping[Whose, Spoke], *, since: datetime) -> None:
        """Those of these people, and none from before."""
        self.forget(before=since)
        rows = [
            {**whose._asdict(), "lead": found.lead, "open": found.open, "at": at}
            for whose, (at, found) in spoken.items()
        ]
        _KEEP.many(self._session.connection(), rows)

    def since(self, moment: datetime) -> list[tuple[Whose, Spoke]]:
        """The oldest first."""
        found = _SINCE(self._session.connection(), moment=moment)
        return [
            (Whose(row.chat_id, row.person_id), (row.at, AnnouncedSecret(row.lead, row.open)))
            for row in found
        ]

    def forget(self, *, before: datetime) -> None:
        _FORGET(self._session.connection(), moment=before)

    def forget_person(self, person_id: int) -> None:
        """Theirs, and what was written to them."""
        theirs = (col(LastSpokenRow.chat_id), col(LastSpokenRow.person_id))
        named = or_(*(each == person_id for each in theirs))
        self._session.connection().execute(delete(LastSpokenRow).where(named))
