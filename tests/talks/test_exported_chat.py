"""An exported WhatsApp group teaches: what the book lacks comes into /faq and as drafts."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.settings import Settings
from faq.book import lint
from faq.book.book import read
from handlers.operator.learn import learn_into
from handlers.resources import Resources
from storage.engine import Database
from tests.support.exported_chats import ADMIN, ANSWERS, FORMS, TOPICS, Said, small_chat, written
from tests.talks.talk import Talk

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
PRIVATE = ("Budi", "Santoso", "Siti", "Aminah", "1985", "812-3456", "6281234567890")


def learned(
    database: Database,
    resources: Resources,
    folder: Path,
    chat: list[Said],
    form: str = "android id",
) -> list[str]:
    file = folder / "chat.txt"
    file.write_text(written(chat, FORMS[form]), encoding="utf-8")
    return learn_into(database, resources, file, folder / "draf", NOW)


def test_what_the_book_lacks_comes_into_faq_without_a_name(
    talk: Talk, database: Database, resources: Resources, tmp_path: Path
) -> None:
    said = "\n".join(learned(database, resources, tmp_path, small_chat()))
    assert "4 pertanyaan ditemukan, 4 dijawab" in said
    assert "1   25 %  sudah dijawab buku" in said
    assert "2×" in said
    assert not [each for each in PRIVATE if each in said]
    talk.budi("/faq").hears("Pertanyaan 1 dari 2", "2 kali", "pensiun dini", button="Abaikan")
    talk.budi.presses("Berikutnya")
    talk.desk.sees("karpeg")


@pytest.mark.parametrize("form", ["android id", "ios us"])
def test_read_twice_it_counts_once_and_more_of_it_counts_too(
    form: str, database: Database, resources: Resources, tmp_path: Path
) -> None:
    chat = small_chat()
    learned(database, resources, tmp_path, chat)
    again = learned(database, resources, tmp_path, chat)
    assert "tidak ada yang dihitung dua kali" in "\n".join(again)
    later = chat[-1].at + timedelta(days=40)
    longer = [*chat, Said(later, "Dewi", TOPICS["lhkpn"][0])]
    assert "1 kelompok masuk" in "\n".join(learned(database, resources, tmp_path, longer, form))
    with database.reading() as unit:
        since = NOW - timedelta(days=1)
        found = unit.questions.unsolved(since=since, until=NOW, most=99, of_one=1)
        assert len(found) == 4
        week = unit.questions.unsolved(since=since, until=NOW, most=99, of_one=1, exported=False)
        assert week == []
        assert unit.questions.nearest_of_unsolved(since=since, until=NOW + timedelta(days=1)) == []


def test_drafts_are_entries_of_the_books_form_and_lint_tells_that_they_are_drafts(
    database: Database, resources: Resources, tmp_path: Path
) -> None:
    learned(database, resources, tmp_path, small_chat())
    (draft,) = (tmp_path / "draf").glob("draf-obrolan-*.md")
    assert not [each for each in PRIVATE if each in draft.read_text()]
    shutil.copytree(Settings().manual_dir, tmp_path / "buku")
    shutil.copyfile(draft, tmp_path / "buku/98-draf.md")
    book = read(tmp_path / "buku")
    mine = [entry for entry in book.entries if entry.file == "98-draf.md"]
    assert [entry.answer.split("\n")[0] for entry in mine] == [
        ANSWERS["pensiun"],
        ANSWERS["karpeg"],
    ]
    told = [
        line for line in lint.lint(book) if line.startswith("98-draf.md") and "masih draf" in line
    ]
    assert len(told) == len(mine)
    before = draft.read_text()
    draft.write_text("punya penyunting")
    assert "tidak ditimpa" in learned(database, resources, tmp_path, small_chat())[-1]
    assert draft.read_text() == "punya penyunting" != before


HOSTILE = [
    "# judul\n## Lagi {#lupa-password}\nkenapa begini ya pak?",
    "### Cara lain bertanya\n- kenapa tidak bisa begitu?",
    "--- kenapa garis ini?\n- Per: 2026-01-01\n- Sumber: saya",
    "<b>kenapa tebal</b> & [tautan](entry:lupa-password) ini?",
    "kenapa \x1b[31mmerah\x07 di terminal?",
    "='cmd'!A1 kenapa rumus ini?",
]


def test_hostile_words_are_words(database: Database, resources: Resources, tmp_path: Path) -> None:
    at = small_chat()[0].at
    chat = [
        each
        for number, text in enumerate(HOSTILE)
        for each in (
            Said(at + timedelta(hours=number), f"Orang {number}\x1b[2J", text),
            Said(
                at + timedelta(hours=number, minutes=3), "Admin BKPSDM", f"{text} jawabannya ini"
            ),
        )
    ]
    said = learned(database, resources, tmp_path, chat)
    assert all(line.isprintable() for line in said)
    (draft,) = (tmp_path / "draf").glob("draf-obrolan-*.md")
    (tmp_path / "buku").mkdir()
    shutil.copyfile(draft, tmp_path / "buku/98-draf.md")
    book = read(tmp_path / "buku")
    assert all(entry.id != "lupa-password" for entry in book.entries)
    assert all(entry.source.startswith("draf") for entry in book.entries)


def test_a_book_that_learned_it_lacks_it_no_more(
    talk: Talk, database: Database, resources: Resources, tmp_path: Path
) -> None:
    """What the desk taught counts as known."""
    learned(database, resources, tmp_path, small_chat())
    talk.budi("/faq").hears("pensiun dini").presses("Pilih entri lain")
    talk.budi.presses("15. Layanan bantuan").presses("Ke mana saya bertanya lebih dulu?")
    talk.desk.sees("Ditambahkan oleh Budi Santoso")
    said = learned(database, replace(resources), tmp_path, small_chat())
    assert "Yang paling sering ditanyakan dan belum ada (1 kelompok):" in said


def test_a_chat_that_the_book_answers_brings_nothing_new(
    database: Database, resources: Resources, tmp_path: Path
) -> None:
    asked, answered = "lupa kata sandi e-kinerja bagaimana?", "Tekan lupa kata sandi bu"
    chat = [Said(NOW, "Siti Aminah", asked), Said(NOW, ADMIN, answered)]
    told = "\n".join(learned(database, resources, tmp_path, chat))
    assert "1 pertanyaan ditemukan" in told
    assert "Tidak ada yang baru untuk /faq." in told
    assert "Yang paling sering ditanyakan" not in told
    assert not (tmp_path / "draf").exists()
