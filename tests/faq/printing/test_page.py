"""The static page: whole, safe, and of one piece."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from faq.printing.page import book_page
from tests.faq.printing import books

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Reader(HTMLParser):
    """Collects ids and links, and insists that every tag is closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scripts = 0
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [value for value in [given.get("id")] if value]
        self.links += [value for value in [given.get("href")] if value]
        self.scripts += tag == "script"
        assert "src" not in given
        assert not any(name.startswith("on") for name in given)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_live_book() -> None:
    book, local = books.live()
    page = book_page(book, local)
    found = Reader(page)
    assert len(found.ids) == len(set(found.ids))
    assert {entry.id for entry in book.entries} <= set(found.ids)
    jumps = {link[1:] for link in found.links if link.startswith("#")}
    assert jumps <= set(found.ids)
    assert all(link.startswith(("#", "https://")) for link in found.links)
    assert not re.search(r"url\(|@import|<link|<img", page)
    assert '<html lang="id">' in page
    assert "23 November 2026" in page
    for chapter in book.chapters:
        assert f'id="bab-{chapter.number}"' in page


def test_what_an_officer_writes_stays_text(tmp_path: Path) -> None:
    answer = "<script>alert(1)</script> **tebal & <b>**\n\n[klik](javascript:alert(1)) `a<b`"
    book = books.book(
        tmp_path,
        books.entry("a", "Apa <img src=x>?", answer, "Lokal: kontak", asked='"><script>x'),
        title="Bab </title> aneh",
    )
    page = book_page(book, books.FACTS)
    assert Reader(page).scripts == 1
    assert "javascript:" not in "".join(Reader(page).links)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "Jl. &lt;Contoh&gt; 1" in page


def test_only_its_own_script_may_run(tmp_path: Path) -> None:
    page = book_page(books.book(tmp_path, books.entry("a", "Apa?", "Ini.")), {})
    assert "default-src 'none'" in page
    assert re.search(r"script-src 'sha256-[A-Za-z0-9+/]{43}='", page)


def test_local_facts_are_told_or_marked_empty(tmp_path: Path) -> None:
    one = books.entry("a", "Kapan buka?", "Ini.", "Lokal: jam-layanan, kontak, tak-dikenal")
    page = book_page(books.book(tmp_path, one), books.FACTS)
    assert 'Jam layanan: <mark class="empty">belum diisi</mark>' in page
    assert 'tak dikenal: <mark class="empty">belum diisi</mark>' in page
    assert "<small>Sumber: SE 1/2026</small>" in page
    assert "1 dari 2 data lokal belum diisi" in page


def test_lists_links_and_small_print(tmp_path: Path) -> None:
    answer = "Begini:\n\n3. Satu\n4. Dua\n   - dalam\n   lanjutan\n5. Tiga\n\nLihat [b](entry:b)."
    book = books.book(
        tmp_path,
        books.entry("a", "Apa A?", answer, "Per: 2026-11-20", "Sumber: Buku X", "Lihat juga: b"),
        books.entry("b", "Apa B?", "https://contoh.go.id/x. Titik."),
    )
    page = book_page(book, {})
    assert '<ol start="3"><li>Satu</li><li>Dua<ul><li>dalam<br>lanjutan</li></ul></li>' in page
    assert '<a href="#b">b</a>' in page
    assert '<a href="#b"><b>1.2</b> <span>Apa B?</span></a>' in page
    assert '<a href="https://contoh.go.id/x" rel="noopener noreferrer">' in page
    assert "fakta per 20 November 2026 · Sumber: Buku X" in page


def test_what_is_no_mark_stays_letters(tmp_path: Path) -> None:
    answer = "- satu\n\n  lagi _a_\n- ![x](y) `b`\n\n### Dan\n> [c](mailto:d) \\*"
    page = book_page(books.book(tmp_path, books.entry("a", "Apa?", answer)), {})
    assert "<ul><li>satu<br>lagi _a_</li><li>![x](y) <code>b</code></li></ul>" in page
    assert "<h4>Dan</h4><p>&gt; [c](mailto:d) *</p>" in page


def test_no_empty_index(tmp_path: Path) -> None:
    page = book_page(books.book(tmp_path, books.entry("a", "Apa?", "Ini.")), {})
    assert "indeks-pesan" not in page
    assert "data-lokal" not in page
