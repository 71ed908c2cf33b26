"""Question -> Answer | Suggestions | Silence.

A calibrated verdict decides whether to answer, to offer a choice, or to say that the book does
not know. What is short and may mean several entries is not answered outright: crossroads say
what to offer, and where there is none, counts of who uses those words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from faq.book.book import Book
from faq.matching.confidence import (
    ANSWER,
    ANSWER_ALONE,
    ANSWER_SHORT,
    BESIDE,
    NARROW,
    OWNED,
    SHORT,
    SUGGEST,
    TIED,
    probability,
)
from faq.matching.examples import Asked
from faq.matching.out_of_scope import apart_from
from faq.matching.ranking import EXACT, OUTSIDE, Ranked, Ranking
from faq.matching.results import Answer, Candidate, Found, Silence, Suggestions

__all__ = ["Answer", "Candidate", "Found", "Matcher", "Silence", "Suggestions"]

MOST_SUGGESTED = 3
FOLLOWING_VOICE = 1.0
SHARPNESS = 3.0
LOOKED_AT = 12
RECALLED = 200
"""Letters of the longest question whose answer is kept at hand, and how many of them are."""
MOST_RECALLED = 1_024
EVEN = 0.5
"""How sure of its first choice an offer may be that no entry leads."""


class Matcher(Ranking):
    """A changed book means a new one."""

    @classmethod
    def of(cls, book: Book, taught: Sequence[str] = ()) -> Matcher:
        """`taught`: what the desk added; strangers like it are strangers no more."""
        return cls(
            (
                (text, entry.id)
                for entry in book.entries
                for text in (entry.question, *entry.phrasings)
            ),
            apart_from(taught),
            book.disambiguation,
        )

    def rank(self, question: str, limit: int = 5) -> list[Candidate]:
        """The entries in order, whether or not any of them is an answer."""
        ranked = self.ranked(self.read(question), max(LOOKED_AT, limit))
        order = followed(self.of_entries(ranked))[:limit]
        scores = accumulate((1 / (1 + math.exp(-SHARPNESS * one.total)) for one in order), min)
        return [
            Candidate(self.ids[one.entry], score) for one, score in zip(order, scores, strict=True)
        ]

    def find(self, question: str) -> Found:
        """The same words are often asked again: when a server is down, by everybody at once."""
        return self._recalled(question) if len(question) <= RECALLED else self.look_up(question)

    @cached_property
    def _recalled(self) -> Callable[[str], Found]:
        return lru_cache(maxsize=MOST_RECALLED)(self.look_up)

    def look_up(self, question: str) -> Found:
        asked = self.read(question)
        ranked = self.ranked(asked, LOOKED_AT)
        if not asked.words or not ranked:
            return Silence(None, 0.0, 0.0, "tidak ada kata yang dikenal")
        known = [one for one in ranked if self.ids[one.entry] != OUTSIDE]
        if (found := self.at_crossroads(asked, ranked, known)) is not None:
            return found
        ranked = [one for one in ranked if self.ids[one.entry] not in self.disambiguation]
        entries = self.of_entries(ranked)
        if not entries:
            return Silence(None, 0.0, 0.0, "di luar isi buku")
        decide = self.decided if entries[0] is ranked[0] else self.led_by_strangers
        return decide(asked, ranked, entries)

    def led_by_strangers(self, asked: Asked, ranked: list[Ranked], entries: list[Ranked]) -> Found:
        if self.nearly_known(asked, ranked, entries):
            return self.offer(entries, EVEN, "pendek, nyaris di luar isi buku")
        score = probability(self.evidence(asked, ranked))
        best = self.ids[entries[0].entry]
        return Silence(best, 0.0, score, f"di luar isi buku{self.matter(asked)}")

    def nearly_known(self, asked: Asked, ranked: list[Ranked], known: list[Ranked]) -> bool:
        """Short, in the book's own words, and strangers hardly lead."""
        return self.familiar(asked) and ranked[0].total - known[0].total <= NARROW

    def at_crossroads(
        self, asked: Asked, ranked: list[Ranked], known: list[Ranked]
    ) -> Suggestions | None:
        """Where one leads, and the message says no more than it does."""
        found = self.disambiguation.get(self.ids[known[0].entry]) if known else None
        if found is None or not self.says_no_more(asked, known[0].entry):
            return None
        if known[0] is not ranked[0] and not self.nearly_known(asked, ranked, known):
            return None
        score = min(EVEN, probability(self.evidence(asked, known)))
        reason = f"simpang: {found.title}"
        return Suggestions(found.choices[0], score, score, reason, found.choices)

    def decided(self, asked: Asked, ranked: list[Ranked], entries: list[Ranked]) -> Found:
        """Without crossroads: how near one comes does not say which entry is meant."""
        score, best = probability(self.evidence(asked, ranked)), entries[0].entry
        if self.wording.same(asked.key) == best:
            score = max(score, EXACT)
        elif self.tied(ranked) or not self.sole(asked, best):
            score = min(score, SUGGEST)
        second = runner_up(ranked, score)
        if score >= self.enough(asked):
            return Answer(self.ids[best], score, second, "cukup yakin")
        if score >= SUGGEST or self.familiar(asked):
            return self.offer(entries, score, "ragu di antara beberapa entri")
        return Silence(self.ids[best], score, second, "terlalu jauh dari isi buku")

    def offer(self, entries: list[Ranked], score: float, reason: str) -> Suggestions:
        order = followed(entries)[:MOST_SUGGESTED]
        ids = tuple(self.ids[one.entry] for one in order)
        return Suggestions(ids[0], score, runner_up(order, score), reason, ids)

    def of_entries(self, ranked: list[Ranked]) -> list[Ranked]:
        """Without crossroads and strangers."""
        return [one for one in ranked if one.entry < self.entries]

    def familiar(self, asked: Asked) -> bool:
        """Short, and all in words of the book."""
        return asked.informative <= SHORT and self.holders.used(asked.telling)

    def sole(self, asked: Asked, entry: int) -> bool:
        """Whether so few words can mean that entry only; more of them speak for themselves."""
        if asked.informative > SHORT:
            return True
        return self.holders.share(asked.stems, asked.telling, entry) >= OWNED

    def tied(self, ranked: list[Ranked]) -> bool:
        """Whether another entry, or strangers, come too near to tell which is meant."""
        return any(
            ranked[0].total - one.total < (TIED if one.entry < self.entries else BESIDE)
            for one in ranked[1:LOOKED_AT]
        )

    def enough(self, asked: Asked) -> float:
        if asked.informative <= SHORT:
            return ANSWER_SHORT
        return ANSWER if self.matters else ANSWER_ALONE

    def says_no_more(self, asked: Asked, crossing: int) -> bool:
        """Than the crossroads; weak words alone must be its very words."""
        if not asked.informative:
            return self.wording.same(asked.key) == crossing
        held = self.wording.held(asked.telling, crossing)
        return asked.informative <= SHORT or bool(held.all())


def followed(entries: list[Ranked]) -> list[Ranked]:
    """The first stays; behind it, likeness to a phrasing weighs more than the model's opinion."""
    behind = sorted(entries[1:], key=lambda one: -(one.total + FOLLOWING_VOICE * one.near))
    return [*entries[:1], *behind]


def runner_up(ranked: list[Ranked], score: float) -> float:
    if len(ranked) < 2:
        return 0.0
    return score * math.exp(SHARPNESS * (ranked[1].total - ranked[0].total))
