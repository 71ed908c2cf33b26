"""Statements of the hot path, as the driver takes them.

SQLAlchemy's own way to the driver costs ten times what SQLite takes to run such a statement, and
to read a row as an object of the ORM twenty times; a lonely question has a dozen of them, an
officer's answer forty. What is the same each time is made once: the text, the order of the
parameters, what each value becomes, and what each column does. Errors are SQLAlchemy's, as
elsewhere.
"""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Delete,
    Dialect,
    Insert,
    Select,
    Text,
    Update,
    any_,
    bindparam,
    func,
    inspect,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import SQLModel

Values = Mapping[str, Any]
Statement = Select[*tuple[Any, ...]] | Insert | Update | Delete
Step = Callable[[Any], Any]
Row = Any
"""A named tuple with a field for each column."""

M = TypeVar("M", bound=SQLModel)


class Result:
    """All rows of a statement, and how many it changed."""

    def __init__(self, rows: list[Row], rowcount: int) -> None:
        self.rows = rows
        self.rowcount = rowcount

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def first(self) -> Row | None:
        return self.rows[0] if self.rows else None

    def scalar(self) -> Any:
        """The first value, None where there is no row."""
        return self.rows[0][0] if self.rows else None

    def scalars(self) -> list[Any]:
        return [row[0] for row in self.rows]


