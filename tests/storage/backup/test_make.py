"""A backup is whole or not there, and nobody waits for it; on both kinds of database."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from stat import S_IMODE

import pytest

from storage import backup
from storage.backup import BackupError
from storage.engine import Database, opened
from storage.schema import head, migrate
from tests.storage.backup.copies import another, fill, numbers, restore
from tests.storage.rows import ANI, people
from tests.support.databases import ONLY_POSTGRESQL, SqliteFiles


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
