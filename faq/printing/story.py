"""The PDF's pages as a flow: contents, chapters, index, local facts."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from bot.papers.pdf import styles
from bot.papers.pdf.boxes import Bookmark, rule
from bot.papers.pdf.document import Pages
from bot.papers.pdf.fonts import BOLD
from bot.papers.pdf.markup import Markup, bold, code, hanging, italic, paragraph, text
from bot.papers.pdf.rows import ContentsEntry, ContentsRow
from faq.book.book import Chapter, Entry
from faq.book.markdown import blocks, flowing, plain
from faq.printing import words
from faq.printing.facts_box import facts_box, facts_table
from faq.printing.flowables import flowables
from faq.printing.printed_book import PrintedBook, provenance

MESSAGES, LOCAL, CONTENTS = "indeks-pesan", "data-lokal", "daftar-isi"
NUMBER = 34.0
"""The room that an entry's number takes at the left."""
QUESTION = styles.style(
    "question",
    fontName=BOLD,
    fontSize=13,
    leading=17,
    leftIndent=NUMBER,
    spaceBefore=4,
    spaceAfter=6,
    keepWithNext=1,
)
ALSO_HEAD = styles.style(
    "also-head", fontName=BOLD, fontSize=9.2, leading=13, spaceBefore=7, keepWithNext=1
)
ALSO = styles.style("also", fontSize=9.2, leading=12.6, textColor=styles.LINK)
MESSAGE = styles.style("message", fontSize=9.4, leading=13.4, spaceBefore=6, keepWithNext=1)


class Story:
    """One pass over the book; `pages` are the page numbers the pass before has found."""

    def __init__(self, printed: PrintedBook, pages: Pages) -> None:
        self.printed, self.pages = printed, pages

    def flow(self) -> Iterator[Flowable]:
        yield from self._contents()
        for chapter in self.printed.book.chapters:
            yield from self._chapter(chapter)
        if self.printed.messages:
            yield from self._messages()
        if self.printed.local:
            yield from self._local()

    def _contents(self) -> Iterator[Flowable]:
        yield from _heading(CONTENTS, words.CONTENTS)
        for chapter in self.printed.book.chapters:
            rows = [self._chapter_row(chapter), *(self._row(entry) for entry in chapter.entries)]
            yield KeepTogether(rows[:3])
            yield from rows[3:]
        yield Spacer(1, 8)
        for anchor, title in ((MESSAGES, words.MESSAGES), (LOCAL, words.LOCAL_HEAD)):
            if anchor in self.pages:
                place = ContentsEntry("", title, anchor, self._page(anchor))
                yield ContentsRow(place, styles.CONTENTS_CHAPTER, indent=0, above=3)

    def _chapter_row(self, chapter: Chapter) -> Flowable:
        anchor = _anchor(chapter)
        place = ContentsEntry(str(chapter.number), chapter.title, anchor, self._page(anchor))
        return ContentsRow(place, styles.CONTENTS_CHAPTER, indent=NUMBER, above=6)

    def _row(
        self, entry: Entry, style: ParagraphStyle = styles.CONTENTS, above: float = 1.5
    ) -> Flowable:
        number = self.printed.numbers[entry.id]
        place = ContentsEntry(number, plain(entry.question), entry.id, self._page(entry.id))
        return ContentsRow(place, style, indent=NUMBER, above=above)

    def _page(self, anchor: str) -> str:
        return str(self.pages.get(anchor, ""))

    def _chapter(self, chapter: Chapter) -> Iterator[Flowable]:
        label = f"{words.CHAPTER} {chapter.number}"
        yield PageBreak()
        yield Bookmark(_anchor(chapter), f"{label}. {chapter.title}", 0)
        yield paragraph(text(label), styles.KICKER)
        yield paragraph(text(chapter.title, BOLD), styles.CHAPTER)
        yield from flowables(flowing(chapter.intro), self.printed.numbers, styles.INTRO)
        for entry in chapter.entries:
            yield from self._entry(chapter, entry)

    def _entry(self, chapter: Chapter, entry: Entry) -> Iterator[Flowable]:
        number, question = self.printed.numbers[entry.id], plain(entry.question)
        yield CondPageBreak(90)
        yield rule()
        yield Bookmark(entry.id, f"{number} {question}", 1)
        yield paragraph(hanging(number, question), QUESTION)
        yield from flowables(blocks(entry.answer), self.printed.numbers)
        facts = self.printed.facts(entry)
        if facts:
            yield facts_box(facts)
        # Together, or the small print would stand alone on a page of its own.
        small = paragraph(text(provenance(chapter, entry)), styles.SMALL)
        yield KeepTogether([*self._also(entry), small])
        yield Spacer(1, 8)

    def _also(self, entry: Entry) -> Iterator[Flowable]:
        rows = [self._row(other, ALSO, above=0.5) for other in self.printed.related(entry)]
        if rows:
            yield paragraph(text(words.SEE_ALSO), ALSO_HEAD)
            yield from rows

    def _messages(self) -> Iterator[Flowable]:
        yield from _heading(MESSAGES, words.MESSAGES)
        yield paragraph(text(words.MESSAGES_INTRO), styles.INTRO)
        for message in self.printed.messages:
            shown = code(message.text) if message.exact else italic(message.text)
            rows = [self._row(entry) for entry in message.entries]
            yield KeepTogether([paragraph(shown, MESSAGE), *rows])

    def _local(self) -> Iterator[Flowable]:
        told = words.unfilled(self.printed.missing(), len(self.printed.local))
        yield from _heading(LOCAL, words.LOCAL_HEAD)
        yield paragraph(Markup(f"{text(words.LOCAL_INTRO)} {bold(f'{told}.')}"), styles.INTRO)
        yield facts_table(self.printed.local.values())


def _anchor(chapter: Chapter) -> str:
    return f"bab-{chapter.number}"


def _heading(anchor: str, title: str) -> Iterator[Flowable]:
    yield PageBreak()
    yield Bookmark(anchor, title, 0)
    yield paragraph(text(title), styles.CHAPTER)
