"""What was learned of small talk: how much each feature says for each meaning in each situation.

`faq/lists/small_talk_weights.npz`, made ahead by `python -m faq.text.small_talk.fitting`: a start
learns nothing, and the memory that learning takes is never taken.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.rules.intent import Intent, Situation
from faq.text.lexicon import DATA
from faq.text.small_talk.ridge import BIAS, Floats, worth

FILE = DATA / "small_talk_weights.npz"
NOTHING = "-"  # neither of the meanings: a question, or part of a story
STEPS = 127  # of a weight, to either side of nothing


class FeatureSums(NamedTuple):
    """Some features, looked up once for all situations."""

    size: int
    weights: NDArray[np.int32]
    """What they say together, for each of the columns."""


@dataclass(frozen=True)
class SmallTalkModel:
    keys: NDArray[np.uint32]
    """Of each feature, in order."""
    rows: NDArray[np.int8]
    step: np.float32
    """What one of `rows` is worth."""
    columns: tuple[tuple[Situation, Intent | None], ...]
    """Those of a situation side by side."""

    @cached_property
    def meant(self) -> dict[Situation, tuple[Intent | None, ...]]:
        return {
            here: tuple(intent for situation, intent in self.columns if situation is here)
            for here, _ in self.columns
        }

    def scores(self, told: FeatureSums, rule: str, situation: Situation) -> Floats:
        """For each meaning about +1 where it is right and -1 where not; `rule`: a feature more."""
        here = self._slices[situation]
        weights = told.weights[here] + self._alone(rule)[here]
        found: Floats = weights * self.step * worth(told.size + 1)
        found += self._alone(BIAS)[here] * self.step
        return found

    def known(self, features: Sequence[str]) -> dict[Situation, int]:
        """How many of them say anything in each situation."""
        counts = self._speaking[self._known(features)].sum(axis=0).tolist()
        return dict(zip(self.meant, counts, strict=True))

    def told(self, features: Sequence[str]) -> FeatureSums:
        weights = self.rows[self._known(features)].sum(axis=0, dtype=np.int32)
        return FeatureSums(len(features), weights)

    @cached_property
    def _alone(self) -> Callable[[str], NDArray[np.int8]]:
        """What one says that every message has."""
        return cache(lambda feature: self.rows[self._known([feature])].sum(axis=0, dtype=np.int8))

    @cached_property
    def _speaking(self) -> NDArray[np.bool_]:
        """Whether a feature says anything in each of the situations."""
        begins = [here.start for here in self._slices.values()]
        return np.logical_or.reduceat(self.rows != 0, begins, axis=1)

    def _known(self, features: Sequence[str]) -> NDArray[np.intp]:
        wanted = np.array(list(map(key, features)), np.uint32)
        at = np.minimum(self.keys.searchsorted(wanted), len(self.keys) - 1)
        found: NDArray[np.intp] = at[self.keys[at] == wanted]
        return found

    @cached_property
    def _slices(self) -> dict[Situation, slice]:
        places = [situation for situation, _ in self.columns]
        return {
            here: slice(places.index(here), places.index(here) + places.count(here))
            for here in self.meant
        }


def key(feature: str) -> int:
    return zlib.crc32(feature.encode())


@cache
def learned() -> SmallTalkModel:
    return read(FILE)


def read(path: Path) -> SmallTalkModel:
    with np.load(path, allow_pickle=False) as kept:
        heads = (head.split() for head in kept["columns"].tolist())
        columns = tuple(
            (Situation(where), None if intent == NOTHING else Intent(intent))
            for where, intent in heads
        )
        return SmallTalkModel(kept["keys"], kept["rows"], kept["step"][()], columns)


def write(told: SmallTalkModel, path: Path) -> None:
    columns = [f"{where} {intent or NOTHING}" for where, intent in told.columns]
    np.savez_compressed(
        path, keys=told.keys, rows=told.rows, step=told.step, columns=np.array(columns)
    )
