"""Evidence for what a message means behind an answer: the same entry, another, or nothing here.

Each is weighed against the others: how much the words mean it by themselves, how much behind the
question that was answered, how near it stands in the book, and how the words look that ask.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from operator import mul
from typing import NamedTuple


class FollowUpEvidence(NamedTuple):
    """Of one entry. Fields that begin with `own` are of the entry spoken of only, and those that
    begin with `none` of nothing in the book, or nothing that goes on."""

    alone: float = 0.0
    """Log-odds by the words themselves."""
    within: float = 0.0
    """Log-odds behind the question that was answered; of another entry than that."""
    answered: float = 0.0
    """Whether the words alone are answered with it, and how sure."""
    answered_sure: float = 0.0
    offered: float = 0.0
    beside: float = 0.0
    """Whether one refers to the other, or both may be meant by the same few words."""
    chapter: float = 0.0
    covered: float = 0.0
    """Shares of the words in its phrasings, and only in its answer."""
    told: float = 0.0
    first: float = 0.0
    first_within: float = 0.0
    first_beside: float = 0.0
    own: float = 0.0
    own_points: float = 0.0
    own_asks: float = 0.0
    own_bare: float = 0.0
    own_words: float = 0.0
    own_covered: float = 0.0
    own_told: float = 0.0
    own_again: float = 0.0
    own_length: float = 0.0
    own_within: float = 0.0
    own_foreign: float = 0.0
    none: float = 0.0
    none_foreign: float = 0.0
    none_points: float = 0.0
    none_silent: float = 0.0
    none_bare: float = 0.0
    none_words: float = 0.0
    none_sure: float = 0.0


# Fitted as tests/bench/context_fit.py does, 2026-11-26.
WEIGHTS = FollowUpEvidence(
    alone=0.88,
    within=1.27,
    answered=-0.14,
    answered_sure=0.27,
    offered=0.82,
    beside=2.47,
    chapter=1.00,
    covered=2.17,
    told=-4.90,
    first=-0.47,
    first_within=-3.40,
    first_beside=-0.52,
    own=1.31,
    own_points=0.48,
    own_asks=1.17,
    own_bare=-0.15,
    own_words=-1.35,
    own_covered=3.28,
    own_told=1.38,
    own_again=3.91,
    own_length=0.69,
    own_within=0.32,
    own_foreign=0.35,
    none=-3.72,
    none_foreign=1.74,
    none_points=-1.85,
    none_silent=-1.11,
    none_bare=-1.73,
    none_words=0.64,
    none_sure=-1.10,
)


def probabilities(several: Sequence[FollowUpEvidence]) -> list[float]:
    totals = [sum(map(mul, WEIGHTS, one)) for one in several]
    most = max(totals)
    shares = [exp(total - most) for total in totals]
    whole = sum(shares)
    return [share / whole for share in shares]
