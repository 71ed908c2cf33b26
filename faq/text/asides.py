"""Words of a question that tell who asks, where and since when: anybody may say them."""

from __future__ import annotations

from functools import cache

from faq.text.language import normalise
from faq.text.lexicon import lines

FILE = "asides.txt"


@cache
def asides() -> frozenset[str]:
    """Their stems."""
    return frozenset(word.stem for line in lines(FILE) for word in normalise(line))
