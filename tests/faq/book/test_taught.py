"""What the desk teaches the book: in memory at once, and back into the Markdown files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import ANY

import pytest

from bot.words.html import as_text
from bot.words.learning import MOST_QUESTION
from faq.book.book import Book, read
from faq.book.taught import BookChange, export, taught
from faq.book.telegram_html import to_html

MANUAL = Path("faq/manual")
DAY = date(2026, 11, 23)
PHRASING = BookChange("lupa-password", "kunci masuk saya raib entah ke mana", None, None, DAY)
ENTRY = BookChange(
    "kartu-pegawai", "karpeg saya hilang", "Urus di BKPSDM.\n# bukan judul", 15, DAY
)


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("book") / "manual"
    shutil.copytree(MANUAL, copy)
    return copy


def exported(manual: Path, to: Path, changes: list[BookChange]) -> Book:
    """The book once the exported files have taken their place."""
    shutil.copytree(manual, to, dirs_exist_ok=True)
    export(read(manual), changes, manual, to)
    return read(to)


def changed(before: Path, after: Path) -> list[Path]:
    return [
        path for path in after.iterdir() if path.read_bytes() != (before / path.name).read_bytes()
    ]


def test_a_phrasing_joins_its_entry(manual: Path) -> None:
    entry = taught(read(manual), [PHRASING]).get("lupa-password")
    assert entry is not None
    assert entry.phrasings[-1] == PHRASING.question


def test_a_new_entry_stands_at_the_end_of_its_chapter(manual: Path) -> None:
    chapter = taught(read(manual), [ENTRY]).chapter(15)
    assert chapter is not None
    assert chapter.entries[-1].id == "kartu-pegawai"
    assert chapter.entries[-1].place.startswith("Bab 15, bagian 15.")


def test_a_change_to_an_entry_that_is_gone_is_passed_over(manual: Path) -> None:
    book = read(manual)
    assert taught(book, [BookChange("tidak-ada", "apa", None, None, DAY)]) == book


def test_the_exported_files_read_as_the_taught_book(manual: Path, tmp_path: Path) -> None:
    book, again = read(manual), exported(manual, tmp_path, [PHRASING, ENTRY])
    entry, new = again.get("lupa-password"), again.get("kartu-pegawai")
    assert entry is not None
    assert PHRASING.question in entry.phrasings
    assert new is not None
    assert as_text(to_html(new.answer)) == ENTRY.answer
    assert len(again.entries) == len(book.entries) + 1
    assert {path.name[:2] for path in changed(manual, tmp_path)} == {"02", "15"}
    before = (manual / "02-akses-dan-login.md").read_text().splitlines()
    after = (tmp_path / "02-akses-dan-login.md").read_text().splitlines()
    assert [line for line in after if line not in before] == [f"- {PHRASING.question}"]


def test_what_was_exported_is_not_taught_twice(manual: Path, tmp_path: Path) -> None:
    changes = [
        PHRASING,
        replace(PHRASING, question="# Kunci masuk saya\n RAIB entah ke mana?"),
        replace(PHRASING, question="# kunci\nsaya  tertinggal di rumah"),
        ENTRY,
        replace(PHRASING, entry_id="kartu-pegawai", question="di mana membuat karpeg"),
    ]
    again = exported(manual, tmp_path / "book", changes)
    entry = again.get("lupa-password")
    assert entry is not None
    assert entry.phrasings[-2:] == (PHRASING.question, "kunci saya tertinggal di rumah")
    assert taught(again, changes) == again
    assert export(again, changes, tmp_path / "book", tmp_path) == []


def test_a_note_that_was_stored_with_its_numbers_is_masked(manual: Path) -> None:
    entry = taught(read(manual), [replace(ENTRY, answer="HP 081234567890")]).get(ENTRY.entry_id)
    assert entry is not None
    assert as_text(to_html(entry.answer)) == "HP [telepon]"


def test_a_question_of_many_lines_gives_an_entry_of_one(manual: Path, tmp_path: Path) -> None:
    """Also where it was taught before titles were made."""
    asked = "Assalamualaikum min,\n\nkarpeg {hilang\tsaya " + "hilang lagi " * 300
    change = replace(ENTRY, question=asked, answer="Urus di BKPSDM.")
    entry = taught(read(manual), [change]).get("kartu-pegawai")
    assert entry is not None
    assert entry.question.startswith("Assalamualaikum min, karpeg (hilang saya hilang")
    assert len(entry.question) <= MOST_QUESTION
    again = exported(manual, tmp_path, [change])
    assert again.get("kartu-pegawai") == replace(
        entry, place=entry.place.removesuffix(" (tambahan petugas)"), line=ANY
    )
