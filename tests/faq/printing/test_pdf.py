"""The PDF: contents that lead where they say, bookmarks, whole letters; then both files."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from faq.book.book import Book, LocalFact
from faq.book.markdown import plain
from faq.printing import CannotBuild, build
from faq.printing.pdf import book_pdf
from faq.printing.printed_book import printed_book
from tests.faq.printing import books


def text_of(page_text: str) -> str:
    return " ".join(page_text.split())


def test_the_live_book(tmp_path: Path) -> None:
    book, local = books.live()
    made = build(book, local, tmp_path / "hasil" / "buku")
    assert [path.name for path in made] == ["buku-manual.pdf", "buku-manual.html"]
    reader = PdfReader(made[0])
    info = reader.metadata
    assert info is not None
    assert info.title == "Buku Panduan e-Kinerja – e-Kinerja BKN"
    assert info.author == "Layanan bantuan e-Kinerja Kabupaten Balangan"
    chapters, entries = outline(reader)
    assert chapters[1:-2] == [f"Bab {c.number}. {c.title}" for c in book.chapters]
    assert chapters[-2:] == ["Indeks pesan error", "Data lokal Kabupaten Balangan"]
    numbers = printed_book(book, local).numbers
    assert list(entries) == [f"{numbers[e.id]} {plain(e.question)}" for e in book.entries]
    printed = " ".join(reader.pages[n].extract_text() for n in range(1, 5))
    contents = text_of(re.sub(r"\.{2,}", " ", printed))
    for title, page in list(entries.items())[::9]:
        assert f"{title} {page}" in contents


def outline(reader: PdfReader) -> tuple[list[str], dict[str, int]]:
    """The chapters, and each entry with the page its bookmark leads to."""
    chapters = [str(mark.title) for mark in reader.outline if isinstance(mark, Destination)]
    entries = {
        str(mark.title): (reader.get_destination_page_number(mark) or 0) + 1
        for marks in reader.outline
        if isinstance(marks, list)
        for mark in marks
        if isinstance(mark, Destination)
    }
    return chapters, entries


def test_hostile_and_odd_text(tmp_path: Path) -> None:
    answer = (
        "<b>tak ditutup & <para> **<i>** `</font>`\n\n- a <br>\n\n😀 → ½ \x0b kata" + "x" * 400
    )
    book = books.book(
        tmp_path,
        books.entry("a", "Apa </para> & <b>?", answer, "Lokal: kontak", "Sumber: A&B <c>"),
        title="<Bab> & 😀",
    )
    text = "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(book_pdf(book, books.FACTS))).pages
    )
    assert "Apa </para> & <b>?" in text
    assert "<b>tak ditutup & <para>" in text
    assert "Jl. <Contoh> 1" in text


def test_a_fact_longer_than_a_page(tmp_path: Path) -> None:
    fact = LocalFact("kontak", "Kontak", "panjang " * 2_000, "", 1)
    book = books.book(tmp_path, books.entry("a", "Apa?", "Ini.", "Lokal: kontak"))
    assert len(PdfReader(io.BytesIO(book_pdf(book, {"kontak": fact}))).pages) > 4


def test_an_empty_book_is_not_built(tmp_path: Path) -> None:
    with pytest.raises(CannotBuild, match="satu entri pun"):
        build(Book((), {}), {}, tmp_path)


def test_a_directory_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan direktori")
    book = books.book(tmp_path, books.entry("a", "Apa?", "Ini."))
    with pytest.raises(CannotBuild, match="--out"):
        build(book, {}, tmp_path / "berkas")


def test_building_again_replaces(tmp_path: Path) -> None:
    book = books.book(tmp_path, books.entry("a", "Apa?", "Ini."))
    build(book, {}, tmp_path / "hasil")
    build(book, {}, tmp_path / "hasil")
    assert sorted(path.name for path in (tmp_path / "hasil").iterdir()) == [
        "buku-manual.html",
        "buku-manual.pdf",
    ]
