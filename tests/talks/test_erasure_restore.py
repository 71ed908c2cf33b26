"""Whoever was erased stays so when an older backup is put back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from stat import S_IMODE

from sqlalchemy import text

from bot.simulator.world import accounts
from storage import backup
from storage.backup import forgotten
from tests.talks.planted import (
    WORD,
    erase,
    figures,
    places,
    plant,
)
from tests.talks.steps import file
from tests.talks.talk import BEGINS, Talk


def test_an_older_backup_does_not_bring_anybody_back(talk: Talk, tmp_path: Path) -> None:
    plant(talk)
    copy = tmp_path / "copy"
    backup.make(talk.database, copy)
    erase(talk)
    talk.wait(seconds=1).desk.skip()
    before = figures(talk)
    talk.stop()
    done = backup.restore(talk.database, copy, now=BEGINS, keep_in=tmp_path)
    assert done.erased == 1
    assert figures(talk) == before
    assert places(talk) == []
    assert [file.name for file in tmp_path.glob("*.erasures")]
    assert done.kept is not None
    again = backup.restore(talk.database, copy, now=BEGINS, keep_in=tmp_path)
    assert again.erased == 1, "the list went with the database that was replaced"
    talk.restart()


def test_with_the_database_lost_the_list_beside_the_backups_counts(
    talk: Talk, tmp_path: Path
) -> None:
    listed = forgotten.list_of(talk.database, tmp_path)
    talk.resources = replace(talk.resources, erased_list=listed)
    talk.restart()
    file(talk, talk.ani, f"{WORD}story tidak bisa disimpan sejak kemarin")
    talk.wait(minutes=2)  # what waits in a backup is sent again
    backup.make(talk.database, tmp_path / "copy")
    erase(talk)
    talk.settle().desk.skip()
    assert S_IMODE(listed.stat().st_mode) == 0o600
    assert str(accounts.ANI) not in listed.read_text().replace("2026", "")
    talk.stop()
    with talk.database.engine.begin() as connection:
        connection.execute(text("DELETE FROM erasure"))
    done = backup.restore(talk.database, tmp_path / "copy", now=BEGINS, keep_in=tmp_path)
    assert done.erased == 1
    assert places(talk) == []
    talk.restart()


def test_whoever_comes_back_is_a_stranger_whom_no_restore_touches(
    talk: Talk, tmp_path: Path
) -> None:
    file(talk, talk.ani)
    erase(talk)
    talk.wait(minutes=1).desk.skip()
    talk.ani("/start").hears("Selamat datang", "Data Anda (UU 27/2022)")
    talk.ani("/tiket").hears("belum punya tiket")
    file(talk, talk.ani, "Cerita yang baru sama sekali dari pengguna baru")
    backup.make(talk.database, tmp_path / "copy")
    talk.stop()
    done = backup.restore(talk.database, tmp_path / "copy", now=BEGINS, keep_in=tmp_path)
    assert done.erased == 0
    talk.restart()
    talk.ani("/tiket").hears("EK-2026-00002").hears_nothing()
