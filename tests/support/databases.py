"""A migrated database for every test: SQLite by copying a file, PostgreSQL by its templates."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from storage.engine import opened
from storage.schema import migrate
from tests.support.postgres import NoPostgres


class SqliteFiles:
    """In memory where there is a RAM disk: the code says FULL, but nobody pulls the plug here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0
        self._template = folder / "template.sqlite3"
        with opened(f"sqlite:///{self._template}") as database:
            migrate(database)

    @contextmanager
    def fresh(self) -> Iterator[str]:
        self._made += 1
        file = self._folder / f"bot-{self._made}.sqlite3"
        shutil.copyfile(self._template, file)
        yield f"sqlite:///{file}"
        for left in self._folder.glob(f"{file.name}*"):
            left.unlink()


class PostgresServer:
    """One server, any number of databases in it. Raises NoPostgres where it may not create."""

    def __init__(self, address: str) -> None:
        self._url = make_url(address)
        self._own = f"bot_test_{secrets.token_hex(4)}"
        self._made = 0
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
        with opened(self._address_of(self._own)) as database:
            migrate(database)

    @contextmanager
    def fresh(self) -> Iterator[str]:
        self._made += 1
        name = f"{self._own}_{self._made}"
        with self._engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {self._own}"))
            try:
                yield self._address_of(name)
            finally:
                _drop(connection, name)

    def close(self) -> None:
        with self._engine.connect() as connection:
            _drop(connection, self._own)
        self._engine.dispose()

    def _address_of(self, name: str) -> str:
        return self._url.set(database=name).render_as_string(hide_password=False)


def _drop(connection: Connection, name: str) -> None:
    connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
