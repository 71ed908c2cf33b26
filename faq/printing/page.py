"""The book as one static page: nothing is fetched, and it reads well without its script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from bot.words import dates
from faq.book.book import Book, LocalFact
from faq.printing import words
from faq.printing.backmatter import local_facts, message_index
from faq.printing.body import chapter_section, link
from faq.printing.printed_book import PrintedBook, printed_book

UP: Final = (
    f'<p class="up no-print"><a href="#isi" title="{words.CONTENTS}">↑'
    f" <span>{words.CONTENTS}</span></a></p>"
)
LOOK: Final = Path(__file__).parent / "look"


def html_page(book: Book, local: Mapping[str, LocalFact]) -> str:
    printed = printed_book(book, local)
    return "\n".join(
        [
            _head(printed),
            _cover(printed),
            '<div class="frame">',
            _contents(printed),
            "<main>",
            *(chapter_section(printed, chapter) for chapter in printed.book.chapters),
            message_index(printed),
            local_facts(printed),
            UP,
            "</main></div>",
            f"<script>{_file('page.js')}</script>",
            "</body></html>",
            "",
        ]
    )


@cache
def _file(name: str) -> str:
    return (LOOK / name).read_text(encoding="utf-8")


def _head(printed: PrintedBook) -> str:
    return f"""<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{escape(words.SUBJECT)}">
<meta name="author" content="{escape(words.AUTHOR)}">
<title>{escape(words.TITLE)} · {escape(printed.edition)}</title>
<style>{_file("page.css")}</style>
</head>
<body>"""


def _policy() -> str:
    """Only what stands in this file runs, whatever the book's text may contain."""
    digest = hashlib.sha256(_file("page.js").encode()).digest()
    script = f"'sha256-{base64.b64encode(digest).decode()}'"
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src {script}; base-uri 'none'"


def _cover(printed: PrintedBook) -> str:
    book = printed.book
    facts = [
        ("Edisi", printed.edition),
        ("Berlaku mulai", dates.date_of(printed.valid_from) if printed.valid_from else ""),
        ("Fakta diperiksa", dates.date_of(book.as_of) if book.as_of else ""),
        ("Isi", words.counted(len(book.entries), len(book.chapters))),
    ]
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>"
        for name, value in facts
        if value
    )
    return f"""<header class="cover">
<p class="kicker">{escape(words.SUBTITLE)}</p>
<h1>{_whole(words.TITLE)}</h1>
<dl>{rows}</dl>
<p class="caution">{escape(words.CAUTION)}</p>
</header>"""


def _whole(title: str) -> str:
    """A hyphen may not end a line of the title: "e-" above "Kinerja" is no word."""
    return re.sub(r"\S+-\S+", r'<span class="whole">\g<0></span>', escape(title))


def _contents(printed: PrintedBook) -> str:
    parts = []
    for chapter in printed.book.chapters:
        rows = "".join(f"<li>{link(printed, entry)}</li>" for entry in chapter.entries)
        parts.append(
            f"<details><summary><b>{chapter.number}</b> <span>{escape(chapter.title)}</span>"
            f"</summary><ol>{rows}</ol></details>"
        )
    ends = "".join(
        f'<p class="end"><a href="#{anchor}">{title}</a></p>'
        for anchor, title in _appendices(printed)
    )
    return f"""<nav id="isi" aria-label="{words.CONTENTS}">
<div id="cari" class="no-print" role="search" hidden>
<input type="search" placeholder="Cari, misalnya: lupa kata sandi" autocomplete="off"
 aria-label="Cari di buku" enterkeyhint="search">
<p id="jumlah" role="status"></p><ol id="hasil"></ol>
</div>
<h2>{words.CONTENTS}</h2>
{"".join(parts)}
{ends}
</nav>"""


def _appendices(printed: PrintedBook) -> Iterable[tuple[str, str]]:
    if printed.messages:
        yield "indeks-pesan", words.MESSAGES
    if printed.local:
        yield "data-lokal", words.LOCAL_HEAD
