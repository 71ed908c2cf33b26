"""An empty, migrated database for every test: SQLite's is copied, PostgreSQL's emptied.

All are at one address, one after the other: an engine then keeps its compiled SQL from test to
test, and compiling is a quarter of what a talk costs.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from storage.engine import Database, open_database, opened
from storage.schema import head, migrate
from storage.tables import Table
from tests.support.postgres import NoPostgres

ONLY_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
EMPTIED = 50
"""So many tests use one database: what they deleted is still in its files."""
ALONE = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
VERSION = text("SELECT version_num FROM alembic_version")
SEQUENCES = text("SELECT setval(seqrelid, seqstart, false) FROM pg_sequence")
SCHEMA = text(
    "SELECT string_agg(concat_ws(' ', relname, relkind, attname, atttypid, attnotnull), ', '"
    " ORDER BY relname, attnum) FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid"
    " WHERE relnamespace = 'public'::regnamespace"
)


Make = Callable[[Database], None]


@cache
def engine_at(url: str) -> Engine:
    """Its connections are closed by whoever uses it; it may be used again."""
    return open_database(url).engine


class SqliteFiles:
    """In memory where there is a RAM disk: the code says FULL, but nobody pulls the plug here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._in_use = 0
        self._kept: dict[Make, Path] = {}
        self._template = folder / "template.sqlite3"
        with opened(f"sqlite:///{self._template}") as database:
            migrate(database)

    @contextmanager
    def fresh(self) -> Iterator[str]:
        self._in_use += 1
        file = self._folder / f"bot-{self._in_use}.sqlite3"
        shutil.copyfile(self._template, file)
        try:
            yield f"sqlite:///{file}"
        finally:
            self._in_use -= 1
            for left in self._folder.glob(f"{file.name}*"):
                left.unlink()

    def bring(self, make: Make, database: Database) -> None:
        """To where `make` leaves an empty one: done once, and then copied."""
        file = Path(database.engine.url.database or "")
        if make in self._kept:
            database.close()
            shutil.copyfile(self._kept[make], file)
            return
        make(database)
        database.close()
        kept = self._folder / f"kept-{len(self._kept)}.sqlite3"
        self._kept[make] = shutil.copyfile(file, kept)


class PostgresServer:
    """One server, any number of databases in it. Raises NoPostgres where it may not create."""

    def __init__(self, address: str) -> None:
        self._url = make_url(address)
        self._own = f"bot_test_{secrets.token_hex(4)}"
        # CREATE DATABASE knows no transaction.
        self._engine = create_engine(
            self._url.set(database=self._url.database or "postgres"),
            isolation_level="AUTOCOMMIT",
            poolclass=NullPool,
        )
        try:
            with self._engine.connect() as connection:
                connection.execute(text(f"CREATE DATABASE {self._own}"))
        except SQLAlchemyError as error:
            reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
            raise NoPostgres(
                f"TEST_DATABASE_URL: no database can be made there: {reason}"
            ) from None
        self._now, self._used = f"{self._own}_now", 0
        self._kept: dict[Make, str] = {}
        with opened(self._address_of(self._own)) as database:
            migrate(database)
            with database.engine.connect() as connection:
                self._schema = connection.execute(SCHEMA).scalar()

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """Emptied, not made anew: that takes a hundred times as long."""
        if self._used % EMPTIED == 0:
            self._copy(self._own, self._now)
        self._used += 1
        try:
            yield self._address_of(self._now)
        finally:
            if not self._emptied():
                self._used = 0

    def bring(self, make: Make, database: Database) -> None:
        """To where `make` leaves an empty one: done once, and then copied."""
        if make in self._kept:
            self._copy(self._kept[make], self._now)
            return
        make(database)
        kept = f"{self._own}_{len(self._kept)}"
        self._copy(self._now, kept)
        self._kept[make] = kept

    def _copy(self, name: str, to: str) -> None:
        engine_at(self._address_of(self._now)).dispose()
        with self._engine.connect() as connection:
            _drop(connection, to)
            connection.execute(text(f"CREATE DATABASE {to} TEMPLATE {name}"))

    def _emptied(self) -> bool:
        """False where the test has changed the schema: then it takes a new one."""
        engine = engine_at(self._address_of(self._now))
        with engine.begin() as connection:
            connection.execute(ALONE)
            if connection.execute(SCHEMA).scalar() != self._schema:
                return False
            if connection.execute(VERSION).scalars().all() != [head()]:
                return False
            for table in reversed(Table.metadata.sorted_tables):
                connection.execute(table.delete())
            connection.execute(SEQUENCES)
        engine.dispose()
        return True

    def close(self) -> None:
        with self._engine.connect() as connection:
            for name in (*self._kept.values(), self._now, self._own):
                _drop(connection, name)
        self._engine.dispose()

    def _address_of(self, name: str) -> str:
        return self._url.set(database=name).render_as_string(hide_password=False)


def _drop(connection: Connection, name: str) -> None:
    connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
