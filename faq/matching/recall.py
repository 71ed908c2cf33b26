"""Answers that are kept at hand: the same words are often asked again, when a server is down by
everybody at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
More = TypeVarTuple("More")

LONGEST = 200
"""Letters of a message whose answer is kept, and how many answers are."""
MOST = 1_024


def recalling(look_up: Callable[[str, *More], T]) -> Callable[[str, *More], T]:
    """`look_up`: of a message, and what else decides."""
    recalled = lru_cache(maxsize=MOST)(look_up)

    def answer(message: str, /, *more: *More) -> T:
        return (look_up if len(message) > LONGEST else recalled)(message, *more)

    return answer
