from __future__ import annotations

from pathlib import Path

import pytest

from faq.book.book import BookError, read
from faq.book.lint import lint
from tests.faq.samples import DISAMBIGUATION, book_at, book_with_disambiguation


def test_the_file_is_read(tmp_path: Path) -> None:
    (one,) = book_with_disambiguation(tmp_path).disambiguation
    assert (one.id, one.title) == ("sandi-atau-email", "Sandi atau email")
    assert one.choices == ("email-mati", "lupa-password")
    assert one.phrasings == ("akun bermasalah", "tidak bisa masuk", "kapan")


def test_a_book_without_the_file_has_none(tmp_path: Path) -> None:
    assert read(book_at(tmp_path)).disambiguation == ()


@pytest.mark.parametrize(
    ("change", "to", "line", "says"),
    [
        ("email-mati, lupa-password", "email-mati, hantu", 9, "'hantu' tidak ada"),
        ("email-mati, lupa-password", "email-mati", 9, "pilihan ada 1"),
        ("email-mati, lupa-password", "email-mati, email-mati", 9, "disebut dua kali"),
        ("- Pilihan: email-mati, lupa-password", "", 7, "pilihan ada 0"),
        ("{#sandi-atau-email}", "", 7, "tidak ada id"),
        ("{#sandi-atau-email}", "{#email-mati}", 7, "sudah dipakai di 02-akses.md:29"),
        (DISAMBIGUATION[DISAMBIGUATION.index("- akun") :], "", 7, "tidak ada cara bertanya"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, change: str, to: str, line: int, says: str
) -> None:
    with pytest.raises(BookError) as told:
        book_with_disambiguation(tmp_path, DISAMBIGUATION.replace(change, to))
    assert any(
        problem.startswith(f"simpang.md:{line}: ") and says in problem
        for problem in told.value.problems
    ), told.value.problems


def test_the_same_id_twice_is_told(tmp_path: Path) -> None:
    again = DISAMBIGUATION[DISAMBIGUATION.index("## Sandi") :]
    with pytest.raises(BookError, match=r"simpang\.md:17: id 'sandi-atau-email' sudah dipakai"):
        book_with_disambiguation(tmp_path, DISAMBIGUATION + "\n" + again)


def test_a_phrasing_that_an_entry_has_too_is_linted(tmp_path: Path) -> None:
    found = lint(
        book_with_disambiguation(
            tmp_path, DISAMBIGUATION.replace("akun bermasalah", "password hilang min")
        )
    )
    assert any(
        line.startswith("simpang.md:7: ") and "(hampir) sama dengan 'password hilang'" in line
        for line in found
    ), found
