"""Numbers for new rows, known before they are written: then many go out in one statement."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, func, select, text
from sqlmodel import col

from storage.tables import OutboxRow

_LAST = select(func.coalesce(func.max(col(OutboxRow.id)), 0))
# Numbers drawn and not used, as after a rollback, are gaps: no harm.
_DRAW = text(
    "SELECT nextval(pg_get_serial_sequence('outbox', 'id')) FROM generate_series(1, :count)"
).bindparams(bindparam("count"))


def reserve(connection: Connection, count: int) -> list[int]:
    """Ascending, and free until the transaction ends; on SQLite because only one writes."""
    if connection.dialect.name == "sqlite":
        last = int(connection.execute(_LAST).scalar_one())
        return list(range(last + 1, last + 1 + count))
    return sorted(connection.execute(_DRAW, {"count": count}).scalars())
