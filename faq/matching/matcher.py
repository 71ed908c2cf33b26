"""Question -> Answer | Suggestions | Silence.

A calibrated confidence decides whether to answer, to offer a choice, or to say that the book does
not know. What is short and may mean several entries is not answered outright: a disambiguation
says what to offer, and where there is none, counts of who uses those words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Protocol, Self

import numpy as np

from faq.book.book import Book
from faq.book.disambiguation import Disambiguation
from faq.matching.answers import Answers
from faq.matching.classifier import KeptApart, train
from faq.matching.confidence import Confidence
from faq.matching.corpus import Corpus
from faq.matching.exact import EXACT, ExactIndex
from faq.matching.examples import Asked, Examples, Numbering
from faq.matching.few_words import FewWords
from faq.matching.inverted_index import InvertedIndex
from faq.matching.out_of_scope import OutOfScopeTopics, out_of_scope
from faq.matching.ownership import Ownership
from faq.matching.ranking import Order, Ranked, Ranking
from faq.matching.recall import recalling
from faq.matching.results import Answer, Candidate, Found, Silence, Suggestions
from faq.text.clauses.heard import Heard, heard
from faq.text.features import features
from faq.text.typos import Corrector

__all__ = ["Answer", "Candidate", "Found", "Matcher", "Silence", "Suggestions"]

# Set on the tuning halves of tests/faq/labelled and of its folder broad, and on its folder meant,
# 2026-11-28.
ANSWER = 0.45
ANSWER_ALONE = 0.7
"""Where nothing out of scope is known that would lead, or tie, with what is not in the book."""
ANSWER_SHORT = 0.6
SUGGEST = 0.18
NARROW = 0.5
"""By how much out of scope may lead where all of a short question is in the book's words."""
BESIDE = 0.15
"""Nearer behind the best entry than this, out of scope keeps it from being the answer."""
TIED = 0.12
"""The same for another entry."""
LEVEL = 0.03
"""Nearer before the best entry than this, out of scope doesn't silence it."""
FAR = 0.9
"""So far ahead of every other, an entry is what few words mean, whose ever they are."""

MOST_SUGGESTED = 3
CLEAR = 0.3
"""How much of its first class what a message turns to must mean, to need nothing of the rest."""
FOLLOWING_VOICE = 1.0
SHARPNESS = 3.0
LOOKED_AT = 12
AT_HAND = 64
"""Messages, or parts of one, of which the order of the classes is."""
EVEN = 0.5
"""How sure of its first choice an offer may be that no entry leads."""


@dataclass(frozen=True)
class Understood:
    asked: Asked
    """The part that asks."""
    order: Order
    turns_to: str | None
    """What a contrast tells apart from the rest; None where there is none."""
    denies_all: bool
    first: Sequence[Ranked]
    """Of the order, down to the last entry that is looked at."""


class SecondLook(Protocol):
    """Has its say on what the book alone makes of a question: what was taught beside it."""

    def weigh(self, question: str, said: Understood, found: Found) -> Found: ...


