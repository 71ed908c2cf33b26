"""Durable intake: an update is a row before Telegram hears that we have it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, insert, select, text, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from storage.forgetting import forget, older_than
from storage.prepared import Prepared, among
from storage.tables import InboxRow, InboxStatus

LOOKED_THROUGH = 10_000  # of those that wait, the oldest; who stands behind more waits for them

# What runs at every batch is built once: building takes ten times as long as running.
_IS_WAITING = col(InboxRow.status) == InboxStatus.WAITING
_GIVEN = among(col(InboxRow.update_id), "ids")
_KNOWN = Prepared({name: select(col(InboxRow.update_id)).where(of) for name, of in _GIVEN.items()})
_KEEP = Prepared(insert(InboxRow))
_KEEP_ONCE = Prepared(
    {
        name: make(InboxRow).on_conflict_do_nothing(index_elements=["update_id"])
        for name, make in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
    }
)
# Said as the index says it: of a parameter SQLite does not know that it is what the index is of.
_WAITS = text("status = 'waiting'")
_RESTING = select(col(InboxRow.lane)).where(_WAITS, col(InboxRow.not_before) > bindparam("now"))
_OLDEST = (
    select(col(InboxRow.seq), col(InboxRow.lane))
    .where(_WAITS, col(InboxRow.lane).not_in(_RESTING.scalar_subquery()))
    .order_by(col(InboxRow.seq))
    .limit(LOOKED_THROUGH)
    .subquery()
)
_IN_LANE = func.row_number().over(partition_by=_OLDEST.c.lane, order_by=_OLDEST.c.seq)
_PLACED = select(_OLDEST.c.seq, _IN_LANE.label("place")).subquery()
_FAIR = (
    select(_PLACED.c.seq).order_by(_PLACED.c.place, _PLACED.c.seq).limit(bindparam("most"))
).scalar_subquery()
_DUE = (
    select(col(InboxRow.update_id), col(InboxRow.lane), col(InboxRow.raw), col(InboxRow.attempts))
    .where(col(InboxRow.seq).in_(_FAIR), _IS_WAITING)
    .order_by(col(InboxRow.seq))
    .with_for_update(skip_locked=True)
)
_IN_LANES = (
    select(col(InboxRow.lane), func.count().label("waiting"))
    .where(_WAITS, col(InboxRow.lane).in_(bindparam("lanes", expanding=True)))
    .group_by(col(InboxRow.lane))
)
_ANY = Prepared(select(col(InboxRow.seq)).where(_IS_WAITING).limit(1))
_DONE = Prepared(
    {
        name: update(InboxRow).where(of, _IS_WAITING).values(status=InboxStatus.DONE, raw="")
        for name, of in _GIVEN.items()
    }
)
_REST = (
    update(InboxRow)
    .where(col(InboxRow.update_id) == bindparam("head"), _IS_WAITING)
    .values(not_before=bindparam("until"))
)
_ITSELF = aliased(InboxRow)
_ARRIVED = (  # nothing where it is of this very unit, and so the newest
    select(col(_ITSELF.seq)).where(col(_ITSELF.update_id) == bindparam("number")).scalar_subquery()
)
_MARK = (
    select(col(InboxRow.mark))
    .where(
        col(InboxRow.lane) == bindparam("of"),
        col(InboxRow.message_id) == bindparam("message"),
        func.coalesce(col(InboxRow.seq) < _ARRIVED, true()),
    )
    .order_by(col(InboxRow.seq).desc())
    .limit(1)
)
_LAST_KEPT = (
    select(col(InboxRow.seq))
    .where(_IS_WAITING, col(InboxRow.lane) == bindparam("of"))
    .order_by(col(InboxRow.seq))
    .offset(bindparam("most"))
    .limit(1)
    .scalar_subquery()
)
_TOO_MANY = (
    update(InboxRow)
    .where(_IS_WAITING, col(InboxRow.lane) == bindparam("of"), col(InboxRow.seq) >= _LAST_KEPT)
    .values(status=InboxStatus.DONE, raw="")
    .execution_options(synchronize_session=False)
)


class Received(NamedTuple):
    """One update, raw, as it came; `unusable` says why it can only be parked."""

    update_id: int
    lane: int
    raw: str
    attempts: int = 0
    unusable: str | None = None
    message_id: int | None = None
    mark: str | None = None  # of what the message said


class Inbox:
    """New updates of a unit are held back until it settles: most are kept and done in one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._new: dict[int, dict[str, Any]] = {}
        self._done: list[int] = []
        self.left_some = False
        """Whether something of this unit is left for later."""

    def add(self, received: Sequence[Received], now: datetime) -> None:
        """Keeps every update once; a repeat of a known update_id is dropped by the key."""
        if received:
            rows = [_row(each, now) for each in received]
            _KEEP_ONCE.many(self._session.connection(), rows)

    def add_new(self, received: Sequence[Received], now: datetime) -> list[Received]:
        """Those that never came before, to be served in this very unit; kept when it settles."""
        ids = [each.update_id for each in received]
        known = {*_KNOWN(self._session.connection(), ids=ids).scalars()}
        new: dict[int, Received] = {}
        for each in received:
            if each.update_id not in known:
                new.setdefault(each.update_id, each)
        self._new = {number: _row(each, now) for number, each in new.items()}
        return list(new.values())

    def holds(self, update_id: int) -> bool:
        """Whether it came before."""
        return _KNOWN(self._session.connection(), ids=[update_id]).first() is not None

    def due(self, now: datetime, *, limit: int) -> list[Received]:
        """Waiting updates, as many of each lane as of any other as far as there are; given in the
        order of arrival. A lane whose head rests after a failure, rests."""
        rows = self._session.connection().execute(_DUE, {"now": now, "most": limit})
        return [Received(*row) for row in rows]

    def any_waits(self) -> bool:
        """Whether anything is still to be served, be it due or resting."""
        return _ANY(self._session.connection()).first() is not None

    def waiting_in(self, lanes: Collection[int]) -> dict[int, int]:
        """How many wait in each of them, be they due or not; those without any are left out."""
        found = self._session.connection().execute(_IN_LANES, {"lanes": list(lanes)})
        return {row.lane: row.waiting for row in found}

    def done(self, received: Received) -> None:
        """Marked with the turn's other effects; the statement goes out once for all of a unit.

        What was said is not kept: only that it came, for it may come once more.
        """
        if received.update_id in self._new:
            self._new[received.update_id] |= {"status": InboxStatus.DONE, "raw": ""}
        else:
            self._done.append(received.update_id)

    def mark_before(self, received: Received, message_id: int) -> str | None:
        """Of the message as it was when it, or an edit of it, came last; None: nobody knows."""
        mark = None
        for number, row in self._new.items():
            if number == received.update_id:
                break
            if (row["lane"], row["message_id"]) == (received.lane, message_id):
                mark = str(row["mark"])
        if mark is not None:
            return mark
        found = self._session.connection().execute(
            _MARK, {"of": received.lane, "message": message_id, "number": received.update_id}
        )
        return found.scalar()

    def forget_mark(self, lane: int, message_id: int) -> None:
        """Of what a message said nothing is to be kept, not even that it says the same again."""
        for row in self._new.values():
            if (row["lane"], row["message_id"]) == (lane, message_id):
                row["mark"] = None
        self._session.connection().execute(
            update(InboxRow)
            .where(col(InboxRow.lane) == lane, col(InboxRow.message_id) == message_id)
            .values(mark=None)
        )

    def retry(self, received: Received, *, at: datetime, error: str) -> None:
        self._change(received, not_before=at, error=error)

    def put_off(self, received: Received, *, until: datetime, most: int) -> int:
        """Its lane rests until then, nothing having failed. Of what waits there only so many are
        kept, the oldest; returns how many were not."""
        self.left_some = True
        if received.update_id in self._new:
            self._new[received.update_id]["not_before"] = until
            return 0  # nothing waited, else it would not be new
        self._write_done()  # what was served in this unit waits no more
        connection = self._session.connection()
        connection.execute(_REST, {"until": until, "head": received.update_id})
        return connection.execute(_TOO_MANY, {"of": received.lane, "most": most}).rowcount

    def bury(self, received: Received, *, error: str) -> None:
        """Parks an update that cannot be served, with its reason; its neighbours go on."""
        self._change(received, status=InboxStatus.DEAD, error=error)

    def _change(self, received: Received, **values: object) -> None:
        values["attempts"] = received.attempts + 1
        if received.update_id in self._new:
            self._new[received.update_id] |= values
            return
        self._session.connection().execute(
            update(InboxRow)
            .where(col(InboxRow.update_id) == received.update_id, _IS_WAITING)
            .values(values)
        )

    def flush(self) -> None:
        """Raises when a row was served by somebody else meanwhile: then nothing of ours counts."""
        if self._new:
            _KEEP.many(self._session.connection(), list(self._new.values()))
            self._new = {}
        self._write_done()

    def _write_done(self) -> None:
        if self._done:
            result = _DONE(self._session.connection(), ids=self._done)
            if result.rowcount != len(self._done):
                raise RuntimeError("an update was served twice; this transaction is undone")
            self._done = []

    def older_than(self, moment: datetime) -> int:
        return older_than(self._session, col(InboxRow.seq), col(InboxRow.received_at), moment)

    def forget(self, status: InboxStatus, *, below: int) -> int:
        """Some of those whose number is below; see storage.forgetting."""
        key = col(InboxRow.seq)
        return forget(self._session, key, key < below, col(InboxRow.status) == status)


def _row(received: Received, now: datetime) -> dict[str, Any]:
    return {
        "update_id": received.update_id,
        "lane": received.lane,
        "raw": received.raw,
        "received_at": now,
        "status": InboxStatus.DEAD if received.unusable else InboxStatus.WAITING,
        "attempts": received.attempts,
        "not_before": None,
        "error": received.unusable,
        "message_id": received.message_id,
        "mark": received.mark,
    }
