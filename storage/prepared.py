"""Statements of the hot path, as the driver takes them.

SQLAlchemy's own way to the driver costs ten times what SQLite takes to run such a statement, and
a lonely question has a dozen of them. What is the same each time is made once: the text, the
order of the parameters, and what each value becomes. Errors are SQLAlchemy's, as elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    CursorResult,
    Dialect,
    Insert,
    Text,
    any_,
    bindparam,
    func,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import SQLModel

Values = Mapping[str, Any]


class Prepared:
    """Its results are the driver's own values: of use for numbers and texts, not for times."""

    def __init__(self, statement: ClauseElement | Mapping[str, ClauseElement]) -> None:
        """One a dialect where they differ. All rows of an insert have the same columns."""
        self._statement = statement
        self._made: dict[str, _Made] = {}

    def __call__(self, connection: Connection, **values: Any) -> CursorResult[Any]:
        """Raises as `Connection.execute` does."""
        made = self._for(connection.dialect, values)
        return connection.exec_driver_sql(made.sql, made.taken(values))

    def many(self, connection: Connection, rows: Sequence[Values]) -> CursorResult[Any]:
        """Once for each of the rows. Raises as `Connection.execute` does."""
        made = self._for(connection.dialect, rows[0])
        return connection.exec_driver_sql(made.sql, [made.taken(values) for values in rows])

    def _for(self, dialect: Dialect, values: Values) -> _Made:
        made = self._made.get(dialect.name)
        if made is None:
            one = self._statement
            statement = one[dialect.name] if isinstance(one, Mapping) else one
            made = self._made[dialect.name] = _Made(statement, dialect, values)
        return made


def upsert(table: type[SQLModel], *, key: Sequence[str], values: Sequence[str]) -> Prepared:
    """A new row, or these values of the one that has the key already."""

    def either(insert: sqlite.Insert | postgresql.Insert) -> sqlite.Insert | postgresql.Insert:
        given = {name: insert.excluded[name] for name in values}
        return insert.on_conflict_do_update(index_elements=key, set_=given)

    return Prepared(
        {
            "sqlite": either(sqlite.insert(table)),
            "postgresql": either(postgresql.insert(table)),
        }
    )


class _Made:
    def __init__(self, statement: ClauseElement, dialect: Dialect, values: Values) -> None:
        columns = None
        if isinstance(statement, Insert):
            statement = statement.inline()  # else it would ask for the new numbers too
            columns = [*values]
        compiled = statement.compile(dialect=dialect, column_keys=columns)
        assert isinstance(compiled, SQLCompiler)
        self.sql = compiled.string
        self._names = compiled.positiontup
        binds = {name: compiled.binds[name] for name in compiled.params}
        steps = {name: _step(bind.type, dialect) for name, bind in binds.items()}
        self._given = [(name, steps[name]) for name, bind in binds.items() if bind.required]
        self._fixed = {
            name: steps[name](bind.value) for name, bind in binds.items() if not bind.required
        }

    def taken(self, values: Values) -> Any:
        named = {name: step(values[name]) for name, step in self._given}
        if self._fixed:
            named |= self._fixed
        return named if self._names is None else tuple(map(named.__getitem__, self._names))


def _step(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any]:
    """What a value of that type becomes for the driver."""
    return kind.dialect_impl(dialect).bind_processor(dialect) or _as_it_is


def _as_it_is(value: Any) -> Any:
    return value


class _Numbers(TypeDecorator[Sequence[int]]):
    """Any number of them as one parameter: SQLite takes no list, but reads JSON."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> str:
        return json.dumps(list(value or ()))


def among(column: Mapped[int], name: str) -> dict[str, ColumnElement[bool]]:
    """Whether it is one of the numbers given under that name, for each dialect."""
    listed = func.json_each(bindparam(name, type_=_Numbers)).table_valued("value")
    array = bindparam(name, type_=ARRAY(BigInteger))
    return {
        "sqlite": column.in_(select(listed.c.value)),
        "postgresql": column == any_(array),
    }
