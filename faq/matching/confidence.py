"""How sure the matcher is, from evidence that does not depend on which book it reads."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from operator import attrgetter

SHORT = 2
"""Informative words up to which a question counts as short."""


@dataclass(frozen=True, slots=True)
class Evidence:
    margin: float
    """The linear model's score of the best entry: about +1 sure, -1 surely not."""
    gap: float
    """Ahead of the runner-up."""
    lead: float
    """Ahead of the mean of the next three."""
    near: float
    """Likeness of the entry's three nearest phrasings."""
    covered: float
    """Share of the question's weight in words the entry knows."""
    foreign: float
    """Share of the question's weight in words no entry knows."""
    length: float
    """Informative words, as a logarithm."""
    short: float


# Fitted by tests/bench/faq_fit.py on the tuning half of tests/faq/labelled, 2026-11-23, and kept
# when the book and lists/outside.txt were then widened with that half in sight: fitting again on
# the same half would make it too sure of itself. Fit again when there are new labelled questions.
WEIGHTS = Evidence(
    margin=0.688,
    gap=2.102,
    lead=1.612,
    near=2.124,
    covered=5.157,
    foreign=-2.042,
    length=2.352,
    short=0.985,
)
INTERCEPT = -8.207
# Set on the tuning halves of tests/faq/labelled and of its folder broad, 2026-11-24.
ANSWER = 0.5
ANSWER_ALONE = 0.72
"""Where no strangers are known that would lead, or tie, with what is not in the book."""
ANSWER_SHORT = 0.75
SUGGEST = 0.08
OWNED = 0.55
"""Share of the phrasings in a short question's words from which their entry is meant outright."""
NARROW = 0.5
"""By how much strangers may lead where all of a short question is in the book's words."""
BESIDE = 0.15
"""Nearer behind the best entry than this, strangers keep it from being the answer."""
TIED = 0.05
"""The same for another entry."""


def probability(evidence: Evidence) -> float:
    """That the best entry is the right one."""
    pairs = zip(_told(WEIGHTS), _told(evidence), strict=True)
    total = INTERCEPT + sum(weight * value for weight, value in pairs)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


_told = attrgetter(*(field.name for field in fields(Evidence)))  # astuple copies, and takes longer
