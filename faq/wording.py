"""Which words entries are asked with."""

from __future__ import annotations

from faq.features import Features


def informative(asked: Features) -> int:
    return sum(not word.weak for word in asked.words)


def key(asked: Features) -> tuple[str, ...]:
    return tuple(word.stem for word in asked.words)
