"""Linear models over named evidence: the weights are a value of the evidence's own kind, a named
tuple of figures."""

from __future__ import annotations

import math
from collections.abc import Iterable
from operator import mul


def weighed(weights: Iterable[float], evidence: Iterable[float]) -> float:
    """The sum of every field by its weight."""
    total: float = sum(map(mul, weights, evidence))
    return total


def log_odds(score: float) -> float:
    return math.log(max(score, 0.01) / max(1 - score, 0.001))
