"""Which line of an entry's answer says something of what is asked on about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from faq.book.markdown import blocks, plain
from faq.text.language import normalise

LEAST = 0.5
"""A word counts the less, the more lines have it: one that two have is just enough."""


def passage(answer: str, message: str) -> str | None:
    """The line that has most of its telling words, without marks; None where none has enough."""
    asked = _stems(message)
    held = [(line, _stems(line) & asked) for line in _lines(answer)]
    spread = Counter(chain.from_iterable(words for _, words in held))
    scored = [(sum(1 / spread[word] for word in words), line) for line, words in held]
    best, line = max(scored, key=lambda one: one[0], default=(0.0, ""))
    return line if best >= LEAST else None


def _lines(answer: str) -> Iterator[str]:
    for block in blocks(answer):
        if block.type == "inline":
            yield from (plain(line) for line in block.content.split("\n"))


def _stems(text: str) -> set[str]:
    return {word.stem for word in normalise(text) if not word.weak}
