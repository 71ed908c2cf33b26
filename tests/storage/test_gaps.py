"""What is left in the gaps of SQLite's pages is taken out, and nothing else is touched."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from storage import gaps
from storage.engine import Database, open_database
from storage.scrub import ROOT, empty_wal, scrub

WORD = b"zqplanted"
ROWS = 800


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path / 'bot.sqlite3'}")
    with database.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE said (id INTEGER PRIMARY KEY, words TEXT)")
        connection.exec_driver_sql("CREATE INDEX said_words ON said (words)")
    yield database
    database.close()


def file_of(database: Database) -> Path:
    return Path(str(database.engine.url.database))


def connected(database: Database) -> closing[sqlite3.Connection]:
    """As the bot's own connections are, of another process."""
    connection = sqlite3.connect(file_of(database), isolation_level=None, timeout=30)
    connection.execute("PRAGMA secure_delete=ON")
    return closing(connection)


def said(random: Random, word: bytes = b"kata") -> str:
    return f"{word.decode()} {random.random()} " * random.randint(1, 12)


def live(connection: sqlite3.Connection, random: Random, *, rows: int, word: bytes) -> None:
    """Rows come in any order and grow in place: their pages are split again and again."""
    connection.execute("BEGIN IMMEDIATE")
    for _ in range(rows):
        number = random.randrange(1 << 20)
        connection.execute(
            "INSERT OR REPLACE INTO said VALUES (?, ?)", (number, said(random, word))
        )
        connection.execute("UPDATE said SET words = words || words WHERE id = ?", (number,))
    connection.execute("COMMIT")


def lived(database: Database, seed: int = 1) -> dict[int, str]:
    """Planted words were among others and are overwritten; the rows as they are now."""
    random = Random(seed)
    with connected(database) as connection:
        live(connection, random, rows=ROWS, word=WORD)
        live(connection, random, rows=ROWS, word=b"kata")
        planted = connection.execute(
            "SELECT id FROM said WHERE words LIKE 'zqplanted%'"
        ).fetchall()
        connection.executemany("UPDATE said SET words = '' WHERE id = ?", planted)
    return rows_of(database)


def rows_of(database: Database) -> dict[int, str]:
    with connected(database) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return dict(connection.execute("SELECT id, words FROM said NOT INDEXED"))


def planted_in(database: Database) -> int:
    file = file_of(database)
    wal = Path(f"{file}-wal")
    return sum(each.read_bytes().count(WORD) for each in (file, wal) if each.exists())


def test_overwritten_words_lie_on_in_gaps_till_they_are_cleared(database: Database) -> None:
    rows = lived(database)
    assert empty_wal(database)
    assert planted_in(database) > 0, "SQLite leaves none any more: then this is not needed"
    assert scrub(database)
    assert planted_in(database) == 0
    assert rows_of(database) == rows


@pytest.mark.parametrize("seed", range(2))
def test_who_writes_meanwhile_brings_nothing_back(database: Database, seed: int) -> None:
    """Their connections keep pages in memory, with what was in the gaps."""
    lived(database, seed)
    written, stop = threading.Event(), threading.Event()

    def write() -> None:
        random = Random(seed)
        with connected(database) as connection:
            connection.execute("SELECT sum(length(words)) FROM said").fetchone()
            while not stop.wait(0.005):
                live(connection, random, rows=20, word=b"lagi")
                written.set()

    writers = [threading.Thread(target=write) for _ in range(2)]
    for each in writers:
        each.start()
    written.wait()
    cleared = scrub(database)
    stop.set()
    for each in writers:
        each.join()
    assert cleared or scrub(database)
    assert any(words.startswith("lagi") for words in rows_of(database).values())
    with connected(database) as connection:
        live(connection, Random(seed), rows=ROWS, word=b"akhir")
    assert empty_wal(database)
    assert planted_in(database) == 0


def test_killed_at_any_moment_it_has_harmed_nothing(database: Database) -> None:
    """Moments are of the time that a whole run takes here: set ones fall after its end, or before
    its beginning, on other machines."""
    command = [sys.executable, "-m", gaps.__name__, str(file_of(database)), "60"]
    lived(database)
    began = time.monotonic()
    subprocess.run(command, cwd=ROOT, check=True)
    took = time.monotonic() - began
    random, killed = Random(1), 0
    while killed < 8:
        rows = lived(database, seed=killed)
        child = subprocess.Popen(command, cwd=ROOT)
        time.sleep(random.uniform(0, took))
        child.kill()
        killed += child.wait() == -signal.SIGKILL
        assert rows_of(database) == rows
    assert scrub(database)
    assert planted_in(database) == 0
    assert rows_of(database) == rows


def test_while_somebody_reads_for_long_it_waits_for_another_time(database: Database) -> None:
    rows = lived(database)
    with connected(database) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM said").fetchone()
        with connected(database) as connection:
            live(connection, Random(2), rows=1, word=b"kata")
        assert not scrub(database)
        assert reader.execute("SELECT count(*) FROM said").fetchone() == (len(rows),)
        reader.execute("COMMIT")
    assert scrub(database)
    assert planted_in(database) == 0


def test_while_somebody_writes_for_long_it_waits_for_another_time(database: Database) -> None:
    lived(database)
    with connected(database) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert not scrub(database)
        writer.execute("ROLLBACK")
    assert scrub(database)
    assert planted_in(database) == 0


def test_time_is_used_up_and_the_next_try_goes_on(database: Database) -> None:
    lived(database)
    assert not scrub(database, seconds=0)
    assert scrub(database)
    assert planted_in(database) == 0


@pytest.mark.parametrize("pragma", ["auto_vacuum=FULL", "journal_mode=DELETE"])
def test_a_file_of_another_kind_is_left_as_it_is(tmp_path: Path, pragma: str) -> None:
    file = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE said (words TEXT)")
    before = file.read_bytes()
    with (
        closing(sqlite3.connect(file, isolation_level=None)) as connection,
        pytest.raises(gaps.UnknownLayout),
    ):
        gaps.Gaps(str(file), connection, until=0)
    assert file.read_bytes() == before
