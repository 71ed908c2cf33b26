"""How likely it is that two questions ask the same.

One sum over all that they share tells too little: who asks about what the book has nothing about
shares rare words with one and only the shelves of their words with another. So the kinds of
what is shared are weighed apart.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from faq.matching.likeness import OF_PLACE, OF_SHELVES, Sketch
from faq.matching.weighing import weighed

AFFAIR, PLACE, SHELF, SPELLING = "~", "#", "@", ("^", "$")
"""How those parts of a sketch begin that are not words."""


class SharedParts(NamedTuple):
    place: float
    """How alike is what the matcher takes them for;"""
    affair: float
    """how rare the rarest affair of the office is that both point to;"""
    most: float
    """in words or in shelves, whichever is more;"""
    either: float
    """and in one or the other, as if these were independent."""
    half_answered: float = 0.0
    """How sure the book's answer was where it had one for one of them alone;"""
    apart: float = 0.0
    """and the surer one where it had another for each. Squared: hardly sure says nothing."""


# Fitted by tests/bench/learning/fit_pairs.py, 2026-11-28.
WEIGHTS = SharedParts(
    place=2.12, affair=0.14, most=2.27, either=4.71, half_answered=-5.45, apart=-5.82
)
INTERCEPT = -4.57


class Answered(NamedTuple):
    """What the book answered a question with, and how like it is to a wording of that."""

    entry: str
    sure: float


class WeighedSketch(NamedTuple):
    sketch: Sketch
    words: float
    """Length of that part of it which is words."""
    answer: Answered | None = None

    @classmethod
    def by(cls, sketch: Sketch, answer: Answered | None = None) -> WeighedSketch:
        own = (value for part, value in sketch.items() if is_word(part))
        return cls(sketch, math.sqrt(sum(value * value for value in own)), answer)


def is_word(part: str) -> bool:
    return not part.startswith((AFFAIR, PLACE, SHELF, *SPELLING))


def shared(
    one: WeighedSketch, other: WeighedSketch, rarity: Callable[[str], float]
) -> SharedParts:
    words = shelves = place = affair = 0.0
    for part, value in one.sketch.items():
        if part not in other.sketch:
            continue
        both = value * other.sketch[part]
        if part.startswith(SHELF):
            shelves += both / OF_SHELVES
        elif part.startswith(PLACE):
            place += both / OF_PLACE
        elif part.startswith(AFFAIR):
            affair = max(affair, rarity(part))
        elif is_word(part):
            words += both / (one.words * other.words)
    either = 1 - (1 - words) * (1 - shelves)
    parted = told_apart(one.answer, other.answer)
    return SharedParts(place, affair, max(words, shelves), either, *parted)


def told_apart(one: Answered | None, other: Answered | None) -> tuple[float, float]:
    sure = max((each.sure for each in (one, other) if each), default=0.0) ** 2
    if one is None or other is None:
        return sure, 0.0
    return 0.0, sure if one.entry != other.entry else 0.0


def probability(found: SharedParts) -> float:
    return 1 / (1 + math.exp(-INTERCEPT - weighed(WEIGHTS, found)))
