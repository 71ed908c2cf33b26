"""What a message means that goes on about what was answered just before: "kalau PPPK?", "wajib?".

It is looked up by itself first: whatever is a question of its own stays one. Else it is about the
entry that was spoken of, or one of those near it in the book.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import sqrt

import numpy as np

from faq.book.book import Book, Entry
from faq.matching.examples import Asked
from faq.matching.matcher import Answer, Matcher, Suggestions
from faq.text.asking import asks
from faq.text.intent import bare
from faq.text.language import plain
from faq.text.tokens import tokens
from faq.text.vocabulary import sections

FILE = "follow_ups.txt"
LONGEST = 12
"""Words; whoever writes more tells a matter of their own."""
FEW = 2
"""Informative words up to which a mere question may be about what was said before."""
# Set on tests/faq/talks/followups.csv and new-after.csv, 2026-11-26.
MEANT = 0.1
"""How much a near entry must be meant by words that only ask, and do not point back."""
SURE = 0.2
AHEAD = 2.0
"""How sure, and how far ahead of the next, a near entry must be to be the answer."""
OWN = 0.5
"""Share of a word's use from which it is the book's."""
OFFERED = 2
CHOICES = 3
PERHAPS = 0.04
"""How much a near entry must be meant to be among the choices."""
DOUBTED = 0.98
"""How sure one word alone must be to lead away from what was spoken of."""
EVERYTHING = 1_000


@dataclass(frozen=True, slots=True)
class NoMore:
    """It is about the entry again, and the book has only these beside it."""

    best: str
    near: tuple[str, ...]

    def offered(self) -> Suggestions:
        return Suggestions(
            self.best, 0.0, 0.0, "buku hanya sampai di situ", (*self.near, self.best)
        )


Followed = Answer | Suggestions | NoMore


class Context:
    def __init__(self, book: Book, matcher: Matcher) -> None:
        self.book = book
        self.matcher = matcher
        self.labels = {entry: label for label, entry in enumerate(matcher.classes.ids)}

    def follow(self, message: str, entry: Entry, *, sure: bool = False) -> Followed | None:
        """None where the message is a question of its own. `sure`: it is known to go on."""
        said = plain(message)
        if not said or len(said) > LONGEST or entry.id not in self.labels:
            return None
        found, asked = self.matcher.find(message), self.matcher.read(message)
        points = sure or points_back(message) or (bare(message) and asks(message))
        if not points and (not asks(message) or asked.informative > FEW):
            return None
        near = self.near(message, entry)
        if isinstance(found, Answer):
            return self.doubted(found, asked, entry, near)
        if not sure and self.foreign(asked, entry):
            return None
        own, others = near[0], near[1:]
        best = max(near, key=lambda one: one.alone)
        if not points and best.alone < MEANT:
            return None
        alone = found.ids if isinstance(found, Suggestions) else ()
        likely = tuple(one.id for one in others if one.likely > 0)[:OFFERED]
        if again(message) or (wants_address(message) and asked.informative < FEW):
            return NoMore(entry.id, likely)
        if others and (only_near(alone, near) or self.outright(message, asked, own, others)):
            first, second = others[0], max([own.likely, *(one.likely for one in others[1:2])])
            return Answer(first.id, first.likely, second, "lanjutan topik")
        if isinstance(found, Suggestions) and (best is not own or own.alone < SURE):
            perhaps = [one.id for one in others[:2] if one.alone >= PERHAPS]
            ids = (*perhaps[:1], *alone[:1], *perhaps[1:], *alone[1:])
            return offered(found, entry, ids, first=best is own)
        return NoMore(entry.id, likely)

    def doubted(
        self, found: Answer, asked: Asked, entry: Entry, near: list[Near]
    ) -> Followed | None:
        """An answer by one word only, that leads away from what was spoken of."""
        if (
            asked.informative > 1
            or found.score >= DOUBTED
            or any(one.id == found.best for one in near)
        ):
            return None
        return offered(found, entry, (found.best, *(one.id for one in near[1:2])))

    def outright(self, message: str, asked: Asked, own: Near, others: list[Near]) -> bool:
        """Whether one that is near is meant beyond doubt: by words that are not the entry's."""
        first, second = others[0], max([own.alone, *(one.alone for one in others[1:])])
        if first.likely < SURE or first.alone < AHEAD * second:
            return False
        held_own, held = self.held(asked, own.id), self.held(asked, first.id)
        return held_own == 0 and held == 1 if bare(message) else held > held_own

    def near(self, message: str, entry: Entry) -> list[Near]:
        """The entry first, then those beside it in the book, the likeliest first."""
        alone = self.scores(message)
        within = self.scores(f"{entry.question} {message}")
        found = [
            Near(one, alone.get(one, 0.0), sqrt(alone.get(one, 0.0) * within.get(one, 0.0)))
            for one in dict.fromkeys(self.beside(entry))
            if one != entry.id
        ]
        found.sort(key=lambda one: -one.likely)
        own = alone.get(entry.id, 0.0)
        return [Near(entry.id, own, own), *found]

    def beside(self, entry: Entry) -> Iterator[str]:
        """What it refers to, what refers to it, and what may be meant by the same few words."""
        yield from entry.see_also
        yield from (other.id for other in self.book.entries if entry.id in other.see_also)
        for one in self.book.disambiguation:
            if entry.id in one.choices:
                yield from one.choices

    def scores(self, text: str) -> dict[str, float]:
        return {one.id: one.score for one in self.matcher.rank(text, EVERYTHING)}

    def held(self, asked: Asked, entry: str) -> float:
        if not len(asked.stems):
            return 0.0
        return float(self.matcher.exact.held(asked.stems, self.labels[entry]).mean())

    def foreign(self, asked: Asked, entry: Entry) -> bool:
        """Whether any word is neither the entry's nor, oftener than not, the book's."""
        label, of_book = self.labels[entry.id], self.matcher.ownership.of_book
        return any(
            of_book(term) < OWN and not self.matcher.exact.held(np.array([term]), label)[0]
            for term in asked.telling.tolist()
        )


