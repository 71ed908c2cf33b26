"""What an operator types wrong is told in one line, with the cure."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest

import main
from storage.engine import opened
from storage.lock import only_one
from tests.faq.samples import CHAPTER, book_at
from tests.support.exported_chats import FORMS, small_chat, written

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("lupa kata sandi e-kinerja", "[Answer lupa-password "),
        ("login", "Maksud Anda…?"),
        ("harga cabai hari ini", "Tidak ada di buku."),
    ],
)
def test_the_book_can_be_asked_without_telegram(
    question: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["ask", question]) == 0
    assert said in capsys.readouterr().out


def test_a_matcher_is_measured_on_phrasings_of_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known, asked = tmp_path / "known.csv", tmp_path / "asked.csv"
    known.write_text("question,id\nlupa kata sandi,a\ncara mengisi skp,b\nsiapa atasan saya,c\n")
    asked.write_text("question,id\nkata sandi lupa,a\nmengisi skp bagaimana,b\n")
    assert main.main(["evaluate", str(asked), "--phrasings", str(known), "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["in_scope"], figures["top1"]) == (2, 1.0)


@pytest.mark.parametrize(
    "words", [["report", "weekly"], ["report", "indicator"], ["book", "export", "--to", "TO"]]
)
def test_reading_leaves_an_older_schema_to_who_serves(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["migrate"]) == 0
    put(tmp_path, "UPDATE alembic_version SET version_num = '0001'")
    capsys.readouterr()
    assert main.main([word.replace("TO", str(tmp_path / "to")) for word in words]) == 1
    said = capsys.readouterr().err.strip()
    assert "older schema 0001" in said
    assert "main.py migrate" in said
    assert len(said.splitlines()) == 1
    assert not (tmp_path / "to").exists()


def test_nobody_migrates_under_a_serving_bot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened(f"sqlite:///{tmp_path}/bot.sqlite3") as database, only_one(database):
        assert main.main(["migrate"]) == 1
    assert "another bot already runs" in capsys.readouterr().err


def put(folder: Path, sql: str) -> None:
    with sqlite3.connect(folder / "bot.sqlite3") as database:
        database.execute(sql)
    database.close()


@pytest.mark.parametrize("words", [["frobnicate"], ["report"], ["report", "daily"], []])
def test_unknown_verbs(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(words)
    assert ended.value.code == 2
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert "--help" in said


@pytest.mark.parametrize("words", [["book", "build"], ["book", "lint"], ["check"]])
def test_a_chapter_that_cannot_be_read(
    words: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "01-bab.md").mkdir()
    monkeypatch.setenv("MANUAL_DIR", str(tmp_path))
    assert main.main(words) == 1
    said = capsys.readouterr().err.strip()
    assert "01-bab.md:1: tidak dapat dibaca" in said
    assert "--to" not in said
    assert len(said.splitlines()) == 1


def test_figures_do_not_wait_for_the_book_to_be_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "01-bab.md").write_text("## Tanpa judul bab\n")
    monkeypatch.setenv("MANUAL_DIR", str(tmp_path))
    assert main.main(["report", "indicator"]) == 0
    assert "Belum ada pengaduan" in capsys.readouterr().out
    assert main.main(["check"]) == 1
    assert "01-bab.md" in capsys.readouterr().err


def test_check_reads_the_holidays_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "libur.csv"
    wrong.write_text("date,name,source\n2026-02-30,Ngawur,-\n")
    monkeypatch.setenv("HOLIDAYS_FILE", str(wrong))
    assert main.main(["check"]) == 1
    assert "libur.csv" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    taken = str(tmp_path / "file")
    for act, option in (("build", "--out"), ("export", "--to")):
        assert main.main(["book", act, option, taken]) == 1
        assert capsys.readouterr().err.strip().endswith(option)


def test_nothing_is_parked_at_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["parked"]) == 0
    assert capsys.readouterr().out == "nothing is parked\n"
    assert main.main(["parked", "requeue", "all"]) == 0
    assert capsys.readouterr().out.startswith("0 requeued")
    assert main.main(["parked", "requeue", "u7"]) == 1
    assert capsys.readouterr().err.startswith("error: u7 is not parked")


def test_a_backup_and_back_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = str(tmp_path / "copy.sqlite3")
    assert main.main(["backup", copy]) == 1
    assert "nothing to back up" in capsys.readouterr().err
    assert main.main(["migrate"]) == 0
    assert main.main(["backup", copy]) == 0
    assert "opened and checked" in capsys.readouterr().out
    assert main.main(["restore", copy]) == 0
    said = capsys.readouterr().out
    assert f"the database is that of {copy}" in said
    assert f"{tmp_path}/bot.sqlite3.before-restore-" in said
    assert main.main(["restore", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_folder_of_backups_is_made_by_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backup"
    monkeypatch.setenv("BACKUP_DIR", str(folder))
    assert main.main(["migrate"]) == 0
    assert main.main(["backup", str(folder / "copy.sqlite3")]) == 0
    assert folder.stat().st_mode & 0o777 == 0o700
    assert main.main(["backup", str(tmp_path / "other" / "copy.sqlite3")]) == 1


ORDERS = "a\x1b]0;x\x07\x9b2J\r\u202eb\nerror: c\udcff"


@pytest.mark.parametrize(
    "words",
    [
        ["backup", f"/tidak/ada/{ORDERS}"],
        ["restore", f"/tidak/ada/{ORDERS}"],
        ["evaluate", f"/tidak/ada/{ORDERS}.csv"],
        ["evaluate", "README.md", "--phrasings", f"/tidak/ada/{ORDERS}.csv"],
        ["book", "import", f"/tidak/ada/{ORDERS}.pdf"],
        ["book", "build", "--out", f"/proc/{ORDERS}"],
        ["book", "export", "--to", f"/proc/{ORDERS}"],
        ["report", "weekly", "--format", "png", "--out", f"/proc/{ORDERS}.png"],
        ["report", "weekly", "--edition", ORDERS],
        ["report", "weekly", "--from", ORDERS],
        [ORDERS],
    ],
)
def test_what_an_operator_typed_gives_the_terminal_no_orders(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with contextlib.suppress(SystemExit):  # of argparse
        assert main.main(words) == 1
    said, error = capsys.readouterr()
    assert error.count("\n") == 1
    assert said == ""
    assert error.strip("\n").isprintable()


@pytest.mark.parametrize("name", ["MANUAL_DIR", "HOLIDAYS_FILE", "BACKUP_DIR"])
def test_a_setting_gives_the_terminal_no_orders(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, f"/proc/{ORDERS}")
    assert main.main(["check"]) == 1
    said, error = capsys.readouterr()
    assert all(line.isprintable() for line in (said + error).split("\n"))
    assert not [line for line in error.splitlines() if line.startswith("error: c")]


def test_an_exported_chat_teaches(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chat, drafts = tmp_path / "chat.txt", tmp_path / "draf"
    chat.write_text(written(small_chat(), FORMS["ios id"]), encoding="utf-8")
    assert main.main(["learn", str(chat), "--to", str(drafts)]) == 0
    told = capsys.readouterr()
    assert "sudah dijawab buku" in told.out
    assert "2 kelompok masuk ke /faq" in told.out
    assert "Mencocokkan dengan buku" in told.err
    assert [file.name[:13] for file in drafts.iterdir()] == ["draf-obrolan-"]


def test_a_file_that_is_no_chat_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("halo\n")
    assert main.main(["learn", str(tmp_path / "a.txt")]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("error: a.txt: bukan ekspor obrolan WhatsApp;")


def test_what_an_editor_should_look_at_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chapter = CHAPTER.replace("- Letak: Bab 2, bagian 2.2\n", "")
    monkeypatch.setenv("MANUAL_DIR", str(book_at(tmp_path, chapter)))
    assert main.main(["book", "lint"]) == 1
    first, *found = capsys.readouterr().err.splitlines()
    assert first == f"error: {len(found)} findings"
    assert any("letak dalam buku tidak ada" in line for line in found)
