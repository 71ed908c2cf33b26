"""What only the regency knows, in the PDF: beside the answer it bears on, and all at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from bot.papers.pdf import styles
from bot.papers.pdf.boxes import ruled_table, side_box
from bot.papers.pdf.markup import BREAK, Markup, bold, highlighted, paragraph, small, text
from faq.book.book import LocalFact
from faq.printing import words


def facts_box(facts: Sequence[LocalFact]) -> Flowable:
    lines = [paragraph(text(words.LOCAL), styles.BOX_HEAD)]
    for fact in facts:
        lines.append(paragraph(Markup(f"{text(fact.label)}: {_value(fact)}"), styles.BOX))
    if any(fact.value is None for fact in facts):
        lines.append(paragraph(text(words.ASK), styles.BOX_NOTE))
    return side_box(lines)


def facts_table(facts: Iterable[LocalFact]) -> Flowable:
    rows = [
        (paragraph(text(fact.label), styles.BOX), paragraph(_sourced(fact), styles.BOX))
        for fact in facts
    ]
    return ruled_table(rows, shares=(0.45, 0.55))


def _value(fact: LocalFact) -> Markup:
    return highlighted(words.EMPTY) if fact.value is None else bold(fact.value)


def _sourced(fact: LocalFact) -> Markup:
    if fact.value is None or not fact.source:
        return _value(fact)
    return Markup(_value(fact) + BREAK + small(f"{words.SOURCE}: {fact.source}"))
