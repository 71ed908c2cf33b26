"""Linear models over named evidence: the weights are a value of the evidence's own kind."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter, mul
from typing import Any, TypeVar

Evidence = TypeVar("Evidence")


def weighed(weights: Evidence, evidence: Evidence) -> float:
    """The sum of every field by its weight."""
    kind: Any = type(evidence)
    told = _fields(kind)
    total: float = sum(map(mul, told(weights), told(evidence)))
    return total


@cache
def _fields(kind: type[Any]) -> Callable[[object], tuple[float, ...]]:
    return attrgetter(*(field.name for field in fields(kind)))  # astuple copies, and takes longer


def log_odds(score: float) -> float:
    return math.log(max(score, 0.01) / max(1 - score, 0.001))
