"""A message as features: what its words mean, how they are spelled, how it was put."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from faq.text.language import Correct, Word, concepts, meant, plain

MOST_SAID = 150
SIZE = 3


@dataclass(frozen=True, slots=True)
class Features:
    words: tuple[Word, ...]
    terms: tuple[str, ...]
    """Stems, concepts, and pairs of neighbouring stems."""
    plain: tuple[str, ...]
    """All words, polite ones included."""

    @property
    def written(self) -> dict[str, None]:
        """Each word once, as it was meant and as it was said."""
        return dict.fromkeys((*(word.text for word in self.words), *self.plain))

    @property
    def said(self) -> tuple[str, ...]:
        """All words, polite ones included, and pairs of neighbours."""
        marked = [f"<{word}" for word in self.plain]
        return tuple({*marked, *pairs(marked)})

    @property
    def blocks(self) -> tuple[tuple[str, ...], ...]:
        """Terms, pieces of the words, and how it was put."""
        spelled = {piece for word in self.written for piece in pieces(word)}
        return (self.terms, tuple(spelled), self.said)


def features(text: str, correct: Correct | None = None) -> Features:
    said = plain(text)
    words = tuple(meant(said, correct))
    stems = [word.stem for word in words]
    terms = tuple(dict.fromkeys((*stems, *concepts(stems), *pairs(stems))))
    return Features(words, terms, said[:MOST_SAID])


def pairs(words: Iterable[str]) -> list[str]:
    return [f"{left} {right}" for left, right in itertools.pairwise(words)]


def rank(feature: str) -> int:
    """A whole word may be four times as rare as a piece or a pair."""
    return 1 if feature.startswith("/") or " " in feature else 4


def pieces(word: str) -> tuple[str, ...]:
    """Three letters in a row, the word's borders included, marked apart from words."""
    framed = f" {word} "
    return tuple({"/" + framed[at : at + SIZE] for at in range(len(framed) - SIZE + 1)})
