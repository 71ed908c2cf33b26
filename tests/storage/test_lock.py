"""One bot a database; a lock that is lost says so, and an emptied database is no new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from storage.engine import Database, DatabaseError, opened, still_starting
from storage.lock import only_one
from storage.schema import make_ready
from tests.support.databases import ONLY_POSTGRESQL, SqliteFiles


def test_a_lock_is_held_until_it_is_let_go(database: Database) -> None:
    with only_one(database) as lock:
        assert lock.lost() is None


def test_a_lock_file_that_was_deleted_or_replaced_is_lost(sqlite_files: SqliteFiles) -> None:
    with sqlite_files.fresh() as url, opened(url) as database, only_one(database) as lock:
        path = Path(f"{database.engine.url.database}.lock")
        path.unlink()
        assert "was deleted" in str(lock.lost())
        path.touch()
        assert "was replaced" in str(lock.lost())


@ONLY_POSTGRESQL
def test_a_lock_goes_with_its_connection(database: Database) -> None:
    with only_one(database) as lock, database.engine.connect() as other:
        ours = other.execute(text("SELECT pid FROM pg_locks WHERE locktype = 'advisory'"))
        other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": ours.scalar_one()})
        assert "was cut" in str(lock.lost())
        assert "was cut" in str(lock.lost())  # and stays so


def test_an_emptied_file_is_not_taken_for_a_new_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bot.sqlite3'}"
    with opened(url) as database, only_one(database) as lock:
        make_ready(database, url, lock)
        make_ready(database, url, lock)  # as at every later start
    for emptied in (Path.unlink, lambda path: path.write_bytes(b"")):
        for side in tmp_path.glob("bot.sqlite3-*"):
            side.unlink()
        emptied(tmp_path / "bot.sqlite3")
        with opened(url) as database, only_one(database) as lock:
            with pytest.raises(DatabaseError, match=r"is empty.*restore a backup.*delete"):
                make_ready(database, url, lock)
            database.engine.connect().close()  # it is there again, and empty
    (tmp_path / "bot.sqlite3.lock").unlink()
    with opened(url) as database, only_one(database) as lock:
        make_ready(database, url, lock)


def test_a_server_that_starts_is_told_from_one_that_refuses() -> None:
    with opened("postgresql://bot@127.0.0.1:9/none") as database:
        assert "does not open" in str(still_starting(database))


@ONLY_POSTGRESQL
def test_a_database_that_is_not_there_is_not_waited_for(database: Database) -> None:
    assert still_starting(database) is None
    address = database.engine.url.set(database="nowhere").render_as_string(hide_password=False)
    with opened(address) as other, pytest.raises(DatabaseError, match="does not exist"):
        still_starting(other)