class Matcher:
    """A changed book means a new one."""

    second_look: SecondLook | None = None
    """To be set before anything is asked: what was found is kept."""

    def __init__(
        self,
        phrasings: Iterable[tuple[str, str]],
        out_of_scope: Iterable[tuple[str, str]] = (),
        disambiguation: Iterable[Disambiguation] = (),
        answers: Iterable[tuple[str, str]] = (),
    ) -> None:
        """Pairs of a phrasing and its entry's id, of a question and its topic, and of an answer
        and its entry's id."""
        corpus = Corpus(phrasings, out_of_scope, disambiguation)
        examples = Examples(corpus.texts)
        self.classes = corpus.classes
        self.numbering = Numbering(examples.vocabulary)
        # An entry must not learn to keep back where a disambiguation offers it.
        apart = KeptApart(corpus.unambiguous, self.classes.entries)
        classifier = train(examples, corpus.labels.tolist(), len(self.classes), apart)
        self.correct = Corrector(examples.words)
        index = InvertedIndex(examples, corpus.unambiguous)
        self.exact = ExactIndex(corpus, examples)
        self.few_words = FewWords(corpus.classes, self.exact)
        self.ranking = Ranking(corpus, classifier, index, self.exact)
        told = Answers(answers, corpus.classes.label_of)
        self.ownership = Ownership(corpus, index)
        self.confidence = Confidence(self.classes, index, self.exact, told, self.ownership)
        self.out_of_scope = OutOfScopeTopics(corpus, index)

    @classmethod
    def of(cls, book: Book, foreign: Iterable[tuple[str, str]] | None = None) -> Self:
        """`foreign`: in place of all that is known to be out of scope."""
        return cls(
            ((text, entry.id) for entry in book.entries for text in entry.asked_with),
            out_of_scope() if foreign is None else foreign,
            book.disambiguation,
            ((entry.answer, entry.id) for entry in book.entries),
        )

    def rank(self, question: str, limit: int = 5) -> list[Candidate]:
        """The entries in order, whether or not any of them is an answer."""
        _, ranked = self.order(question, max(LOOKED_AT, limit))
        best = followed(self.of_entries(ranked))[:limit]
        least = accumulate((one.total for one in best), min)
        return [
            Candidate(self.classes.ids[one.label], likely(total))
            for one, total in zip(best, least, strict=True)
        ]

    def standing(self, question: str) -> dict[int, float]:
        """All entries in the order of `rank`, and of each the least total up to it."""
        order = self.said(question).order
        entries = (order.labels < self.classes.entries).nonzero()[0]
        totals = order.totals[entries].astype(np.float64)
        # As `followed` puts them.
        behind = (-(totals + FOLLOWING_VOICE * order.near[entries])[1:]).argsort(kind="stable")
        best = np.concatenate((np.zeros(1, np.intp), behind + 1)) if len(entries) else entries
        least = np.minimum.accumulate(totals[best])
        return dict(zip(order.labels[entries[best]].tolist(), least.tolist(), strict=True))

    def weigh(self, story: str, limit: int) -> list[tuple[str | None, float]]:
        """What comes nearest to a story, best first, with its weight; None is out of scope."""
        _, ranked = self.order(story, limit)
        weighed: list[tuple[str | None, float]] = []
        for one in ranked:
            if self.classes.is_entry(one.label):
                weighed.append((self.classes.ids[one.label], one.total))
            elif (ambiguous := self.classes.disambiguation(one.label)) is not None:
                weighed += [(choice, one.total) for choice in ambiguous.choices]
            else:
                weighed.append((None, one.total))
        return weighed

    @cached_property
    def find(self) -> Callable[[str], Found]:
        return recalling(self.look_up)

    def look_up(self, question: str) -> Found:
        found = self.in_book(question)
        if self.second_look is None:
            return found
        return self.second_look.weigh(question, self.said(question), found)

    def in_book(self, question: str) -> Found:
        found, clause = self._in_book(question), self.said(question).turns_to
        named = self.named(clause or question, by_itself=clause is not None)
        if named is None or found.best in named.choices:
            return found
        return Suggestions(named.choices[0], EVEN, EVEN, f"simpang: {named.title}", named.choices)

    def named(self, clause: str, *, by_itself: bool) -> Disambiguation | None:
        """The one that a clause names in its very words; or also that it means by itself, whatever
        is found by what is said before it: "sudah bisa login, cuma skp tidak muncul"."""
        said = self.said(clause)
        label = self.exact.same(said.asked.key)
        if label is None and by_itself:
            known = [one for one in said.first if one.label != self.classes.out_of_scope]
            if known and self.few_words.says_no_more(said.asked, known[0].label):
                label = known[0].label
        return None if label is None else self.classes.disambiguation(label)

    def _in_book(self, question: str) -> Found:
        said = self.said(question)
        asked, ranked = said.asked, [*said.first]
        found = self.decided(said, ranked)
        offers = said.denies_all and self.exact.same(asked.key) is None
        if offers and isinstance(found, Answer):
            return self.offer(self.of_entries(ranked), EVEN, "hanya yang bukan dimaksud")
        return found

    def order(self, question: str, wanted: int) -> tuple[Asked, list[Ranked]]:
        """What a message asks, and the classes in the order in which it may mean them."""
        said = self.said(question)
        if wanted == LOOKED_AT:
            return said.asked, [*said.first]
        return said.asked, self.ranking.first(said.order, wanted)

    @cached_property
    def said(self) -> Callable[[str], Understood]:
        """Whether it has several matters, goes on about the last one, and what it means: each
        looks at the same message."""
        return lru_cache(maxsize=AT_HAND)(self._said)

    def _said(self, question: str) -> Understood:
        told = heard(question)
        asked, order = self._order(told)
        turns_to = None if told.turns_to == told.whole else told.turns_to
        first = self.ranking.first(order, LOOKED_AT)
        return Understood(asked, order, turns_to, told.denies_all, first)

    def _order(self, said: Heard) -> tuple[Asked, Order]:
        """What the part that asks leaves open, the whole message tells."""
        whole = self.read(said.whole)
        if said.turns_to == said.whole or self.exact.same(whole.key) is not None:
            return whole, self.ranking.order(whole)
        asks = whole if said.asks == said.whole else self.read(said.asks)
        if said.turns_to == said.asks:
            return asks, self.ranking.order(asks)
        turned = self.read(said.turns_to)
        told = asks if turned.short else turned
        order, alone = self.ranking.order(asks), self.ranking.order(turned)
        if not (len(order.labels) and len(alone.labels)) or order.labels[0] == alone.labels[0]:
            return asks, order
        if alone.totals[0] >= CLEAR and ahead(alone) >= TIED:
            return told, alone
        other = self.ranking.order(turned, asks)
        return asks, order if order.labels[0] == other.labels[0] else other

    def decided(self, said: Understood, ranked: list[Ranked]) -> Found:
        asked = said.asked
        if not asked.words or not ranked:
            return Silence(None, 0.0, 0.0, "tidak ada kata yang dikenal")
        if self.few_words.tells_nothing(asked):
            return Silence(None, 0.0, 0.0, "tidak menyebut apa-apa")
        known = [one for one in ranked if one.label != self.classes.out_of_scope]
        if (found := self.ambiguous(asked, ranked, known)) is not None:
            return found
        ranked = [one for one in ranked if one.label not in self.classes.ambiguous]
        entries = self.of_entries(ranked)
        if not entries:
            return Silence(None, 0.0, 0.0, "di luar isi buku")
        decide = self.led_by_entry if entries[0] is ranked[0] else self.led_by_out_of_scope
        return decide(said, ranked, entries)

    @cached_property
    def read(self) -> Callable[[str], Asked]:
        return lru_cache(maxsize=AT_HAND)(self._read)

    def _read(self, question: str) -> Asked:
        return Asked(features(question, self.correct), self.numbering)

    def ambiguous(
        self, asked: Asked, ranked: list[Ranked], known: list[Ranked]
    ) -> Suggestions | None:
        """What a disambiguation offers, where one leads and the message says no more than it."""
        if (bare := self.few_words.goes_on(asked)) is not None:
            return Suggestions(bare.choices[0], EVEN, EVEN, f"simpang: {bare.title}", bare.choices)
        found = self.classes.disambiguation(known[0].label) if known else None
        if found is None or not self.few_words.says_no_more(asked, known[0].label):
            return None
        if known[0] is not ranked[0] and not self.nearly_known(asked, ranked, known):
            return None
        if self.is_owned(asked, ranked):
            return None
        score = min(EVEN, self.confidence.of(asked, known))
        reason = f"simpang: {found.title}"
        return Suggestions(found.choices[0], score, score, reason, found.choices)

    def is_owned(self, asked: Asked, ranked: list[Ranked]) -> bool:
        """Whether its words hardly ever ask about another than the entry that leads: "kurva"."""
        entries = self.of_entries(ranked)
        return (
            bool(entries)
            and self.leads_far(ranked)
            and self.ownership.owns(entries[0].label, asked)
        )

    def nearly_known(self, asked: Asked, ranked: list[Ranked], known: list[Ranked]) -> bool:
        """Short, in the book's own words, and what is out of scope hardly leads."""
        return self.ownership.familiar(asked) and ranked[0].total - known[0].total <= NARROW

    def led_by_out_of_scope(
        self, said: Understood, ranked: list[Ranked], entries: list[Ranked]
    ) -> Found:
        asked = said.asked
        if self.nearly_known(asked, ranked, entries):
            return self.offer(entries, EVEN, "pendek, nyaris di luar isi buku")
        if ranked[0].total - entries[0].total < LEVEL:
            return self.offer(entries, SUGGEST, "sama dekatnya dengan di luar isi buku")
        score, topic = self.confidence.of(asked, ranked), self.out_of_scope.topic(asked)
        reason = f"di luar isi buku: {topic}" if topic else "di luar isi buku"
        return Silence(self.classes.ids[entries[0].label], 0.0, score, reason)

    def led_by_entry(self, said: Understood, ranked: list[Ranked], entries: list[Ranked]) -> Found:
        asked = said.asked
        score, best = self.confidence.of(asked, ranked), entries[0].label
        if self.exact.same(asked.key) == best:
            score = max(score, EXACT)
        elif (
            self.tied(said, ranked)
            or not (self.ownership.sole(asked, best) or self.leads_far(ranked))
            or self.ownership.of_another(asked)
        ):
            score = min(score, SUGGEST)
        second = runner_up(ranked, score)
        if score >= self.enough(asked):
            return Answer(self.classes.ids[best], score, second, "cukup yakin")
        if score >= SUGGEST or self.ownership.familiar(asked):
            return self.offer(entries, score, "ragu di antara beberapa entri")
        return Silence(self.classes.ids[best], score, second, "terlalu jauh dari isi buku")

    def leads_far(self, ranked: list[Ranked]) -> bool:
        """Whether nothing comes anywhere near the first entry, out of scope or other."""
        best, *others = (one for one in ranked if one.label not in self.classes.ambiguous)
        return self.classes.is_entry(best.label) and all(
            best.total - one.total >= FAR for one in others[:1]
        )

    def tied(self, said: Understood, ranked: list[Ranked]) -> bool:
        """Whether another entry, or out of scope, comes too near to tell which is meant; of few
        words only one that accounts for them as well."""
        best, *others = ranked[:LOOKED_AT]
        apart = TIED if said.turns_to is None else 0.0
        return any(
            best.total - one.total < apart and self.accounts(said.asked, one, beside=best)
            if self.classes.is_entry(one.label)
            else best.total - one.total < BESIDE
            for one in others
        )

    def accounts(self, asked: Asked, one: Ranked, *, beside: Ranked) -> bool:
        """For all that the other is asked with; longer messages have words for many."""
        if not asked.short:
            return True
        covers, wanted = (self.exact.held(asked.telling, each.label) for each in (one, beside))
        return bool((covers | ~wanted).all())

    def enough(self, asked: Asked) -> float:
        if asked.short:
            return ANSWER_SHORT
        return ANSWER if self.out_of_scope else ANSWER_ALONE

    def offer(self, entries: list[Ranked], score: float, reason: str) -> Suggestions:
        order = followed(entries)[:MOST_SUGGESTED]
        ids = tuple(self.classes.ids[one.label] for one in order)
        return Suggestions(ids[0], score, runner_up(order, score), reason, ids)

    def of_entries(self, ranked: list[Ranked]) -> list[Ranked]:
        return [one for one in ranked if one.label < self.classes.entries]


def ahead(order: Order) -> float:
    return float(order.totals[0] - order.totals[1]) if len(order.totals) > 1 else 0.0


def likely(total: float) -> float:
    return 1 / (1 + math.exp(-SHARPNESS * total))


def followed(entries: list[Ranked]) -> list[Ranked]:
    """The first stays; behind it, likeness to a phrasing weighs more than the model's opinion."""
    behind = sorted(entries[1:], key=lambda one: -(one.total + FOLLOWING_VOICE * one.near))
    return [*entries[:1], *behind]


def runner_up(ranked: list[Ranked], score: float) -> float:
    if len(ranked) < 2:
        return 0.0
    return score * math.exp(SHARPNESS * (ranked[1].total - ranked[0].total))
