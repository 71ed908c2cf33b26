"""Question -> Answer | Suggestions | Silence."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from faq.book import Book
from faq.language import normalise, terms


@dataclass(frozen=True)
class Candidate:
    id: str
    score: float


@dataclass(frozen=True)
class Verdict:
    best: str | None
    score: float
    runner_up_score: float
    reason: str


@dataclass(frozen=True)
class Answer(Verdict):
    best: str


@dataclass(frozen=True)
class Suggestions(Verdict):
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Silence(Verdict):
    pass


Found = Answer | Suggestions | Silence


class Matcher:
    """Built once, never changed: a new book means a new matcher."""

    def __init__(self, phrasings: Iterable[tuple[str, str]]) -> None:
        docs: dict[str, Counter[str]] = defaultdict(Counter)
        for text, entry in phrasings:
            docs[entry].update(terms(normalise(text)))
        self.ids = tuple(docs)
        self.postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        mean = sum(sum(d.values()) for d in docs.values()) / max(1, len(docs))
        for n, doc in enumerate(docs.values()):
            size = sum(doc.values())
            for term, tf in doc.items():
                norm = tf + 1.5 * (0.25 + 0.75 * size / mean)
                self.postings[term].append((n, tf * 2.5 / norm))

    @classmethod
    def of(cls, book: Book) -> Matcher:
        return cls(
            (text, entry.id)
            for entry in book.entries
            for text in (entry.question, *entry.phrasings)
        )

    def rank(self, question: str, limit: int = 5) -> list[Candidate]:
        return self.ranked(terms(normalise(question)))[:limit]

    def ranked(self, asked: list[str]) -> list[Candidate]:
        scores: dict[int, float] = defaultdict(float)
        total = 1.0
        for term in set(asked):
            found = self.postings.get(term, ())
            idf = math.log(1 + len(self.ids) / (len(found) + 0.5))
            total += idf * 2
            for n, weight in found:
                scores[n] += idf * weight
        best = sorted(scores.items(), key=lambda item: -item[1])
        return [Candidate(self.ids[n], score / total) for n, score in best]

    def find(self, question: str) -> Found:
        ranked = self.ranked(terms(normalise(question)))
        if not ranked:
            return Silence(None, 0.0, 0.0, "tidak ada kata yang dikenal")
        top, second = ranked[0].score, ranked[1].score if len(ranked) > 1 else 0.0
        if top > 0.4 and top > 1.15 * second:
            return Answer(ranked[0].id, top, second, "cukup yakin")
        if top > 0.25:
            ids = tuple(candidate.id for candidate in ranked[:3])
            return Suggestions(ranked[0].id, top, second, "ragu", ids)
        return Silence(ranked[0].id, top, second, "terlalu jauh dari isi buku")
