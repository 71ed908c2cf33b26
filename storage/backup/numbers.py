"""Ticket numbers are never reused, also not those given out after the backup was made."""

from __future__ import annotations

from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from bot.rules.ticket import Number
from storage.backup.errors import BackupError
from storage.engine import Database, does_not_open
from storage.schema import STAMP, revisions

UNKNOWN = 100  # left out where nobody can tell how many were given out since

Series = dict[int, int]
"""The last number of each year."""


def given(database: Database) -> Series | None:
    """None where the database has none, or cannot be read."""
    try:
        with database.engine.begin() as connection:
            rows = connection.execute(text("SELECT year, last FROM ticket_series"))
            return {int(year): int(last) for year, last in rows} or None
    except DBAPIError:
        return None


def go_on(database: Database, since: Series | None, *, year: int) -> str:
    """The number that the next ticket gets."""
    restored = given(database) or {}
    if since is None:
        since = {year: restored.get(year, 0) + UNKNOWN}
    with database.engine.begin() as connection:
        for each in since:
            last = {"year": each, "last": max(since[each], restored.get(each, 0))}
            change = (
                "UPDATE ticket_series SET last = :last WHERE year = :year"
                if each in restored
                else "INSERT INTO ticket_series (year, last) VALUES (:year, :last)"
            )
            connection.execute(text(change), last)
            restored[each] = last["last"]
    return str(Number(year, restored.get(year, 0) + 1))


def is_ours(database: Database) -> bool:
    """Whether there is anything of a bot's in it.

    Raises BackupError where that is more than this release knows of.
    """
    try:
        with database.engine.begin() as connection:
            if not inspect(connection).has_table(STAMP):
                return False
            found = connection.execute(text(f"SELECT version_num FROM {STAMP}")).scalar()
    except DBAPIError as error:
        raise does_not_open(error) from None
    if found is not None and found not in revisions():
        raise BackupError(
            f"the database has the newer schema {found}, with tables that are not known here;"
            " restore into an empty database, and name that in DATABASE_URL"
        )
    return True
