"""Question -> Answer | Suggestions | Silence.

A linear model ranks the entries, the nearest phrasings add their voice, and a calibrated verdict
decides whether to answer, to offer a choice, or to say that the book does not know.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from faq.answer import Answer, Candidate, Found, Silence, Suggestions
from faq.book import Book
from faq.correct import Corrector
from faq.examples import Asked, Examples
from faq.features import features
from faq.linear import Linear, train
from faq.nearest import Nearest
from faq.numbers import Ints
from faq.outside import apart_from
from faq.verdict import ANSWER, ANSWER_SHORT, SHORT, SUGGEST, Evidence, probability
from faq.wording import Wording

__all__ = ["Answer", "Candidate", "Found", "Matcher", "Silence", "Suggestions"]

MOST_SUGGESTED = 3
NEAR_VOICE = 0.5
NEAR_FADE = 0.6
FOLLOWING_VOICE = 1.0
SHARPNESS = 3.0
LOOKED_AT = 12
NEAREST = 60
EXACT = 0.95
"""How sure a question in a phrasing's very words is: what an officer adds must be heard."""
OUTSIDE = "\0"
"""The id of all that is known not to be in the book."""


@dataclass(frozen=True, slots=True)
class Ranked:
    entry: int
    total: float
    margin: float
    near: float


class Matcher:
    """Built once and never changed, so any thread may ask it: a changed book means a new one."""

    def __init__(
        self, phrasings: Iterable[tuple[str, str]], strangers: Iterable[tuple[str, str]] = ()
    ) -> None:
        inside, outside_ = list(phrasings), list(strangers)
        # One class for all strangers: apart, like matters would argue with each other.
        pairs = inside + [(text, OUTSIDE) for text, _ in outside_]
        self.matters = tuple(matter for _, matter in outside_)
        self.known = len(inside)
        self.ids = tuple(dict.fromkeys(entry for _, entry in pairs))
        number = {entry: at for at, entry in enumerate(self.ids)}
        self.labels = [number[entry] for _, entry in pairs]
        examples = Examples(text for text, _ in pairs)
        self.vocabulary = examples.vocabulary
        self.linear: Linear | None = train(examples, self.labels, len(self.ids))
        self.correct = Corrector(examples.words)
        self.nearest = Nearest(examples)
        self.wording = Wording(examples, self.labels, len(self.ids))

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
        )

    def rank(self, question: str, limit: int = 5) -> list[Candidate]:
        """The entries in order, whether or not any of them is an answer."""
        ranked = self.ranked(self.read(question), max(LOOKED_AT, limit + 1))
        entries = [one for one in ranked if self.ids[one.entry] != OUTSIDE]
        order = followed(entries)[:limit]
        scores = accumulate((1 / (1 + math.exp(-SHARPNESS * one.total)) for one in order), min)
        return [
            Candidate(self.ids[one.entry], score) for one, score in zip(order, scores, strict=True)
        ]

    def find(self, question: str) -> Found:
        asked = self.read(question)
        ranked = self.ranked(asked, LOOKED_AT)
        if not asked.words or not ranked:
            return Silence(None, 0.0, 0.0, "tidak ada kata yang dikenal")
        score = probability(self.evidence(asked, ranked))
        if self.wording.same(asked.key) == ranked[0].entry:
            score = max(score, EXACT)
        return self.decided(asked, ranked, score)

    def decided(self, asked: Asked, ranked: list[Ranked], score: float) -> Found:
        entries = [one for one in ranked if self.ids[one.entry] != OUTSIDE]
        if not entries:
            return Silence(None, 0.0, 0.0, "di luar isi buku")
        best, second = self.ids[entries[0].entry], runner_up(ranked, score)
        if entries[0] is not ranked[0]:
            return Silence(best, 0.0, score, f"di luar isi buku{self.matter(asked)}")
        if score >= (ANSWER_SHORT if asked.informative <= SHORT else ANSWER):
            return Answer(best, score, second, "cukup yakin")
        if score >= SUGGEST:
            ids = tuple(self.ids[one.entry] for one in followed(entries)[:MOST_SUGGESTED])
            return Suggestions(best, score, second, "ragu di antara beberapa entri", ids)
        return Silence(best, score, second, "terlalu jauh dari isi buku")

    def matter(self, asked: Asked) -> str:
        """What the stranger is about, for the log and the desk."""
        numbers, cosines = self.nearest.similar(asked.terms)
        likely = dict(zip(cosines.tolist(), numbers.tolist(), strict=True))
        strange = [at for _, at in sorted(likely.items(), reverse=True) if at >= self.known]
        return f": {self.matters[strange[0] - self.known]}" if strange else ""

    def read(self, question: str) -> Asked:
        return Asked(features(question, self.correct), self.vocabulary)

    def ranked(self, asked: Asked, limit: int) -> list[Ranked]:
        """The best entries by the linear model and by their nearest phrasings."""
        near = self.likeness(asked)
        if self.linear is None:
            found = [Ranked(at, 2 * like - 1, 2 * like - 1, like) for at, like in near.items()]
            return sorted(found, key=lambda one: -one.total)[:limit]
        margins = self.linear.scores(asked.blocks)
        totals = margins.copy()
        for at, like in near.items():
            totals[at] += NEAR_VOICE * like
        if (same := self.wording.same(asked.key)) is not None:
            totals[same] = totals.max() + EXACT
        best = np.argsort(-totals, kind="stable")[:limit]
        return [
            Ranked(int(at), float(totals[at]), float(margins[at]), near.get(int(at), 0.0))
            for at in best
        ]

    def likeness(self, asked: Asked) -> dict[int, float]:
        """For each entry its three nearest phrasings, each counting less than the one before."""
        numbers, cosines = self.nearest.similar(asked.terms)
        order = np.argsort(-cosines, kind="stable")[:NEAREST]
        found: dict[int, float] = defaultdict(float)
        seen: dict[int, int] = defaultdict(int)
        for at, cosine in zip(numbers[order].tolist(), cosines[order].tolist(), strict=True):
            entry = self.labels[at]
            if seen[entry] < 3:
                found[entry] += cosine * NEAR_FADE ** seen[entry]
                seen[entry] += 1
        return found

    def evidence(self, asked: Asked, ranked: list[Ranked]) -> Evidence:
        best, others = ranked[0], [one.total for one in ranked[1:4]] or [-1.0]
        covered, foreign = self.coverage(asked.telling, best.entry)
        length = asked.informative
        return Evidence(
            margin=best.margin,
            gap=best.total - others[0],
            lead=best.total - sum(others) / len(others),
            near=best.near,
            covered=covered,
            foreign=foreign,
            length=math.log1p(length),
            short=float(length <= SHORT),
        )

    def coverage(self, telling: Ints, entry: int) -> tuple[float, float]:
        """Shares of the informative words' weight: in the entry, and in no entry at all."""
        if not len(telling):
            return 0.0, 0.0
        weights = self.nearest.idf(telling)
        known = weights @ self.wording.held(telling, entry)
        foreign = weights @ (self.nearest.seen(telling) == 0)
        return float(known / weights.sum()), float(foreign / weights.sum())


def followed(entries: list[Ranked]) -> list[Ranked]:
    """The first stays; behind it, likeness to a phrasing weighs more than the model's opinion."""
    behind = sorted(entries[1:], key=lambda one: -(one.total + FOLLOWING_VOICE * one.near))
    return [*entries[:1], *behind]


def runner_up(ranked: list[Ranked], score: float) -> float:
    if len(ranked) < 2:
        return 0.0
    return score * math.exp(SHARPNESS * (ranked[1].total - ranked[0].total))
