"""Whether a question was answered beside the point, and whether it says anything at all.

What is looked at again and again is reckoned once, so a look costs what is new.
"""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

import numpy as np

from bot.rules.intent import Situation
from faq.book.entry import Entry
from faq.matching.likeness import SKETCHED, Doubles, Likeness, SketchIndex, common
from faq.text.features import features
from faq.text.language import Word
from faq.text.small_talk.talk import small_talk

MOST_POSTINGS = 1_000
MOST_KEPT = 15_000
ROOM = 1_024


class Doubts:
    def __init__(self, likeness: Likeness) -> None:
        """By words alone: what the matcher takes a question for is what is in doubt."""
        self._likeness = likeness
        self._new = lru_cache(maxsize=SKETCHED)(self._reckon_new)
        self._explained = lru_cache(maxsize=SKETCHED)(self._reckon_explained)
        self._said_in = lru_cache(maxsize=1_024)(vocabulary)
        self.telling = lru_cache(maxsize=SKETCHED)(self._telling)

    def new(self, text: str, entry: Entry) -> float:
        """What share of a question's weight lies in words that its entry has nowhere."""
        return self._new(text, (*entry.asked_with, entry.answer))

    def explained(self, text: str, entry: Entry) -> float:
        """How like it is to the nearest wording of its entry."""
        return self._explained(text, entry.asked_with)

    def _telling(self, text: str) -> int:
        """Words that tell what it is about; none where it is small talk, or no words at all."""
        if small_talk(text, Situation.NONE) is not None:
            return 0
        return sum(self._tells(word) for word in self._likeness.words(text))

    def _tells(self, word: Word) -> bool:
        return not word.weak and (word.known or self._likeness.rarity.seen[word.stem] > 0)

    def _reckon_new(self, text: str, texts: tuple[str, ...]) -> float:
        said, rarity = self._said_in(texts), self._likeness.rarity
        telling = [word for word in self._likeness.words(text) if not word.weak]
        whole = sum(rarity.of(word.stem) for word in telling)
        new = sum(rarity.of(word.stem) for word in telling if not {word.stem, word.text} & said)
        return new / whole if whole else 0.0

    def _reckon_explained(self, text: str, texts: tuple[str, ...]) -> float:
        sketch = self._likeness.sketch(text)
        return max(common(sketch, self._likeness.sketch(each)) for each in texts)


class Elsewhere:
    """How near what was answered comes to what was left open."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._lock = Lock()
        self._forget()

    def _forget(self) -> None:
        self._open, self._answered = SketchIndex(MOST_POSTINGS), SketchIndex(MOST_POSTINGS)
        self._left_open: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._nearest: Doubles = np.zeros(ROOM)

    def of(self, left_open: list[str], answered: list[str]) -> dict[str, float]:
        """Of each answered one how like it is to the nearest that was ever left open."""
        with self._lock:
            if max(len(self._open), len(self._answered)) > MOST_KEPT:
                self._forget()
            for text in dict.fromkeys(left_open):
                if text not in self._left_open:
                    self._leave_open(text)
            for text in dict.fromkeys(answered):
                if text not in self._numbers:
                    self._answer(text)
            return {text: float(self._nearest[self._numbers[text]]) for text in answered}

    def _leave_open(self, text: str) -> None:
        sketch = self._likeness.sketch(text)
        self._left_open.add(text)
        self._open.add(sketch)
        nearest = self._nearest[: len(self._answered)]
        np.maximum(nearest, self._answered.alike(sketch), out=nearest)

    def _answer(self, text: str) -> None:
        sketch = self._likeness.sketch(text)
        number = self._numbers[text] = self._answered.add(sketch)
        if number == len(self._nearest):
            self._nearest = np.append(self._nearest, np.zeros(number))
        self._nearest[number] = self._open.alike(sketch).max(initial=0.0)


def vocabulary(texts: tuple[str, ...]) -> frozenset[str]:
    words = [word for text in texts for word in features(text).words]
    return frozenset(form for word in words for form in (word.stem, word.text))
