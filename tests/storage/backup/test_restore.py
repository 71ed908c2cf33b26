"""A backup comes back as it was, and what was there before is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from storage import backup
from storage.backup import BackupError
from storage.engine import Database, DatabaseError, opened
from storage.lock import only_one
from storage.schema import changing, config, head, is_current, migrate
from tests.storage.backup.copies import another, numbers, restore
from tests.storage.rows import people
from tests.support.databases import ONLY_POSTGRESQL


def test_what_was_backed_up_comes_back_and_what_was_there_is_kept(
    serial: Database, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    backup.make(serial, copy)
    assert another(serial) == "EK-2026-00003"
    done = restore(serial, copy)
    assert numbers(serial) == ["EK-2026-00001", "EK-2026-00002"]
    assert is_current(serial)
    assert done.revision == head()
    assert done.kept is not None
    assert another(serial) == done.next_number == "EK-2026-00004", "a number was given twice"
    again = restore(serial, done.kept)
    assert numbers(serial) == ["EK-2026-00001", "EK-2026-00002", "EK-2026-00003"]
    assert again.next_number == "EK-2026-00005"


def test_numbers_given_since_are_left_out_where_nobody_knows_them(
    serial: Database, tmp_path: Path
) -> None:
    backup.make(serial, tmp_path / "copy")
    with serial.engine.begin() as connection:
        connection.execute(text("DELETE FROM ticket_series"))
    assert restore(serial, tmp_path / "copy").next_number == "EK-2026-00103"
    assert another(serial) == "EK-2026-00103"


def test_one_of_an_older_release_is_migrated_by_the_start(
    serial: Database, tmp_path: Path
) -> None:
    with changing(serial) as connection:
        command.downgrade(config(connection), "0005")
    backup.make(serial, tmp_path / "copy")
    migrate(serial)
    assert restore(serial, tmp_path / "copy").revision == "0005"
    assert not is_current(serial)
    migrate(serial)
    assert numbers(serial) == ["EK-2026-00001", "EK-2026-00002"]


def test_nothing_is_restored_under_a_bot_that_runs(serial: Database, tmp_path: Path) -> None:
    backup.make(serial, tmp_path / "copy")
    another(serial)
    with (
        opened(serial.engine.url.render_as_string(hide_password=False)) as bots,
        only_one(bots),
        pytest.raises(DatabaseError, match="another bot already runs"),
    ):
        restore(serial, tmp_path / "copy")
    assert len(numbers(serial)) == 3


def test_a_broken_database_is_kept_as_it_is(tmp_path: Path) -> None:
    """The very case one has backups for."""
    there = tmp_path / "bot.sqlite3"
    with opened(f"sqlite:///{there}") as database:
        migrate(database)
        people(database)
        assert another(database) == "EK-2026-00001"
        backup.make(database, tmp_path / "copy")
    there.write_bytes(b"rusak" * 5000)
    with opened(f"sqlite:///{there}") as database:
        done = restore(database, tmp_path / "copy")
        assert numbers(database) == ["EK-2026-00001"]
        assert done.next_number == "EK-2026-00102"
    assert done.kept is not None
    assert done.kept.read_bytes().startswith(b"rusak")


@ONLY_POSTGRESQL
def test_tables_of_others_and_of_newer_releases_stay(serial: Database, tmp_path: Path) -> None:
    backup.make(serial, tmp_path / "copy")
    with serial.engine.begin() as connection:
        connection.execute(text("CREATE TABLE orang_lain (id int)"))
    restore(serial, tmp_path / "copy")
    with serial.engine.begin() as connection:
        connection.execute(text("SELECT id FROM orang_lain"))
        connection.execute(text("DROP TABLE orang_lain"))
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BackupError, match=r"newer schema 9999.*empty database"):
        restore(serial, tmp_path / "copy")
    with serial.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :n"), {"n": head()})


@ONLY_POSTGRESQL
def test_a_restore_that_fails_changes_nothing(serial: Database, tmp_path: Path) -> None:
    """A view of somebody else's hinders no drop, but a table of that name hinders the making."""
    with serial.engine.begin() as connection:
        connection.execute(text("CREATE TABLE lain (id int)"))
    backup.make(serial, tmp_path / "copy")
    another(serial)
    with serial.engine.begin() as connection:
        connection.execute(text("ALTER TABLE lain RENAME TO lain2"))
        connection.execute(text("CREATE VIEW lain AS SELECT 1 AS id"))
    with pytest.raises(BackupError, match="psql: ") as refused:
        restore(serial, tmp_path / "copy")
    assert "\n" not in str(refused.value)
    assert len(numbers(serial)) == 3
    with serial.engine.begin() as connection:
        connection.execute(text("DROP VIEW lain"))
        connection.execute(text("DROP TABLE lain2"))
