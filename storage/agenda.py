"""The durable clock: each thing is done once, however many processes ask."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple, TypeVar

from sqlalchemy import ColumnElement, bindparam, delete, or_
from sqlalchemy import select as sql_select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, func, select

from storage.prepared import Prepared, among, upsert
from storage.tables import AgendaKind, AgendaRow

T = TypeVar("T")


class Once(NamedTuple):
    """Something that is done once: the key of its row. What each part is, AgendaKind says."""

    kind: AgendaKind
    chat_id: int = 0
    about_id: int = 0
    subject_id: int = 0
    part_id: int = 0
    name: str = ""
    period: str = ""


INSTALLED = Once(AgendaKind.INSTALLED)
_KEY = [getattr(AgendaRow, name) for name in Once._fields]
_LISTED = [
    (col(AgendaRow.chat_id), "chats"),
    (col(AgendaRow.about_id), "abouts"),
    (col(AgendaRow.subject_id), "subjects"),
]
_THIS = [column == bindparam(f"this_{column.key}") for column in _KEY]
# The row itself is the proof; an insert's row count is not told by every driver.
_CLAIM = Prepared(
    {
        name: make(AgendaRow)
        .on_conflict_do_nothing(index_elements=Once._fields)
        .returning(col(AgendaRow.kind))
        for name, make in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
    }
)
_NOTE = upsert(AgendaRow, key=Once._fields, values=("made_at",))
_UNCLAIM = Prepared(delete(AgendaRow).where(*_THIS))
_DONE_AT = Prepared(sql_select(col(AgendaRow.made_at)).where(*_THIS))
# Perhaps more than those that are asked for: pairs of a list would be looked for one by one.
_MADE = Prepared(
    {
        name: sql_select(*_KEY).where(
            col(AgendaRow.kind) == bindparam("of"),
            *(among(column, listed)[name] for column, listed in _LISTED),
        )
        for name in ("sqlite", "postgresql")
    }
)
_MADE_SINCE = Prepared(
    sql_select(*_KEY)
    .where(col(AgendaRow.kind) == bindparam("of"), col(AgendaRow.made_at) >= bindparam("moment"))
    .order_by(col(AgendaRow.made_at), *_KEY)
)


class Agenda:
    def __init__(self, session: Session) -> None:
        self._session = session

    def claim(self, once: Once, *, now: datetime) -> bool:
        """True for the one who may do it; doing it belongs in the same unit."""
        made = _CLAIM(self._session.connection(), **once._asdict(), made_at=now)
        return made.first() is not None

    def unclaim(self, once: Once) -> None:
        """It may be done again."""
        _UNCLAIM(self._session.connection(), **_this(once))

    def note(self, once: Once, *, now: datetime) -> None:
        """Done, whether or not it was before."""
        _NOTE(self._session.connection(), **once._asdict(), made_at=now)

    def done_at(self, once: Once) -> datetime | None:
        at: datetime | None = _DONE_AT(self._session.connection(), **_this(once)).scalar()
        return at

    def made_since(self, kind: AgendaKind, moment: datetime) -> list[Once]:
        """The oldest first."""
        found = _MADE_SINCE(self._session.connection(), of=kind, moment=moment)
        return [Once(*row) for row in found]

    def made(self, wanted: Collection[Once]) -> set[Once]:
        """Those of these that were done."""
        found = set[Once]()
        for kind in {once.kind for once in wanted}:
            these = [once for once in wanted if once.kind is kind]
            rows = _MADE(
                self._session.connection(),
                of=kind,
                chats=[*{once.chat_id for once in these}],
                abouts=[*{once.about_id for once in these}],
                subjects=[*{once.subject_id for once in these}],
            )
            found.update(Once(*row) for row in rows)
        return found.intersection(wanted)

    def not_made(self, wanted: Mapping[Once, T]) -> dict[Once, T]:
        """Of what is wanted, by its key."""
        made = self.made(wanted)
        return {once: each for once, each in wanted.items() if once not in made}

    def claim_each(self, wanted: Mapping[Once, T], *, now: datetime) -> list[T]:
        """Those for which nobody was quicker, in their order."""
        return [each for once, each in wanted.items() if self.claim(once, now=now)]

    def done_again(self, kind: AgendaKind, chat_id: int, *, now: datetime) -> None:
        """One more time, of what is counted for somebody."""
        newest = select(func.max(col(AgendaRow.part_id))).where(*_of(kind, chat_id))
        number = (self._session.exec(newest).one() or 0) + 1
        self.note(Once(kind, chat_id, part_id=number), now=now)

    def count_since(self, kind: AgendaKind, chat_id: int, moment: datetime) -> int:
        query = select(func.count()).where(*_of(kind, chat_id), col(AgendaRow.made_at) > moment)
        return self._session.exec(query).one()

    def forget_person(self, person_id: int) -> None:
        """What was done once for them, in their chat, or about them."""
        theirs = or_(col(AgendaRow.chat_id) == person_id, col(AgendaRow.about_id) == person_id)
        self._session.connection().execute(delete(AgendaRow).where(theirs))

    def installed(self) -> datetime | None:
        return self.done_at(INSTALLED)

    def installed_at(self, now: datetime) -> datetime:
        """When this database was first used; nothing is due for the time before."""
        self.claim(INSTALLED, now=now)
        at = self.installed()
        assert at is not None
        return at


def _this(once: Once) -> dict[str, object]:
    return {f"this_{name}": value for name, value in once._asdict().items()}


def _of(kind: AgendaKind, chat_id: int) -> tuple[ColumnElement[bool], ...]:
    return col(AgendaRow.kind) == kind, col(AgendaRow.chat_id) == chat_id
