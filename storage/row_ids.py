"""Numbers for new rows, known before they are written: then many go out in one statement."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from sqlalchemy import BigInteger, Integer, bindparam, func, select
from sqlmodel import Session, col

from storage.prepared import Prepared
from storage.tables import OutboxRow, Question

BLOCK = 16  # drawn at once from a sequence; those that are not used are gaps, which do no harm


class RowIds:
    """Ascending, and free until the transaction ends: on SQLite because only one writes."""

    def __init__(self, session: Session, table: type[OutboxRow | Question]) -> None:
        self._session = session
        self._table = table
        self._free: Iterator[int] = iter(())

    def take(self) -> int:
        number = next(self._free, None)
        if number is None:
            self._free = self._reserve()
            number = next(self._free)
        return number

    def _reserve(self) -> Iterator[int]:
        connection = self._session.connection()
        if connection.dialect.name == "sqlite":
            return itertools.count(_LAST[self._table](connection).scalar() + 1)
        return iter(sorted(_DRAW[self._table](connection, count=BLOCK).scalars()))


def _drawing(table: str) -> Prepared:
    drawn = func.nextval(func.pg_get_serial_sequence(table, "id"), type_=BigInteger)
    count = bindparam("count", type_=Integer)
    return Prepared(select(drawn).select_from(func.generate_series(1, count)))


_LAST = {
    table: Prepared(select(func.coalesce(func.max(col(table.id)), 0)))
    for table in (OutboxRow, Question)
}
_DRAW = {OutboxRow: _drawing("outbox"), Question: _drawing("question")}
