"""Learns from `faq/lists/small_talk_examples.txt` what small talk means that no rule knows.

    python -m faq.text.small_talk.fitting

writes `faq/lists/small_talk_weights.npz`: after any change of the examples, of the list of small
words, or of how words are read. Takes some seconds; a test tells when it was forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from bot.rules.intent import Intent, Situation
from faq.text.small_talk.reading import SmallReading, reading
from faq.text.small_talk.ridge import Weights, fitted
from faq.text.small_talk.rules import ruled
from faq.text.small_talk.sense import features, of_rule
from faq.text.small_talk.weights import FILE, STEPS, SmallTalkModel, key, write
from faq.text.small_talk.words import Example, examples


class FittedExample(NamedTuple):
    """An example as it is read, once for all situations."""

    of: Example
    read: SmallReading
    features: list[str]


def told(given: Iterable[Example]) -> Iterator[FittedExample]:
    for each in given:
        read = reading(each.words)
        if read:
            yield FittedExample(each, read, features(read))


def learn(given: Iterable[Example]) -> SmallTalkModel:
    known = list(told(given))
    columns: list[tuple[Situation, Intent | None]] = []
    weights: list[Weights] = []
    for situation in Situation:
        here = [each for each in known if situation in each.of.where]
        meant = tuple(dict.fromkeys(each.of.intent for each in here))
        columns += [(situation, intent) for intent in meant]
        weights.append(
            fitted(
                [[*each.features, of_rule(ruled(each.read, situation))] for each in here],
                [meant.index(each.of.intent) for each in here],
            )
        )
    return _table(weights, tuple(columns))


def _table(
    weights: Sequence[Weights], columns: tuple[tuple[Situation, Intent | None], ...]
) -> SmallTalkModel:
    """All side by side, and no weight finer than a byte."""
    keys = np.unique([np.uint32(key(each)) for of in weights for each in of.numbers])
    rows = np.zeros((len(keys), len(columns)), np.float32)
    begin = 0
    for of in weights:
        places = keys.searchsorted(np.array([key(each) for each in of.numbers], np.uint32))
        end = begin + of.rows.shape[1]
        rows[places, begin:end] = of.rows
        begin = end
    step = np.float32(np.abs(rows).max() / STEPS)
    return SmallTalkModel(keys, np.rint(rows / step).astype(np.int8), step, columns)


if __name__ == "__main__":
    write(learn(examples()), FILE)
