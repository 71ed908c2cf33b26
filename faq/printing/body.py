"""The page's chapters and entries."""

from __future__ import annotations

from html import escape

from faq.book.book import Chapter, Entry, LocalFact
from faq.printing import words
from faq.printing.blocks import blocks, flowing
from faq.printing.hypertext import plain_text, rendered
from faq.printing.printed_book import PrintedBook, provenance


def chapter_section(printed: PrintedBook, chapter: Chapter) -> str:
    entries = "\n".join(_entry(printed, chapter, entry) for entry in chapter.entries)
    return f"""<section class="chapter" aria-labelledby="bab-{chapter.number}">
<h2 id="bab-{chapter.number}"><small>{words.CHAPTER} {chapter.number}</small>
{escape(chapter.title)}</h2>
<div class="intro">{rendered(flowing(chapter.intro))}</div>
{entries}
</section>"""


def _entry(printed: PrintedBook, chapter: Chapter, entry: Entry) -> str:
    asked = " ".join(entry.phrasings)
    return f"""<article id="{entry.id}" data-tanya="{escape(asked)}">
<h3><a class="number" href="#{entry.id}">{printed.numbers[entry.id]}</a>
<span>{plain_text(entry.question)}</span></h3>
<div class="answer">{rendered(blocks(entry.answer))}</div>
{_local_box(printed.facts(entry))}{_also(printed, entry)}\
<p class="source">{plain_text(provenance(chapter, entry))}</p>
</article>"""


def _also(printed: PrintedBook, entry: Entry) -> str:
    rows = "".join(f"<li>{link(printed, other)}</li>" for other in printed.related(entry))
    return f'<div class="also"><h4>{words.SEE_ALSO}</h4><ul>{rows}</ul></div>\n' if rows else ""


def link(printed: PrintedBook, entry: Entry) -> str:
    number, question = printed.numbers[entry.id], plain_text(entry.question)
    return f'<a href="#{entry.id}"><b>{number}</b> <span>{question}</span></a>'


def _local_box(facts: list[LocalFact]) -> str:
    if not facts:
        return ""
    rows = "".join(f"<li>{escape(fact.label)}: {value(fact)}</li>" for fact in facts)
    ask = f"<p>{words.ASK}</p>" if any(fact.value is None for fact in facts) else ""
    return f'<aside class="local"><h4>{words.LOCAL}</h4><ul>{rows}</ul>{ask}</aside>\n'


def value(fact: LocalFact) -> str:
    if fact.value is None:
        return f'<mark class="empty">{words.EMPTY}</mark>'
    return f"<b>{escape(fact.value)}</b>"
