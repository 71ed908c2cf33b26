"""What people type first, short and broad: several entries may be meant, and all are named.

Written apart from the disambiguations. Messages in the very words of a phrasing, whatever their
form ("loginnya", "Login?"), are left out of the figures: the index knows those by heart.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from faq.book.book import Book
from faq.matching.evaluation import share
from faq.matching.examples import key
from faq.matching.matcher import Answer, Found, Matcher, Silence, Suggestions
from faq.matching.out_of_scope import out_of_scope
from faq.text.features import features
from tests.faq.matching import split

BROAD = Path(__file__).parents[1] / "labelled" / "broad"


@dataclass(frozen=True)
class Broad:
    question: str
    ids: frozenset[str]
    """Any of them will do; none where the book has nothing to say."""
    style: str


def every() -> list[Broad]:
    found = []
    for path in sorted(BROAD.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += [
                Broad(row["question"], frozenset(row["ids"].split()), row["style"])
                for row in csv.DictReader(file)
            ]
    return found


def tune(book: Book) -> list[Broad]:
    return [row for row in fresh(book) if not split.held_out(row.question)]


def held(book: Book) -> list[Broad]:
    return [row for row in fresh(book) if split.held_out(row.question)]


def fresh(book: Book) -> list[Broad]:
    known = {key(features(text)) for text in index(book)}
    return [row for row in every() if key(features(row.question)) not in known]


def index(book: Book) -> Iterable[str]:
    for entry in book.entries:
        yield from entry.asked_with
    for one in book.disambiguation:
        yield from one.phrasings
    yield from (text for text, _ in out_of_scope())


def figures(matcher: Matcher, rows: list[Broad]) -> dict[str, float]:
    found = [(row, matcher.find(row.question)) for row in rows]
    in_scope = [(row, one) for row, one in found if row.ids]
    foreign = [one for row, one in found if not row.ids]
    return {
        "in_scope": len(in_scope),
        "out_of_scope": len(foreign),
        "met": share(met(row, one) for row, one in in_scope),
        "answered_wrong": share(
            isinstance(one, Answer) and one.best not in row.ids for row, one in in_scope
        ),
        "silent": share(isinstance(one, Silence) for _, one in in_scope),
        "out_of_scope_answered": share(isinstance(one, Answer) for one in foreign),
        "out_of_scope_silent": share(isinstance(one, Silence) for one in foreign),
    }


def met(row: Broad, found: Found) -> bool:
    """Answered or offered one of those that may be meant."""
    if isinstance(found, Answer):
        return found.best in row.ids
    return isinstance(found, Suggestions) and not row.ids.isdisjoint(found.ids)
