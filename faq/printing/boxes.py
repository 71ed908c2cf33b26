"""The paper's smaller parts: marks, numbered questions, the box and the table of local facts."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.lib.colors import Color
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from faq.book.book import LocalFact
from faq.printing import styles, words
from faq.printing.letters import BODY, BOLD, drawable
from faq.printing.messages import Message
from faq.printing.pdf_markup import code, text


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


def rule() -> Flowable:
    rule = HRFlowable(width="100%", thickness=0.5, color=styles.LINE, spaceBefore=2, spaceAfter=8)
    rule.keepWithNext = 1
    return rule


def numbered(number: str, question: str) -> Paragraph:
    look = f'bulletFontName="{BOLD}" bulletFontSize="13" bulletColor="#9a6412"'
    lead = f"<bullet {look}>{number}</bullet>"
    return Paragraph(lead + text(question, BOLD), styles.QUESTION)


def message_text(message: Message) -> str:
    return code(message.text) if message.exact else f"<i>{text(message.text)}</i>"


def facts_box(facts: list[LocalFact]) -> Flowable:
    lines = [Paragraph(words.LOCAL, styles.BOX_HEAD)]
    lines += [Paragraph(f"{text(fact.label)}: {_brief(fact)}", styles.BOX) for fact in facts]
    if any(fact.value is None for fact in facts):
        lines.append(Paragraph(words.ASK, styles.SMALL_PLAIN))
    box = Table(
        [[line] for line in lines], colWidths=[styles.MEASURE], style=_boxed(), splitInRow=1
    )
    return KeepTogether([Spacer(1, 3), box])


def facts_table(facts: Iterable[LocalFact]) -> Flowable:
    rows = [
        [Paragraph(text(fact.label), styles.BOX), Paragraph(_value(fact), styles.BOX)]
        for fact in facts
    ]
    widths = [styles.MEASURE * 0.45, styles.MEASURE * 0.55]
    return Table(rows, colWidths=widths, style=_ruled(styles.LINE), splitInRow=1)


def _value(fact: LocalFact) -> str:
    if fact.value is None:
        return f'<font backColor="#ffe9ae"> {words.EMPTY} </font>'
    source = f"<br/><font size=8 color='#5a6675'>{words.SOURCE}: {text(fact.source)}</font>"
    return f"<b>{text(fact.value, BOLD)}</b>" + (source if fact.source else "")


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
