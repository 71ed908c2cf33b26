"""The paper's pages as a flow: contents, chapters, index, local facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    ListFlowable,
    ListItem,
    PageBreak,
    Paragraph,
    Spacer,
)

from faq.book.book import Chapter, Entry
from faq.printing import blocks, styles, words
from faq.printing.boxes import Mark, facts_box, facts_table, message_text, numbered, rule
from faq.printing.inline import plain
from faq.printing.letters import BOLD
from faq.printing.pdf_markup import marked, text
from faq.printing.rows import Lead, Row
from faq.printing.volume import Volume, provenance

MESSAGES, LOCAL, CONTENTS = "indeks-pesan", "data-lokal", "daftar-isi"
NUMBER = 34.0


class Story:
    """One pass over the book; `pages` are the page numbers the pass before has found."""

    def __init__(self, printed: Volume, pages: Mapping[str, int]) -> None:
        self.printed, self.pages = printed, pages

    def flow(self) -> list[Flowable]:
        flow = [*self._contents()]
        for chapter in self.printed.book.chapters:
            flow += self._chapter(chapter)
        if self.printed.messages:
            flow += self._messages()
        if self.printed.local:
            flow += self._local()
        return flow

    def page(self, anchor: str) -> str:
        return str(self.pages.get(anchor, ""))

    def _contents(self) -> Iterator[Flowable]:
        yield PageBreak()
        yield Mark(CONTENTS, words.CONTENTS, 0)
        yield Paragraph(words.CONTENTS, styles.CHAPTER)
        for chapter in self.printed.book.chapters:
            rows = [self._chapter_row(chapter), *(self._row(entry) for entry in chapter.entries)]
            yield KeepTogether(rows[:3])
            yield from rows[3:]
        yield Spacer(1, 8)
        for anchor, title in ((MESSAGES, words.MESSAGES), (LOCAL, words.LOCAL_HEAD)):
            if anchor in self.pages:
                lead = Lead("", title, anchor, self.page(anchor))
                yield Row(lead, styles.CONTENT_CHAPTER, indent=0, above=3)

    def _chapter_row(self, chapter: Chapter) -> Flowable:
        anchor = chapter_anchor(chapter)
        lead = Lead(str(chapter.number), chapter.title, anchor, self.page(anchor))
        return Row(lead, styles.CONTENT_CHAPTER, indent=NUMBER, above=6)

    def _row(self, entry: Entry) -> Row:
        number = self.printed.numbers[entry.id]
        lead = Lead(number, plain(entry.question), entry.id, self.page(entry.id))
        return Row(lead, styles.CONTENT, indent=NUMBER)

    def _chapter(self, chapter: Chapter) -> Iterator[Flowable]:
        label = f"{words.CHAPTER} {chapter.number}"
        yield PageBreak()
        yield Mark(chapter_anchor(chapter), f"{label}. {chapter.title}", 0)
        yield Paragraph(label, styles.KICKER)
        yield Paragraph(text(chapter.title, BOLD), styles.CHAPTER)
        for block in blocks.flowing(chapter.intro):
            if isinstance(block, blocks.Paragraph):
                yield Paragraph(marked(block.lines, self.printed.numbers), styles.INTRO)
        for entry in chapter.entries:
            yield from self._entry(chapter, entry)

    def _entry(self, chapter: Chapter, entry: Entry) -> Iterator[Flowable]:
        number = self.printed.numbers[entry.id]
        yield CondPageBreak(90)
        yield rule()
        yield Mark(entry.id, f"{number} {plain(entry.question)}", 1)
        yield numbered(number, plain(entry.question))
        yield from self._blocks(blocks.blocks(entry.answer))
        facts = self.printed.facts(entry)
        if facts:
            yield facts_box(facts)
        # Together, or the small print would stand alone on a page of its own.
        small = Paragraph(text(provenance(chapter, entry)), styles.SMALL)
        yield KeepTogether([*self._also(entry), small])
        yield Spacer(1, 8)

    def _also(self, entry: Entry) -> Iterator[Flowable]:
        rows = [self._also_row(other) for other in self.printed.related(entry)]
        if rows:
            yield Paragraph(words.SEE_ALSO, styles.ALSO_HEAD)
            yield from rows

    def _also_row(self, entry: Entry) -> Row:
        number = self.printed.numbers[entry.id]
        lead = Lead(number, plain(entry.question), entry.id, self.page(entry.id))
        return Row(lead, styles.ALSO, indent=NUMBER, above=0.5)

    def _blocks(self, found: Iterable[blocks.Block]) -> Iterator[Flowable]:
        known = self.printed.numbers
        for block in found:
            if isinstance(block, blocks.Listing):
                yield self._listing(block)
                yield Spacer(1, 4)
                continue
            words_ = marked(block.lines, known)
            lead_in = words_.endswith(":")
            style = styles.SUBHEAD if block.heading else styles.LEAD_IN if lead_in else styles.TEXT
            yield Paragraph(words_, style)

    def _listing(self, listing: blocks.Listing) -> Flowable:
        # Any: the stubs know no list items in a list.
        items: list[Any] = [ListItem(self._item(item)) for item in listing.items]
        numbered = listing.start is not None
        return ListFlowable(
            items,
            bulletType="1" if numbered else "bullet",
            start=listing.start if numbered else "•",
            bulletFormat="%s." if numbered else None,
            bulletFontName=BOLD,
            bulletFontSize=styles.ITEM.fontSize,
            bulletColor=styles.DEEP,
            leftIndent=styles.INDENT + 5,
        )

    def _item(self, item: blocks.Item) -> list[Flowable]:
        inside = (self._listing(listing) for listing in item.lists)
        return [Paragraph(marked(item.lines, self.printed.numbers), styles.ITEM), *inside]

    def _messages(self) -> Iterator[Flowable]:
        yield from _back(MESSAGES, words.MESSAGES, words.MESSAGES_INTRO)
        for message in self.printed.messages:
            rows: list[Flowable] = [self._row(entry) for entry in message.entries]
            yield KeepTogether([Paragraph(message_text(message), styles.MESSAGE), *rows])

    def _local(self) -> Iterator[Flowable]:
        told = words.unfilled(self.printed.missing(), len(self.printed.local))
        yield from _back(LOCAL, words.LOCAL_HEAD, f"{words.LOCAL_INTRO} <b>{told}.</b>")
        yield facts_table(self.printed.local.values())


def chapter_anchor(chapter: Chapter) -> str:
    return f"bab-{chapter.number}"


def _back(anchor: str, title: str, intro: str) -> Iterator[Flowable]:
    yield PageBreak()
    yield Mark(anchor, title, 0)
    yield Paragraph(title, styles.CHAPTER)
    yield Paragraph(intro, styles.INTRO)