class Prepared:
    """Any statement; lists of unknown length are given as `among` takes them."""

    def __init__(
        self, statement: Statement | Mapping[str, Statement], *, planned_anew: bool = False
    ) -> None:
        """One a dialect where they differ. All rows of an insert have the same columns.
        `planned_anew`: by the values of each time, on PostgreSQL; SQLite never plans by them.
        """
        self._statement = statement
        self._how = {"postgresql": {"prepare": False}} if planned_anew else {}
        self._made: dict[str, _Made] = {}

    def __call__(self, connection: Connection, **values: Any) -> Result:
        """Raises as `Connection.execute` does."""
        made = self._for(connection.dialect, values)
        given = made.taken(values)
        with _cursor(connection, made.sql, given) as cursor:
            cursor.execute(made.sql, given, **self._how.get(connection.dialect.name, {}))
            rows = [] if cursor.description is None else made.rows(cursor)
            return Result(rows, cursor.rowcount)

    def many(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Once for each of the rows. Raises as `Connection.execute` does."""
        made = self._for(connection.dialect, rows[0])
        given = [made.taken(values) for values in rows]
        with _cursor(connection, made.sql, given) as cursor:
            cursor.executemany(made.sql, given)

    def _for(self, dialect: Dialect, values: Values) -> _Made:
        made = self._made.get(dialect.name)
        if made is None:
            one = self._statement
            statement = one[dialect.name] if isinstance(one, Mapping) else one
            made = self._made[dialect.name] = _Made(statement, dialect, values)
        return made


class PreparedEntities(Generic[M]):
    """A select of one class, and perhaps of columns behind it; its objects are the session's own,
    as its queries give them."""

    def __init__(
        self,
        model: type[M],
        statement: Select[*tuple[Any, ...]] | Mapping[str, Select[*tuple[Any, ...]]],
        *,
        anew: bool = False,
    ) -> None:
        """`anew`: what the session knows of them already is overwritten."""
        self._mapper = inspect(model)
        self._rows = Prepared(statement)
        self._anew = anew
        self._keys = [column.key for column in self._mapper.primary_key]
        self._width = len(self._mapper.local_table.columns)

    def __call__(self, session: Session, **values: Any) -> list[M]:
        session.flush()
        found = self._rows(session.connection(), **values)
        return [self._entity(session, row) for row in found.rows]

    def with_others(self, session: Session, **values: Any) -> Iterator[tuple[Any, ...]]:
        """Each, and the columns behind it."""
        session.flush()
        for row in self._rows(session.connection(), **values):
            yield self._entity(session, row), *row[self._width :]

    def first(self, session: Session, **values: Any) -> M | None:
        return next(iter(self(session, **values)), None)

    def get(self, session: Session, *key: object) -> M | None:
        """Of `by_key`: what the session knows it does not ask for."""
        known: M | None = session.identity_map.get(self._mapper.identity_key_from_primary_key(key))
        if known is not None and not inspect(known).expired:
            return known
        return self.first(session, **dict(zip(self._keys, key, strict=True)))

    def _entity(self, session: Session, row: Row) -> M:
        key = self._mapper.identity_key_from_primary_key([getattr(row, key) for key in self._keys])
        known: M | None = session.identity_map.get(key)
        if known is not None:
            if self._anew:
                for name, value in self._own(row):
                    set_committed_value(known, name, value)
            return known
        entity: M = self._mapper.class_manager.new_instance()
        vars(entity).update(self._own(row))
        make_transient_to_detached(entity)
        session.add(entity)
        return entity

    def _own(self, row: Row) -> Iterable[tuple[str, Any]]:
        """Without the columns behind it."""
        return zip(row._fields[: self._width], row, strict=False)


def by_key(model: type[M], *, anew: bool = False) -> PreparedEntities[M]:
    """The one that has this primary key."""
    keys = inspect(model).primary_key
    these = (column == bindparam(column.key) for column in keys)
    return PreparedEntities(model, select(model).where(*these), anew=anew)


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
    def __init__(self, statement: Statement, dialect: Dialect, values: Values) -> None:
        columns = None
        if isinstance(statement, Insert):
            statement = statement.inline()  # else it would ask for the new numbers too
            columns = [*values]
        compiled = statement.compile(dialect=dialect, column_keys=columns)
        assert isinstance(compiled, SQLCompiler)
        state = compiled.construct_expanded_state(values)
        steps = {name: _step(bind.type, dialect) for name, bind in compiled.binds.items()}
        steps |= state.processors  # those of lists, a value each
        given = {name for name, bind in compiled.binds.items() if bind.required}
        self.sql = state.statement
        self._names = state.positiontup
        self._given = [name for name in state.parameters if name in given]
        self._steps = [(name, steps[name]) for name in self._given if steps[name] is not _as_it_is]
        self._fixed = {
            name: steps.get(name, _as_it_is)(value)
            for name, value in state.parameters.items()
            if name not in given
        }
        self._columns = [*statement.exported_columns]
        self._dialect = dialect
        self._row = _named([column.key for column in self._columns])
        self._read: list[tuple[int, Step]] | None = None

    def taken(self, values: Values) -> Any:
        named = {**self._fixed, **{name: values[name] for name in self._given}}
        for name, step in self._steps:
            named[name] = step(named[name])
        return named if self._names is None else tuple(map(named.__getitem__, self._names))

    def rows(self, cursor: Any) -> list[Row]:
        found = cursor.fetchall()
        if not found:
            return []
        if self._read is None:
            self._read = self._readers(cursor.description)
        if not self._read:
            return [*map(self._row, found)]
        return [*map(self._row, map(self._converted, found))]

    def _converted(self, row: Sequence[Any]) -> list[Any]:
        values = [*row]
        for at, step in self._read or ():
            values[at] = step(values[at])
        return values

    def _readers(self, described: Sequence[Sequence[Any]]) -> list[tuple[int, Step]]:
        found = []
        for at, column in enumerate(self._columns):
            kind = column.type.dialect_impl(self._dialect)
            step = kind.result_processor(self._dialect, described[at][1])
            if step is not None:
                found.append((at, step))
        return found


class _cursor:  # noqa: N801 - a class, for a generator would take longer than the statement
    """The driver's own; what it raises becomes SQLAlchemy's errors, as if that had asked."""

    def __init__(self, connection: Connection, sql: str, given: Any) -> None:
        self._connection, self._asked = connection, (sql, given)
        self._cursor = connection.connection.cursor()

    def __enter__(self) -> Any:
        return self._cursor

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, self._connection.dialect.loaded_dbapi.Error):
            self._connection._handle_dbapi_exception(error, *self._asked, self._cursor, None)
        self._cursor.close()


def _step(kind: TypeEngine[Any], dialect: Dialect) -> Step:
    """What a value of that type becomes for the driver."""
    return kind.dialect_impl(dialect).bind_processor(dialect) or _as_it_is


def _named(columns: Sequence[str]) -> Callable[[Iterable[Any]], Row]:
    made: Any = namedtuple  # mypy knows only those whose fields it can read
    make: Callable[[Iterable[Any]], Row] = made("Row", map(str, columns), rename=True)._make
    return make


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
