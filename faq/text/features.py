"""A message as features: what its words mean, how they are spelled, how it was put."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from faq.text.language import Correct, Word, concepts, meant, plain

MOST_SAID = 150
SIZE = 3


@dataclass(frozen=True, slots=True)
class Features:
    words: tuple[Word, ...]
    terms: tuple[str, ...]
    """Stems, concepts, and pairs of neighbouring stems."""
    spelled: tuple[str, ...]
    """Pieces of the words, as they were meant and as they were said, polite ones included."""
    said: tuple[str, ...]
    """All words, polite ones included, and pairs of neighbours."""

    @property
    def blocks(self) -> tuple[tuple[str, ...], ...]:
        return (self.terms, self.spelled, self.said)


def features(text: str, correct: Correct | None = None) -> Features:
    said = plain(text)
    words = tuple(meant(said, correct))
    stems = [word.stem for word in words]
    marked = [f"<{word}" for word in said[:MOST_SAID]]
    written = dict.fromkeys((*(word.text for word in words), *said[:MOST_SAID]))
    return Features(
        words,
        tuple(dict.fromkeys((*stems, *concepts(stems), *pairs(stems)))),
        tuple({piece for word in written for piece in pieces(word)}),
        tuple({*marked, *pairs(marked)}),
    )


def pairs(words: Iterable[str]) -> list[str]:
    return [f"{left} {right}" for left, right in itertools.pairwise(words)]


def rank(feature: str) -> int:
    """A whole word may be four times as rare as a piece or a pair."""
    return 1 if feature.startswith("/") or " " in feature else 4


@lru_cache(maxsize=4_096)
def pieces(word: str) -> tuple[str, ...]:
    """Three letters in a row, the word's borders included, marked apart from words."""
    framed = f" {word} "
    return tuple({"/" + framed[at : at + SIZE] for at in range(len(framed) - SIZE + 1)})