@dataclass(frozen=True, slots=True)
class Near:
    id: str
    alone: float
    """How much it is meant by the words themselves."""
    likely: float
    """The same, with what was spoken of before them."""


def offered(
    found: Answer | Suggestions, entry: Entry, ids: tuple[str, ...], *, first: bool = False
) -> Suggestions:
    """Also what was spoken of: it may be about that after all. `first`: likelier than not."""
    others = tuple(one for one in dict.fromkeys(ids) if one != entry.id)[:CHOICES]
    kept = (entry.id, *others) if first else (*others, entry.id)
    return Suggestions(kept[0], found.score, found.runner_up_score, "lanjutan topik?", kept)


def only_near(ids: tuple[str, ...], near: list[Near]) -> bool:
    """Whether of what the words may mean by themselves just the likeliest stands beside it."""
    own, first, *others = (one.id for one in near)
    return first in ids and own not in ids and set(others).isdisjoint(ids)


def asks_again(message: str) -> bool:
    """ "Jelaskan lagi", "contohnya mana", and nothing besides."""
    return bare(message) and again(message)


def points_back(message: str) -> bool:
    said = plain(message)
    pairs = set(pairwise(said))
    if ("apa", "itu") in pairs or ("itu", "apa") in pairs:
        said = tuple(word for word in said if word != "itu")  # "apa itu SKP" points at nothing
    begins = bool(said) and said[0] in marks("beginning")
    return begins or not marks("pointing").isdisjoint(said) or suffixed(message)


def suffixed(message: str) -> bool:
    """ "Linknya", "jam nya": of something that both know."""
    return any(
        token in {"nya", "ny"} or (token.endswith("nya") and token not in marks("no suffix"))
        for token in tokens(message)
    )


def again(message: str) -> bool:
    """It is to be told once more, or more plainly."""
    return not marks("again").isdisjoint(plain(message))


def wants_address(message: str) -> bool:
    return not marks("address").isdisjoint(plain(message))


@cache
def marks(section: str) -> frozenset[str]:
    return frozenset(word for line in sections(FILE)[section] for word in line.split())
