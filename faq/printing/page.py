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
from faq.book import Book, Chapter, Entry, LocalFact
from faq.printing import words
from faq.printing.blocks import Block, Item, Listing, Paragraph, blocks, flowing
from faq.printing.inline import Kind, Line, Span, plain
from faq.printing.messages import Message
from faq.printing.volume import Volume, provenance, volume

UP: Final = (
    f'<p class="up no-print"><a href="#isi" title="{words.CONTENTS}">↑'
    f" <span>{words.CONTENTS}</span></a></p>"
)
LOOK: Final = Path(__file__).parent / "look"


def html_page(book: Book, local: Mapping[str, LocalFact]) -> str:
    printed = volume(book, local)
    return "\n".join(
        [
            _head(printed),
            _cover(printed),
            '<div class="frame">',
            _contents(printed),
            "<main>",
            *(_chapter(printed, chapter) for chapter in printed.book.chapters),
            _messages(printed),
            _local(printed),
            "</main></div>",
            UP,
            f"<script>{_file('page.js')}</script>",
            "</body></html>",
            "",
        ]
    )


@cache
def _file(name: str) -> str:
    return (LOOK / name).read_text(encoding="utf-8")


def _head(printed: Volume) -> str:
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


def _cover(printed: Volume) -> str:
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


def _contents(printed: Volume) -> str:
    parts = []
    for chapter in printed.book.chapters:
        rows = "".join(f"<li>{_link(printed, entry)}</li>" for entry in chapter.entries)
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


def _appendices(printed: Volume) -> Iterable[tuple[str, str]]:
    if printed.messages:
        yield "indeks-pesan", words.MESSAGES
    if printed.local:
        yield "data-lokal", words.LOCAL_HEAD


def _chapter(printed: Volume, chapter: Chapter) -> str:
    entries = "\n".join(_entry(printed, chapter, entry) for entry in chapter.entries)
    return f"""<section class="chapter" aria-labelledby="bab-{chapter.number}">
<h2 id="bab-{chapter.number}"><small>{words.CHAPTER} {chapter.number}</small>
{escape(chapter.title)}</h2>
<div class="intro">{_blocks(flowing(chapter.intro))}</div>
{entries}
</section>"""


def _entry(printed: Volume, chapter: Chapter, entry: Entry) -> str:
    asked = " ".join(entry.phrasings)
    return f"""<article id="{entry.id}" data-tanya="{escape(asked)}">
<h3><a class="number" href="#{entry.id}">{printed.numbers[entry.id]}</a>
<span>{_plain(entry.question)}</span></h3>
<div class="answer">{_blocks(blocks(entry.answer))}</div>
{_local_box(printed.facts(entry))}{_also(printed, entry)}\
<p class="source">{_plain(provenance(chapter, entry))}</p>
</article>"""


def _also(printed: Volume, entry: Entry) -> str:
    rows = "".join(f"<li>{_link(printed, other)}</li>" for other in printed.related(entry))
    return f'<div class="also"><h4>{words.SEE_ALSO}</h4><ul>{rows}</ul></div>\n' if rows else ""


def _link(printed: Volume, entry: Entry) -> str:
    number, question = printed.numbers[entry.id], _plain(entry.question)
    return f'<a href="#{entry.id}"><b>{number}</b> <span>{question}</span></a>'


def _local_box(facts: list[LocalFact]) -> str:
    if not facts:
        return ""
    rows = "".join(f"<li>{escape(fact.label)}: {_value(fact)}</li>" for fact in facts)
    ask = f"<p>{words.ASK}</p>" if any(fact.value is None for fact in facts) else ""
    return f'<aside class="local"><h4>{words.LOCAL}</h4><ul>{rows}</ul>{ask}</aside>\n'


def _value(fact: LocalFact) -> str:
    if fact.value is None:
        return f'<mark class="empty">{words.EMPTY}</mark>'
    return f"<b>{escape(fact.value)}</b>"


def _messages(printed: Volume) -> str:
    if not printed.messages:
        return ""
    rows = "".join(_message(printed, message) for message in printed.messages)
    return f"""<section class="back" id="indeks-pesan"><h2>{words.MESSAGES}</h2>
<p class="intro">{words.MESSAGES_INTRO}</p>
<ul class="messages">{rows}</ul></section>"""


def _message(printed: Volume, message: Message) -> str:
    text = escape(message.text)
    shown = f"<code>{text}</code>" if message.exact else f"<i>{text}</i>"
    rows = "".join(f"<li>{_link(printed, entry)}</li>" for entry in message.entries)
    return f'<li><div>{shown}</div><div class="also"><ul>{rows}</ul></div></li>'


def _local(printed: Volume) -> str:
    if not printed.local:
        return ""
    rows = "".join(
        f"<div><dt>{escape(fact.label)}</dt><dd>{_value(fact)}"
        + (f"<small>{words.SOURCE}: {escape(fact.source)}</small>" if fact.source else "")
        + "</dd></div>"
        for fact in printed.local.values()
    )
    told = words.unfilled(printed.missing(), len(printed.local))
    return f"""<section class="back" id="data-lokal"><h2>{words.LOCAL_HEAD}</h2>
<p class="intro">{words.LOCAL_INTRO} <b>{told}.</b></p>
<dl class="facts">{rows}</dl></section>"""


def _plain(text: str) -> str:
    return escape(plain(text))


def _blocks(found: Iterable[Block]) -> str:
    return "".join(_block(block) for block in found)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        inner = _lines(block.lines)
        return f"<h4>{inner}</h4>" if block.heading else f"<p>{inner}</p>"
    inner = "".join(_item(item) for item in block.items)
    if block.start is None:
        return f"<ul>{inner}</ul>"
    start = f' start="{block.start}"' if block.start != 1 else ""
    return f"<ol{start}>{inner}</ol>"


def _item(item: Item) -> str:
    inside: list[Listing] = item.lists
    return f"<li>{_lines(item.lines)}{_blocks(inside)}</li>"


def _lines(lines: Iterable[Line]) -> str:
    return "<br>".join("".join(_span(span) for span in line) for line in lines)


def _span(span: Span) -> str:
    text = escape(span.text)
    match span.kind:
        case Kind.BOLD:
            return f"<b>{text}</b>"
        case Kind.CODE:
            return f"<code>{text}</code>"
        case Kind.ENTRY:
            return f'<a href="#{escape(span.target)}">{text}</a>'
        case Kind.WEB:
            return f'<a href="{escape(span.target)}" rel="noopener noreferrer">{text}</a>'
        case _:
            return text
