"""A backup is whole or not there, is looked through, and comes back; on both kinds of database."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from stat import S_IMODE

import pytest
from alembic import command
from sqlalchemy import text

from storage import backup
from storage.backup import BackupError, Restored
from storage.engine import Database, DatabaseError, opened
from storage.lock import only_one
from storage.schema import changing, config, head, is_current, migrate
from storage.unit import Unit
from tests.storage.rows import ANI, NOW, file, people
from tests.support.databases import SqliteFiles

ONLY_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
LONG = "x" * 4000


@pytest.fixture
def serial(database: Database) -> Database:
    """With two tickets."""
    people(database)
    with database.unit() as unit:
        for draft in ("a", "b"):
            file(unit, draft)
    return database


def numbers(database: Database) -> list[str]:
    with database.reading() as unit:
        return [str(ticket.number) for ticket in unit.open_tickets.oldest()]


def another(database: Database) -> str:
    with database.unit() as unit:
        return str(file(unit, os.urandom(4).hex()).number)


def restore(database: Database, copy: Path) -> Restored:
    return backup.restore(database, copy, now=NOW, keep_in=copy.parent)


def fill(unit: Unit, rows: int = 2000) -> None:
    for _ in range(rows):
        unit.outbox.add(ANI, "sendMessage", {"text": LONG}, now=NOW)


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


def test_nobody_else_may_read_it(serial: Database, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        backup.make(serial, tmp_path / "copy")
        done = restore(serial, tmp_path / "copy")
    finally:
        os.umask(before)
    assert done.kept is not None
    for path in (tmp_path / "copy", done.kept):
        assert S_IMODE(path.stat().st_mode) == 0o600
    if serial.is_sqlite:
        there = Path(str(serial.engine.url.database))
        assert S_IMODE(there.stat().st_mode) == 0o600


def test_numbers_given_since_are_left_out_where_nobody_knows_them(
    serial: Database, tmp_path: Path
) -> None:
    backup.make(serial, tmp_path / "copy")
    with serial.engine.begin() as connection:
        connection.execute(text("DELETE FROM ticket_series"))
    assert restore(serial, tmp_path / "copy").next_number == "EK-2026-00103"
    assert another(serial) == "EK-2026-00103"


def test_writers_do_not_wait_and_are_not_in_it(serial: Database, tmp_path: Path) -> None:
    with serial.unit() as unit:
        fill(unit)
    written: list[str] = []
    backup.make(serial, tmp_path / "copy", between=lambda: written.append(another(serial)))
    assert written
    restore(serial, tmp_path / "copy")
    assert numbers(serial) == ["EK-2026-00001", "EK-2026-00002"]


def test_one_that_is_given_up_leaves_the_older_one(serial: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    backup.make(serial, copy)
    before = copy.read_bytes()
    with serial.unit() as unit:
        fill(unit)

    def between() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backup.make(serial, copy, between=between)
    assert copy.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("copy")] == ["copy"]


def test_what_a_killed_one_left_is_no_hindrance(serial: Database, tmp_path: Path) -> None:
    for side in ("", "-journal", "-wal"):
        (tmp_path / f"copy{backup.PART}{side}").write_bytes(b"half")
    backup.make(serial, tmp_path / "copy")
    assert backup.check(serial, tmp_path / "copy") == head()
    assert not list(tmp_path.glob(f"copy{backup.PART}*"))


def test_what_somebody_else_keeps_beside_it_stays(serial: Database, tmp_path: Path) -> None:
    sides = ("", "-journal", "-wal", "-shm")
    theirs = [tmp_path / f"copy{end}{side}" for end in (".part", ".tmp") for side in sides]
    for each in theirs:
        each.write_bytes(b"SQLite format 3\0 of somebody's")
    backup.make(serial, tmp_path / "copy")
    assert {each.read_bytes() for each in theirs} == {b"SQLite format 3\0 of somebody's"}


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


def test_of_nothing_no_backup_is_made(tmp_path: Path) -> None:
    with (
        opened(f"sqlite:///{tmp_path}/bot.sqlite3") as database,
        pytest.raises(BackupError, match="nothing to back up"),
    ):
        backup.make(database, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_what_is_in_the_wal_alone_is_backed_up_and_kept(tmp_path: Path) -> None:
    """As after a kill: the file itself has no byte yet."""
    there = tmp_path / "bot.sqlite3"
    with opened(f"sqlite:///{tmp_path}/made.sqlite3") as first:
        migrate(first)
        people(first)
        with first.reading() as unit:
            assert unit.people.get(ANI)  # a reader keeps the -wal
            another(first)
            for side in ("", "-wal", "-shm"):
                made = Path(f"{tmp_path}/made.sqlite3{side}")
                Path(f"{there}{side}").write_bytes(made.read_bytes())
    with opened(f"sqlite:///{there}") as database:
        backup.make(database, tmp_path / "copy")
        assert another(database) == "EK-2026-00002"
        kept = restore(database, tmp_path / "copy").kept
        assert numbers(database) == ["EK-2026-00001"]
    assert kept is not None
    with opened(f"sqlite:///{kept}") as old:
        assert numbers(old) == ["EK-2026-00001", "EK-2026-00002"]


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


def test_it_is_a_single_file_that_any_sqlite_opens(
    sqlite_files: SqliteFiles, tmp_path: Path
) -> None:
    with sqlite_files.fresh() as url, opened(url) as database:
        backup.make(database, tmp_path / "copy")
    with sqlite3.connect(tmp_path / "copy") as copied:
        assert copied.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    copied.close()
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


@ONLY_POSTGRESQL
def test_without_postgresqls_tools_it_is_said_plainly(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupError, match=r"its own pg_dump.*postgresql-client"):
        backup.make(database, tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_what_postgresqls_tools_say_is_passed_on_without_the_password(tmp_path: Path) -> None:
    with (
        opened("postgresql://bot:geheim@127.0.0.1:9/bot") as database,
        pytest.raises(BackupError, match=r"^pg_dump: error: connection .* refused") as refused,
    ):
        backup.make(database, tmp_path / "copy")
    assert "geheim" not in str(refused.value)
    assert "\n" not in str(refused.value)


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
