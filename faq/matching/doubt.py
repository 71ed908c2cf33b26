"""Whether a question was answered beside the point, and whether it says anything at all.

What is looked at again and again is reckoned once, so a look costs what is new.
"""

from __future__ import annotations

from collections.abc import Iterable
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
MOST_DECIDED = MOST_POSTINGS // 2
"""Of those once open: more would crowd out of a word's postings what still is."""
ROOM = 1_024


class Doubts:
    def __init__(self, likeness: Likeness) -> None:
        """By words alone: what the matcher takes a question for is what is in doubt."""
        self._likeness = likeness
        self._new = lru_cache(maxsize=SKETCHED)(self._reckon_new)
        self._explained = lru_cache(maxsize=SKETCHED)(self._reckon_explained)
        self._said_in = lru_cache(maxsize=1_024)(vocabulary)
        self.telling = lru_cache(maxsize=SKETCHED)(self._telling)
        self.unheard_of = lru_cache(maxsize=SKETCHED)(self._unheard_of)

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

    def _unheard_of(self, text: str) -> frozenset[str]:
        """Words that nobody has seen anywhere: a slip, or a matter, where several say it."""
        if small_talk(text, Situation.NONE) is not None:
            return frozenset()
        words = self._likeness.words(text)
        return frozenset(word.stem for word in words if not (word.weak or self._tells(word)))

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
    """How near what was answered comes to what is left open."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._lock = Lock()
        self._forget()

    def _forget(self) -> None:
        self._open, self._answered = SketchIndex(MOST_POSTINGS), SketchIndex(MOST_POSTINGS)
        self._open_numbers: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._left_open: set[int] = set()
        """Those of the last look: what was decided since is not waited for any more."""
        self._nearest: Doubles = np.zeros(ROOM)
        self._nearest_open = np.zeros(ROOM, np.int64)
        """Which of the open ones that is."""

    def of(self, left_open: list[str], answered: list[str]) -> dict[str, float]:
        """Of each answered one how like it is to the nearest that is left open."""
        with self._lock:
            decided = len(self._open) - len(left_open)
            if max(len(self._open), len(self._answered)) > MOST_KEPT or decided > MOST_DECIDED:
                self._forget()
            self._leave_open(dict.fromkeys(left_open))
            for text in dict.fromkeys(answered):
                if text not in self._numbers:
                    self._answer(text)
                elif self._nearest_was_decided(self._numbers[text]):
                    self._look_anew(text)
            return {text: float(self._nearest[self._numbers[text]]) for text in answered}

    def _leave_open(self, texts: Iterable[str]) -> None:
        now = set()
        for text in texts:
            sketch = self._likeness.sketch(text)
            if text not in self._open_numbers:
                self._open_numbers[text] = self._open.add(sketch)
            number = self._open_numbers[text]
            now.add(number)
            if number not in self._left_open:
                alike = self._answered.alike(sketch)
                nearer = np.flatnonzero(alike > self._nearest[: len(alike)])
                self._nearest[nearer] = alike[nearer]
                self._nearest_open[nearer] = number
        self._left_open = now

    def _answer(self, text: str) -> None:
        number = self._numbers[text] = self._answered.add(self._likeness.sketch(text))
        if number == len(self._nearest):
            self._nearest = np.append(self._nearest, np.zeros(number))
            self._nearest_open = np.append(self._nearest_open, np.zeros(number, np.int64))
        self._look_anew(text)

    def _nearest_was_decided(self, number: int) -> bool:
        return self._nearest[number] > 0 and self._nearest_open[number] not in self._left_open

    def _look_anew(self, text: str) -> None:
        number = self._numbers[text]
        alike = self._open.alike(self._likeness.sketch(text))
        waiting = np.fromiter(self._left_open, np.int64, len(self._left_open))
        self._nearest[number] = alike[waiting].max(initial=0.0)
        if len(waiting):
            self._nearest_open[number] = waiting[alike[waiting].argmax()]


def vocabulary(texts: tuple[str, ...]) -> frozenset[str]:
    words = [word for text in texts for word in features(text).words]
    return frozenset(form for word in words for form in (word.stem, word.text))
