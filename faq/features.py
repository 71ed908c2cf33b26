"""A message as features: what its words mean, how they are spelled, how it was typed."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache

from faq.language import Word, concepts, normalise, typed_words

MOST_TYPED = 150
SIZES = (3, 4)


@dataclass(frozen=True, slots=True)
class Features:
    words: tuple[Word, ...]
    terms: tuple[str, ...]
    """Stems, concepts, and pairs of neighbouring stems."""
    spelled: tuple[str, ...]
    """Pieces of the words in standard spelling."""
    typed: tuple[str, ...]
    """Pieces of the words as typed, polite ones included."""

    @property
    def blocks(self) -> tuple[tuple[str, ...], ...]:
        return (self.terms, self.spelled, self.typed)


def features(text: str) -> Features:
    return featured(tuple(normalise(text)), text)


def featured(words: tuple[Word, ...], text: str) -> Features:
    stems = [word.stem for word in words]
    pairs = [f"{left} {right}" for left, right in itertools.pairwise(stems)]
    typed = typed_words(text)[:MOST_TYPED]
    return Features(
        words,
        tuple(dict.fromkeys((*stems, *concepts(stems), *pairs))),
        tuple({piece for word in words for piece in pieces(word.text, "/")}),
        tuple({piece for word in typed for piece in pieces(word, "<")}),
    )


@lru_cache(maxsize=50_000)
def pieces(word: str, mark: str) -> tuple[str, ...]:
    """Three- and four-letter pieces, the word's borders included; `mark` keeps blocks apart."""
    framed = f" {word[:40]} "
    return tuple(
        {mark + framed[at : at + size] for size in SIZES for at in range(len(framed) - size + 1)}
    )
