"""Brings a database to the schema of this code, and refuses one that is ahead of it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from storage.engine import Database, DatabaseError, does_not_open, opened
from storage.lock import BESIDE, Lock, only_one

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
STAMP = "alembic_version"

# Alembic is imported where it is needed: a database that is up to date, which is what a serving
# process nearly always finds, costs none of its 8 MB.


def migrate(database: Database) -> None:
    """Raises DatabaseError when the database cannot be reached or is of a newer schema."""
    if is_current(database):
        return
    from alembic import command  # noqa: PLC0415 - see above

    try:
        with changing(database) as connection:
            command.upgrade(config(connection), "head")
    except DBAPIError as error:
        raise does_not_open(error) from None


@contextmanager
def changing(database: Database) -> Iterator[Connection]:
    """One transaction in which tables may change.

    SQLite alters most of a column by making its table anew, and would not let go of one that
    others refer to: it looks at the references when all is done instead.
    """
    with database.engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            with connection.begin():
                yield connection
            return
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA foreign_keys=OFF")  # it knows no change within a transaction
        try:
            with connection.begin():
                yield connection
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    table, _, referred, _ = broken
                    raise DatabaseError(
                        f"the migration would leave rows of {table} without their {referred};"
                        " nothing was changed: tell whoever made this release"
                    )
        finally:
            driver.execute("PRAGMA foreign_keys=ON")


def make_ready(database: Database, url: str, lock: Lock) -> None:
    """As `migrate_apart`, but an emptied database is not taken for a new one."""
    if lock.was_used() and _found(database) is None:
        raise DatabaseError(
            f"the database {database.engine.url.database} is empty, but a bot has served from it:"
            " it was emptied, or its file moved; restore a backup, or, to begin anew, delete"
            f" {database.engine.url.database}{BESIDE}"
        )
    migrate_apart(database, url)
    lock.mark_used()


def migrate_apart(database: Database, url: str) -> None:
    """As `migrate`, in a process of its own, with which Alembic's memory goes again."""
    if is_current(database):
        return
    child = multiprocessing.get_context("spawn").Process(target=_migrate_at, args=(url,))
    child.start()
    child.join()
    if child.exitcode:
        raise DatabaseError("the database could not be migrated; the lines above say why")


def _migrate_at(url: str) -> None:
    with opened(url) as database:
        migrate(database)


def is_current(database: Database) -> bool:
    """Raises as `migrate` does."""
    return _found(database) == head()


def fit_for_reading(database: Database) -> None:
    """An older schema is refused: a bot of that release may be serving from it just now.

    An empty database nobody serves from; it is made ready. Raises as `migrate` does, too.
    """
    found = _found(database)
    if found is None:
        with only_one(database):
            migrate(database)
    elif found != head():
        raise DatabaseError(
            f"the database has the older schema {found}; stop the bot and run main.py migrate,"
            " or start this release with main.py run"
        )


def _found(database: Database) -> str | None:
    try:
        with database.engine.begin() as connection:
            return _revision(connection)
    except DBAPIError as error:
        raise does_not_open(error) from None


def _revision(connection: Connection) -> str | None:
    """The database's, None where it is empty; one that this code does not know is refused."""
    if not inspect(connection).has_table(STAMP):
        return None
    current: str | None = connection.execute(text(f"SELECT version_num FROM {STAMP}")).scalar()
    if current is not None and current not in revisions():
        raise DatabaseError(
            f"the database has the newer schema {current}; update the bot to the release"
            " that made it, or restore a backup of this release"
        )
    return current


def revisions() -> list[str]:
    """Those of this code, oldest first: the numbers that its files begin with."""
    files = (MIGRATIONS / "versions").glob("[0-9]*.py")
    return sorted(file.name.partition("_")[0] for file in files)


def head() -> str:
    return revisions()[-1]


def config(connection: Connection) -> Config:
    """Alembic's, made here: there is no ini file."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    made.attributes["connection"] = connection
    return made
