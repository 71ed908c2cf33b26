"""Whether two stories of one person tell the same."""

from __future__ import annotations

from functools import lru_cache

from faq.text.language import normalise

SAME = 0.55
"""Of their telling words, how many they must share."""
LEAST = 2  # words that tell something; fewer cannot be the same by chance alone


def same_story(one: str, other: str) -> bool:
    first, second = _telling(one), _telling(other)
    if min(len(first), len(second)) < LEAST:
        return first == second and bool(first)
    return 2 * len(first & second) / (len(first) + len(second)) >= SAME


@lru_cache(maxsize=256)
def _telling(story: str) -> frozenset[str]:
    return frozenset(word.stem for word in normalise(story) if not word.weak)
