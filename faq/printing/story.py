"""The paper's pages as a flow: contents, chapters, index, local facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    HRFlowable,
    KeepTogether,
    ListFlowable,
    ListItem,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from faq.book import Chapter, Entry, LocalFact
from faq.printing import blocks, styles, words
from faq.printing.inline import plain
from faq.printing.letters import BODY, BOLD, drawable
from faq.printing.markup import code, marked, text
from faq.printing.messages import Message
from faq.printing.rows import Lead, Row
from faq.printing.volume import Volume, provenance

MESSAGES, LOCAL, CONTENTS = "indeks-pesan", "data-lokal", "daftar-isi"
NUMBER = 34.0


class Mark(Flowable):
    """A place one can jump to, told to the outline; it takes no room."""

    def __init__(self, anchor: str, title: str, level: int) -> None:
        super().__init__()
        self.anchor, self.title, self.level = anchor, title, level
        self.keepWithNext = 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.bookmarkHorizontal(self.anchor, 0, 24)
        self.canv.addOutlineEntry(drawable(self.title), self.anchor, self.level, closed=True)


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
        yield _rule()
        yield Mark(entry.id, f"{number} {plain(entry.question)}", 1)
        yield _numbered(number, plain(entry.question))
        yield from self._blocks(blocks.blocks(entry.answer))
        facts = self.printed.facts(entry)
        if facts:
            yield _box(facts)
        yield from self._also(entry)
        yield Paragraph(text(provenance(chapter, entry)), styles.SMALL)
        yield Spacer(1, 8)

    def _also(self, entry: Entry) -> Iterator[Flowable]:
        rows: list[Flowable] = [self._also_row(other) for other in self.printed.related(entry)]
        if rows:
            yield KeepTogether([Paragraph(words.SEE_ALSO, styles.ALSO_HEAD), *rows])

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
            yield KeepTogether([Paragraph(_message(message), styles.MESSAGE), *rows])

    def _local(self) -> Iterator[Flowable]:
        told = words.unfilled(self.printed.missing(), len(self.printed.local))
        yield from _back(LOCAL, words.LOCAL_HEAD, f"{words.LOCAL_INTRO} <b>{told}.</b>")
        rows = [
            [Paragraph(text(fact.label), styles.BOX), Paragraph(_value(fact), styles.BOX)]
            for fact in self.printed.local.values()
        ]
        width = styles.MEASURE
        yield Table(
            rows, colWidths=[width * 0.45, width * 0.55], style=_ruled(styles.LINE), splitInRow=1
        )


def chapter_anchor(chapter: Chapter) -> str:
    return f"bab-{chapter.number}"


def _numbered(number: str, question: str) -> Paragraph:
    look = f'bulletFontName="{BOLD}" bulletFontSize="13" bulletColor="#9a6412"'
    lead = f"<bullet {look}>{number}</bullet>"
    return Paragraph(lead + text(question, BOLD), styles.QUESTION)


def _back(anchor: str, title: str, intro: str) -> Iterator[Flowable]:
    yield PageBreak()
    yield Mark(anchor, title, 0)
    yield Paragraph(title, styles.CHAPTER)
    yield Paragraph(intro, styles.INTRO)


def _message(message: Message) -> str:
    return code(message.text) if message.exact else f"<i>{text(message.text)}</i>"


def _value(fact: LocalFact) -> str:
    if fact.value is None:
        return f'<font backColor="#ffe9ae"> {words.EMPTY} </font>'
    source = f"<br/><font size=8 color='#5a6675'>{words.SOURCE}: {text(fact.source)}</font>"
    return f"<b>{text(fact.value, BOLD)}</b>" + (source if fact.source else "")


def _box(facts: list[LocalFact]) -> Flowable:
    lines = [Paragraph(words.LOCAL, styles.BOX_HEAD)]
    lines += [Paragraph(f"{text(fact.label)}: {_brief(fact)}", styles.BOX) for fact in facts]
    if any(fact.value is None for fact in facts):
        lines.append(Paragraph(words.ASK, styles.SMALL_PLAIN))
    box = Table(
        [[line] for line in lines], colWidths=[styles.MEASURE], style=_boxed(), splitInRow=1
    )
    return KeepTogether([Spacer(1, 3), box])


def _brief(fact: LocalFact) -> str:
    if fact.value is None:
        return _value(fact)
    return f"<b>{text(fact.value, BOLD)}</b>"


def _boxed() -> TableStyle:
    return TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), BODY),
            ("BACKGROUND", (0, 0), (-1, -1), styles.WASH),
            ("LINEBEFORE", (0, 0), (0, -1), 2.4, styles.DEEP),
            ("LEFTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
            ("TOPPADDING", (0, 0), (-1, 0), 6),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 7),
        ]
    )


def _ruled(line: Color) -> TableStyle:
    return TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), BODY),
            ("LINEABOVE", (0, 0), (-1, -1), 0.5, line),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
        ]
    )


def _rule() -> Flowable:
    rule = HRFlowable(width="100%", thickness=0.5, color=styles.LINE, spaceBefore=2, spaceAfter=8)
    rule.keepWithNext = 1
    return rule
