"""Nothing leads from the answers of a survey to who gave them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select as sql_select

from bot.simulator.world import accounts
from handlers.resources import Resources
from storage.engine import opened as opened_database
from storage.schema import migrate
from storage.scrub import empty_wal
from storage.tables import SurveySheets, Table
from tests.talks.planted import NAME, WORD, erase, places, rename
from tests.talks.survey_steps import fills, opened, served, sheets
from tests.talks.talk import Talk


def test_a_person_sees_what_is_kept_and_takes_it_along(talk: Talk) -> None:
    rename(talk, accounts.ANI, NAME)
    opened(talk)
    fills(talk.ani, "444444444")
    talk.ani(f"Bagus, {WORD}kesan").hears("Boleh ditampilkan")
    talk.ani("ya, dengan nama").hears("dengan nama Anda")
    talk.ani("/data_saya").hears(
        "SURVEI KEPUASAN", "sudah mengisi", "tidak bisa ditelusuri", f"{WORD}kesan"
    )
    talk.budi("/survei testimoni 1").hears(f"{WORD}kesan", NAME)
    erase(talk)
    talk.wait(seconds=5)
    talk.desk.skip()
    assert places(talk) == []
    assert sheets(talk) == ["444444444"]


def whole(talk: Talk) -> dict[str, list[dict[str, Any]]]:
    with talk.database.reading() as unit:
        connection = unit.session.connection()
        return {
            table.name: [dict(row._mapping) for row in connection.execute(sql_select(table))]
            for table in Table.metadata.sorted_tables
        }


def lived(talk: Talk, of_ani: str, of_burhan: str) -> dict[str, list[dict[str, Any]]]:
    """Typed by the one, pressed by the other."""
    opened(talk)
    fills(talk.ani, of_ani)
    talk.burhan("/survei").hears("Survei 1 dari 9")
    for place, score in enumerate(of_burhan):
        talk.burhan.forges(f"sva:1:{place}:{score}", on=talk.burhan.room.sees("Survei "))
        talk.burhan.toast("")
    talk.burhan.presses("Kirim").toast("").room.sees("sudah dihitung")
    talk.finish()
    return whole(talk)


def test_the_whole_database_is_the_same_whoever_answered_what(
    talk: Talk, resources: Resources, tmp_path: Path, database_url: str
) -> None:
    """Every column of every table: two lives that differ only in whose answers are whose."""
    if not database_url.startswith("sqlite"):
        pytest.skip("one is enough; the rows are the same")
    url = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    with opened_database(url) as database:
        migrate(database)
    other = Talk(url, resources, restless=False)
    one, two = "443434434", "112121112"
    first = lived(talk, one, two)
    second = lived(other, two, one)
    other.stop()
    assert first["survey_sheets"] == [{"survey_id": 1, "sheets": f"{two}\n{one}"}]
    assert {name: rows for name, rows in first.items() if rows != second[name]} == {}
    assert SurveySheets.__tablename__ in first


def test_the_files_do_not_tell_who_gave_which_answers(talk: Talk) -> None:
    """Beside the one row of all answers nothing of them is left, neither while the survey is open
    nor after its end; nor of what somebody began and never sent."""
    if not talk.database.is_sqlite:
        pytest.skip("PostgreSQL keeps them until its VACUUM, as docs/survei.md says")
    opened(talk, talk.ani, talk.burhan, talk.citra)
    given, begun = (b"123412341", b"432143214"), b"22223"
    fills(talk.ani, given[0].decode())
    fills(talk.burhan, given[1].decode())
    talk.citra("/survei").room.skip()
    for score in begun.decode():
        talk.citra(score).room.skip()
    file = Path(str(talk.database.engine.url.database))
    wal = Path(f"{file}-wal")
    assert given[0] in wal.read_bytes()
    talk.wait(minutes=2)
    assert not any(each in wal.read_bytes() for each in given)
    assert [file.read_bytes().count(each) for each in given] == [1, 1]
    talk.budi("/survei tutup 1").room.skip()
    talk.wait(minutes=2)
    found = file.read_bytes() + wal.read_bytes()
    assert [found.count(each) for each in (*given, begun)] == [1, 1, 0]


def test_who_reads_for_long_holds_nobody_up(talk: Talk) -> None:
    if not talk.database.is_sqlite:
        pytest.skip("of SQLite")
    served(talk, talk.ani)
    with talk.database.reading() as unit:
        assert unit.surveys.open() == []
        talk.burhan("halo").room.skip()
        assert not empty_wal(talk.database)
    assert empty_wal(talk.database)
