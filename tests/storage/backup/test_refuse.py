"""What is no backup, or none of ours, is neither put back nor replaced."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import backup
from storage.backup import BackupError
from storage.engine import Database, opened
from storage.lock import only_one
from storage.schema import head, migrate
from tests.storage.backup.copies import fill, numbers, restore
from tests.storage.rows import people
from tests.support.databases import SqliteFiles


def test_a_damaged_one_is_refused_and_nothing_changes(serial: Database, tmp_path: Path) -> None:
    with serial.unit() as unit:
        fill(unit, 200)
    copy = tmp_path / "copy"
    backup.make(serial, copy)
    whole = copy.read_bytes()
    for broken in (
        b"",
        whole[:10],
        whole[: len(whole) // 2],
        whole[:-500],
        whole[:9000] + os.urandom(9000) + whole[18000:],
        whole[:20] + b"\xff" * 400 + whole[420:],
        b"GIF89a" + whole,
    ):
        copy.write_bytes(broken)
        with pytest.raises(BackupError) as refused:
            restore(serial, copy)
        assert "\n" not in str(refused.value)
        assert str(copy) in str(refused.value) or "pg_restore" in str(refused.value)
    with pytest.raises(BackupError, match="No such file"):
        restore(serial, tmp_path / "none")
    assert numbers(serial) == ["EK-2026-00001", "EK-2026-00002"]


def test_one_of_a_newer_release_is_refused(serial: Database, tmp_path: Path) -> None:
    version = text("UPDATE alembic_version SET version_num = :number")
    with serial.engine.begin() as connection:
        connection.execute(version, {"number": "9999"})
    with pytest.raises(BackupError, match=r"newer schema 9999; update the bot"):
        backup.make(serial, tmp_path / "copy")
    with serial.engine.begin() as connection:
        connection.execute(version, {"number": head()})


def test_of_nothing_no_backup_is_made(tmp_path: Path) -> None:
    with (
        opened(f"sqlite:///{tmp_path}/bot.sqlite3") as database,
        pytest.raises(BackupError, match="nothing to back up"),
    ):
        backup.make(database, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_database_that_is_damaged_itself_is_told(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path}/bot.sqlite3") as database:
        migrate(database)
        database.close()
        with (tmp_path / "bot.sqlite3").open("r+b") as file_:
            file_.seek(3 * 4096)
            file_.write(b"\xff" * 4096)
        with pytest.raises(BackupError, match=r"^no backup was kept, for it .*the database$"):
            backup.make(database, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_another_programs_data_is_no_backup(serial: Database, tmp_path: Path) -> None:
    with serial.engine.begin() as connection:
        connection.execute(text("ALTER TABLE ticket RENAME TO tickets"))
    with pytest.raises(BackupError, match="another program's"):
        backup.make(serial, tmp_path / "copy")
    with serial.engine.begin() as connection:
        connection.execute(text("ALTER TABLE tickets RENAME TO ticket"))


def test_only_a_backup_gives_way_to_a_backup(serial: Database, tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_bytes(b"PK penting")
    (tmp_path / "live.sqlite3").write_bytes(b"SQLite format 3\0" + bytes(84))
    (tmp_path / "live.sqlite3.lock").touch()
    for name in ("surat.docx", "live.sqlite3"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(BackupError, match="will not be replaced"):
            backup.make(serial, tmp_path / name)
        assert (tmp_path / name).read_bytes() == before
    with pytest.raises(BackupError, match="is a folder"):
        backup.make(serial, tmp_path)
    with pytest.raises(BackupError, match="cannot write"):
        backup.make(serial, tmp_path / "none" / "copy")
    (tmp_path / "copy").touch()
    backup.make(serial, tmp_path / "copy")
    backup.make(serial, tmp_path / "copy")


def test_each_kind_knows_its_own(
    database: Database, sqlite_files: SqliteFiles, tmp_path: Path
) -> None:
    backup.make(database, tmp_path / "copy")
    if database.is_sqlite:
        (tmp_path / "copy").write_bytes(b"PGDMP" + bytes(100))
        with pytest.raises(BackupError, match=r"backup of PostgreSQL, and .* SQLite"):
            restore(database, tmp_path / "copy")
    else:
        with sqlite_files.fresh() as url, opened(url) as other:
            backup.make(other, tmp_path / "other")
        with pytest.raises(BackupError, match=r"backup of SQLite, and .* PostgreSQL"):
            restore(database, tmp_path / "other")


def test_what_is_no_file_is_not_replaced(database: Database, tmp_path: Path) -> None:
    """Its size is 0, as an empty file's: a device would be gone for everybody."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BackupError, match="name a file"):
        backup.make(database, pipe)
    assert pipe.is_fifo()


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "nothing"])
def test_what_is_no_file_is_not_restored(database: Database, tmp_path: Path, kind: str) -> None:
    """A pipe was waited for without end, and the database held meanwhile."""
    file = tmp_path / "a"
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "folder":
            file.mkdir()
        case "device":
            file.symlink_to("/dev/zero")
    told = "cannot read" if kind == "nothing" else "name a file"
    with only_one(database), pytest.raises(BackupError, match=told):  # it is looked at before
        restore(database, file)


def test_its_own_database_is_not_replaced(tmp_path: Path) -> None:
    """Also where no bot has ever served from it, so that nothing is beside it; by any name."""
    there = tmp_path / "bot.sqlite3"
    with opened(f"sqlite:///{there}") as database:
        migrate(database)
        people(database)
    (tmp_path / "link").symlink_to(there)
    (tmp_path / "hard").hardlink_to(there)
    (tmp_path / "folder").mkdir()
    before = there.read_bytes()
    names = ("bot.sqlite3", "link", "hard", "folder/../bot.sqlite3")
    beside = tuple(f"bot.sqlite3{side}" for side in ("-wal", "-shm", "-journal", ".lock"))
    for name in (*names, *beside):
        with (
            opened(f"sqlite:///{there}") as database,
            pytest.raises(BackupError, match="own database"),
        ):
            backup.make(database, tmp_path / name)
    assert there.read_bytes() == before
