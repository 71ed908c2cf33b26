"""Brings a database to the schema of this code, and refuses one that is ahead of it."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from sqlmodel import SQLModel

from storage.engine import Database, DatabaseError

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Raises DatabaseError when the database cannot be reached or is of a newer schema."""
    try:
        with database.engine.begin() as connection:
            refuse_newer(connection)
            command.upgrade(config(connection), "head")
    except OperationalError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise DatabaseError(f"the database does not open: {reason}; check DATABASE_URL") from None


def config(connection: Connection) -> Config:
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    made.attributes["connection"] = connection
    return made


def refuse_newer(connection: Connection) -> None:
    """A revision that this code does not know was written by a newer release."""
    known = {script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in known:
        raise DatabaseError(
            f"the database has the newer schema {current}; update the bot to the release"
            " that made it, or restore a backup of this release"
        )


def is_current(database: Database) -> bool:
    with database.engine.begin() as connection:
        refuse_newer(connection)
        current = MigrationContext.configure(connection).get_current_revision()
        return current == ScriptDirectory(str(MIGRATIONS)).get_current_head()


def differences(connection: Connection) -> list[object]:
    """What the migrated schema lacks or has beyond the declared tables; for the tests."""
    return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))
