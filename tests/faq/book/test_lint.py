from __future__ import annotations

from pathlib import Path

from faq.book.book import read
from faq.book.lint import lint
from tests.faq.samples import CHAPTER, MANUAL, book_at


def test_findings_name_file_and_line(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("- Letak: Bab 2, bagian 2.2\n", "").replace(
        "entry:lupa-password", "entry:hantu"
    )
    found = "\n".join(lint(read(book_at(tmp_path, chapter))))
    assert "02-akses.md:29: email-mati: letak dalam buku tidak ada" in found
    assert "tautan ke 'hantu'" in found
    assert "baru 1 cara bertanya" in found


def test_the_same_question_twice_is_found(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("- email tidak aktif", "- Password saya hilang min!")
    found = "\n".join(lint(read(book_at(tmp_path, chapter))))
    assert "'Password saya hilang min!' (hampir) sama dengan 'password hilang'" in found


def test_nearly_the_same_question_is_found(tmp_path: Path) -> None:
    chapter = CHAPTER.replace(
        "- password hilang", "- tidak bisa membuka kotak surat lama kantor dinas"
    ).replace("- email tidak aktif", "- kotak surat lama kantor dinas tidak bisa dibuka lagi")
    found = "\n".join(lint(read(book_at(tmp_path, chapter))))
    assert "(hampir) sama" in found


def test_a_long_answer_is_found(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("Tanya admin.", "Tanya admin. " * 400)
    assert any("ringkas sampai 3500" in line for line in lint(read(book_at(tmp_path, chapter))))


def test_the_real_book_has_no_dead_link_or_missing_place() -> None:
    found = lint(read(MANUAL))
    assert not [line for line in found if "tautan" in line or "letak" in line]
