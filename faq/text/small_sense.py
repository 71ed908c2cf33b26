"""What small talk means that no rule knows: by its likeness to examples.

For each situation a linear model over words, what they stand for, pairs of neighbours, pieces of
three letters, and what the rules say. It is fitted when the situation first comes: a weight is
what a word says for a meaning. What it is not sure of, the rules decide.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from bot.rules.intent import Intent, Situation
from faq.text.ridge import Weights, fitted
from faq.text.small_reading import Reading, Small, reading
from faq.text.small_rules import ruled
from faq.text.small_vocabulary import Example, root, small_words

Words = tuple[str, ...]

SIZE = 3  # letters of a piece
NUMBERS = frozenset(
    {"satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"}
)
# Where nothing was asked, a message may be a question.
FREE = frozenset({Situation.NONE, Situation.ANSWERED, Situation.OPEN, Situation.ENDED})
LEAST, LEAST_FREE = -0.2, -0.1  # about +1 where it is meant, -1 where not
AHEAD = 0.15  # of the next best
STRANGE, STRANGE_FREE = 2, 3  # one word of so many may be in no example
LONGEST_BESIDE_STORY = 6  # words, where a story is asked for
# A word of the book may also be who writes, or what was written: "guru", "data".
NO_TOPIC = frozenset({"pihak", "datang", "halangan", "tulisan"})
QUESTIONS = frozenset(
    {
        Intent.WAITING,
        Intent.WHO,
        Intent.HOURS,
        Intent.ADDRESS,
        Intent.DONT_KNOW,
        Intent.GREETING,
    }
)


_under_way: set[Situation] = set()
"""Not to be waited for: see fit_all."""


@dataclass(frozen=True)
class Sense:
    weights: Weights
    meant: tuple[Intent | None, ...]
    """Of each column of the weights."""
    exact: dict[Words, Intent | None]
    """What whole messages mean."""


def sense(read: Reading, situation: Situation) -> Intent | None:
    """What is meant, or None where it may be a question or part of a story."""
    rule = ruled(read, situation)
    if situation in _under_way:
        return rule
    known = senses(situation)
    if not _comparable(read, known, situation) or (rule and rule not in known.meant):
        return rule
    said = _spoken(read)
    if said in known.exact:
        return known.exact[said]
    scores = known.weights.scores([*features(read), _of_rule(rule)])
    *_, next_best, best = np.argsort(scores)
    meant = known.meant[best]
    if read.asks and meant not in QUESTIONS:
        return rule
    least = LEAST_FREE if situation in FREE else LEAST
    sure = scores[best] > least and scores[best] - scores[next_best] > AHEAD
    return meant if sure else rule


def _comparable(read: Reading, known: Sense, situation: Situation) -> bool:
    """Neither about the book, nor of words that no example has, nor long enough for a story."""
    if situation is Situation.STORY and len(_spoken(read)) > LONGEST_BESIDE_STORY:
        return False
    if any(word.topic and not word.means & NO_TOPIC for word in read.words):
        return False
    strange = sum(
        not word.silent and _stem(word) not in known.weights.numbers for word in read.words
    )
    most = len(read.words) // (STRANGE_FREE if situation in FREE else STRANGE)
    return strange <= most and any(not word.vocative for word in read.words)


def _spoken(read: Reading) -> Words:
    """Without whom it is spoken to."""
    return tuple(word.word for word in read.words if not word.vocative)


def _of_rule(rule: Intent | None) -> str:
    return f"!{rule}"


def features(read: Reading) -> list[str]:
    told = [word for word in read.words if not word.vocative]
    stems = ["^", *map(_stem, told), "$"]
    pairs = (f"{left} {right}" for left, right in itertools.pairwise(stems))
    of_words = itertools.chain.from_iterable(map(_of_word, told))
    asked = ["?"] if read.asks else []
    return list(dict.fromkeys([*pairs, *of_words, *asked]))


@lru_cache(maxsize=2_048)
def _of_word(word: Small) -> Words:
    framed = f" {word.word} "
    pieces = (f"/{framed[at : at + SIZE]}" for at in range(len(framed) - SIZE + 1))
    return (_stem(word), *(f"={meaning}" for meaning in sorted(word.means)), *pieces)


def _stem(word: Small) -> str:
    """One for all numbers."""
    return "#" if word.word.isdecimal() or word.word in NUMBERS else root(word.word)


@cache
def senses(situation: Situation) -> Sense:
    told = [each for each in _examples() if situation in each.of.where]
    meant = tuple(dict.fromkeys(each.of.intent for each in told))
    weights = fitted(
        [[*each.features, _of_rule(ruled(each.read, situation))] for each in told],
        [meant.index(each.of.intent) for each in told],
    )
    return Sense(weights, meant, _agreed((_spoken(each.read), each.of.intent) for each in told))


def fit_all() -> None:
    """Takes seconds, in a thread beside: until a situation is fitted its rules decide alone."""
    _under_way.update(Situation)
    for situation in Situation:
        senses(situation)
        _under_way.discard(situation)
    _examples.cache_clear()
    _of_word.cache_clear()


class _Told(NamedTuple):
    """An example as it is read, once for all situations."""

    of: Example
    read: Reading
    features: list[str]


@cache
def _examples() -> list[_Told]:
    read = ((each, reading(each.words)) for each in small_words().examples)
    return [_Told(each, found, features(found)) for each, found in read if found]


def _agreed(told: Iterable[tuple[Words, Intent | None]]) -> dict[Words, Intent | None]:
    """What is said with one meaning only."""
    found: dict[Words, set[Intent | None]] = defaultdict(set)
    for words, intent in told:
        found[words].add(intent)
    return {words: meant.pop() for words, meant in found.items() if len(meant) == 1}
