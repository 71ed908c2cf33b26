"""Which words entries are asked with."""

from __future__ import annotations

from collections import defaultdict

from faq.features import Features


def informative(asked: Features) -> int:
    return sum(not word.weak for word in asked.words)


def key(asked: Features) -> tuple[str, ...]:
    return tuple(word.stem for word in asked.words)


def exact_of(examples: list[Features], labels: list[int]) -> dict[tuple[str, ...], int]:
    """Phrasings by their words, where only one entry is asked so and some word tells what for."""
    found: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for example, label in zip(examples, labels, strict=True):
        if informative(example):
            found[key(example)].add(label)
    return {words: min(entries) for words, entries in found.items() if len(entries) == 1}


def stems_of(
    examples: list[Features], labels: list[int], ids: tuple[str, ...]
) -> tuple[frozenset[str], ...]:
    """The words each entry is asked with."""
    found: list[set[str]] = [set() for _ in ids]
    for example, label in zip(examples, labels, strict=True):
        found[label].update(word.stem for word in example.words)
    return tuple(map(frozenset, found))
