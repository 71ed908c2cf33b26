from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.data.deadlines import deadlines
from bot.words.labels import KINDS
from faq.book.book import BookError, read
from faq.book.outstanding import outstanding
from tests.faq.samples import CHAPTER, LOCAL, MANUAL, book_at


def test_a_chapter_becomes_entries(tmp_path: Path) -> None:
    book = read(book_at(tmp_path))
    entry = book.get("lupa-password")
    assert entry is not None
    assert entry.question == "Lupa kata sandi?"
    assert entry.answer.startswith("Buka halaman masuk.\n\n1. Klik **Lupa sandi**.")
    assert entry.phrasings == ("saya lupa sandi", "password hilang")
    assert (entry.chapter, entry.place) == (2, "Bab 2, bagian 2.1")
    assert entry.as_of == date(2026, 11, 20)
    assert entry.valid_from == date(2026, 11, 23)
    assert entry.facts == ("F011", "F012")
    assert entry.see_also == ("email-mati",)
    assert entry.local == ("kontak-bkpsdm",)
    assert book.chapters[0].intro == "Pengantar bab."
    assert book.get("tidak-ada") is None


def test_what_editors_do_to_files_is_no_trouble(tmp_path: Path) -> None:
    text = CHAPTER.replace("- saya lupa", "*   saya lupa").replace("\n", "   \r\n")
    (tmp_path / "02-akses.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    book = read(tmp_path)
    entry = book.get("lupa-password")
    assert entry is not None
    assert entry.phrasings[0] == "saya lupa sandi"
    assert entry.place == "Bab 2, bagian 2.1"


def test_optional_lines_may_be_missing(tmp_path: Path) -> None:
    book = read(book_at(tmp_path))
    entry = book.get("email-mati")
    assert entry is not None
    assert (entry.source, entry.as_of, entry.local) == ("", None, ())
    assert entry.edition == "e-Kinerja BKN"


def test_how_long_a_report_takes_is_what_the_bots_own_clock_says(tmp_path: Path) -> None:
    marks = "\n".join(f"- {{Hari kerja: {kind} }} hari" for kind in KINDS.values())
    book = read(book_at(tmp_path, CHAPTER.replace("1. Klik **Lupa sandi**.", marks)))
    told = book.get("lupa-password")
    assert told is not None
    for days in deadlines().values():
        assert f"- {days} hari\n" in told.answer
    live = read(MANUAL).get("lama-penanganan")
    assert live is not None
    for kind, label in KINDS.items():
        assert re.search(rf"{label.lower()}: \**{deadlines()[kind]} hari kerja", live.answer)


@pytest.mark.parametrize(
    ("change", "to", "line", "says"),
    [
        (" {#email-mati}", "", 29, "tidak ada id"),
        ("{#email-mati}", "{#lupa-password}", 29, "sudah dipakai di 02-akses.md:10"),
        ("{#email-mati}", "{#Email Mati}", 29, "tidak sah"),
        ("{#email-mati}", f"{{#{'e' * 41}}}", 29, "terlalu panjang; ringkas sampai 40"),
        ("Tanya admin. Lihat [lupa sandi](entry:lupa-password).", "", 29, "jawaban kosong"),
        ("Lihat juga: email-mati", "Lihat juga: hantu", 10, "'hantu' yang tidak ada"),
        ("Tanya admin.", "Tanya {hari kerja: admin}.", 29, "pilih salah satu: keluhan, kritik"),
        ("2026-11-20", "20 November", 13, "tulis seperti 2026-11-23"),
        ("chapter: 2", "chapter: dua", 2, "bukan angka"),
        ("chapter: 2", "chapter: 000", 2, "bukan angka"),
        ("title: Akses dan login\n", "", 1, "'title:'"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, change: str, to: str, line: int, says: str
) -> None:
    chapter = CHAPTER.replace(change, to)
    assert chapter != CHAPTER
    with pytest.raises(BookError) as told:
        read(book_at(tmp_path, chapter))
    assert any(
        problem.startswith(f"02-akses.md:{line}: ") and says in problem
        for problem in told.value.problems
    ), told.value.problems


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    chapter = CHAPTER.replace(" {#email-mati}", "").replace("chapter: 2", "chapter: dua")
    with pytest.raises(BookError) as told:
        read(book_at(tmp_path, chapter))
    assert len(told.value.problems) >= 3


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "02-akses.md").write_bytes(CHAPTER.encode() + "kafé".encode("latin-1"))
    with pytest.raises(BookError, match="UTF-8"):
        read(tmp_path)


def test_an_empty_directory_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="tidak ada bab"):
        read(tmp_path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    directory = book_at(tmp_path)
    (directory / "02-hilang.md").symlink_to("tiada.md")
    with pytest.raises(BookError, match=r"02-hilang\.md:1: tidak dapat dibaca") as caught:
        read(directory)
    assert len(caught.value.problems) == 1
    with pytest.raises(BookError, match="MANUAL_DIR"):
        read(Path("x" * 300))


def test_local_facts_are_read_and_the_missing_listed(tmp_path: Path) -> None:
    book = read(book_at(tmp_path))
    assert book.local["kontak-bkpsdm"].value is None
    assert book.local["jam-layanan"].value == "Senin sampai Jumat"
    assert book.local["jam-layanan"].source == "surat edaran 1/2026"
    (missing,) = outstanding(book)
    assert (missing.key, missing.label) == ("kontak-bkpsdm", "Kontak BKPSDM")
    assert missing.entries == ("lupa-password",)


def test_a_local_key_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"lokal\.md:12: kunci"):
        read(book_at(tmp_path, local=LOCAL.replace("## jam-layanan", "\n## kontak-bkpsdm")))


def test_the_real_book_is_whole() -> None:
    book = read(MANUAL)
    assert len(book.entries) >= 114  # editors add to it; none is lost unseen
    assert len(book.chapters) == 15
    assert all(len(entry.phrasings) >= 15 and entry.place for entry in book.entries)
