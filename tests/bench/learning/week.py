"""Weeks to play: one that was written, or any number made of the book without some entries."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from faq.book.book import Book
from faq.book.disambiguation import FEWEST_CHOICES
from faq.matching.clusters import Clusters
from faq.matching.doubt import Doubts, Elsewhere
from faq.matching.likeness import Likeness, Rarity
from faq.matching.matcher import Matcher
from handlers.resources import Resources
from tests.faq.matching import split

OF_NEW, OF_OTHERS, OF_KNOWN, PEOPLE = 6, 25, 100, 80
"""Of a week that is made of the book: questions of each new topic, and the rest."""


@dataclass(frozen=True)
class Played:
    day: int
    person: int
    question: str
    topic: str

    @property
    def new(self) -> bool:
        return self.topic.startswith("new")

    @property
    def known(self) -> bool:
        return not self.new and self.topic not in {"noise", "out"}


def read(path: Path, book: Book) -> list[Played]:
    """Whatever else a topic is called, it is one that the book lacks."""
    own = {entry.id for entry in book.entries} | {"noise", "out"}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    people = {name: number for number, name in enumerate({row["person"]: 0 for row in rows}, 1)}
    return [
        Played(
            int(row["day"]),
            people[row["person"]],
            row["question"].strip(),
            topic if (topic := row["topic"]) in own or topic.startswith("new") else f"new-{topic}",
        )
        for row in rows
    ]


def of_book(resources: Resources, many: int) -> Iterable[tuple[Resources, list[Played]]]:
    """Weeks of which each has other entries of the book for its new topics."""
    dice = random.Random(1)
    rows = [*split.every(), *split.unseen()]
    asked = defaultdict(list)
    for row in rows:
        asked[row.id or "out"].append(row.question)
    for entry in resources.book.entries:
        asked[entry.id] += entry.asked_with
    ids = [entry.id for entry in resources.book.entries]
    dice.shuffle(ids)
    for part in range(many):
        gone = ids[part::many]
        some = [
            (text, f"new-{topic}") for topic in gone for text in dice.sample(asked[topic], OF_NEW)
        ]
        some += [(text, "out") for text in dice.sample(asked["out"], OF_OTHERS)]
        known = [(row.question, row.id) for row in rows if row.id and row.id not in gone]
        some += dice.sample(known, OF_KNOWN)
        dice.shuffle(some)
        yield (
            without(resources, gone),
            [
                Played(1 + at * 5 // len(some), dice.randrange(PEOPLE), text, topic)
                for at, (text, topic) in enumerate(some)
            ],
        )


def without(resources: Resources, gone: Collection[str]) -> Resources:
    """As if nobody had written those entries."""
    book = resources.book
    chapters = tuple(
        replace(chapter, entries=tuple(e for e in chapter.entries if e.id not in gone))
        for chapter in book.chapters
    )
    offers = [
        replace(one, choices=tuple(each for each in one.choices if each not in gone))
        for one in book.disambiguation
    ]
    several = tuple(one for one in offers if len(one.choices) >= FEWEST_CHOICES)
    return studied(resources, replace(book, chapters=chapters, disambiguation=several))


def studied(resources: Resources, book: Book) -> Resources:
    matcher = Matcher.of(book)
    likeness = Likeness(lambda: Rarity.in_book(book), matcher.rank, matcher.correct)
    words = Likeness(lambda: likeness.rarity, correct=matcher.correct)
    return replace(
        resources,
        book=book,
        matcher=matcher,
        clusters=Clusters(likeness, words),
        doubts=Doubts(words),
        elsewhere=Elsewhere(words),
    )
