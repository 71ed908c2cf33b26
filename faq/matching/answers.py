"""Which words the entries' answers use: a question may be put in those, too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from faq.text.hashing import Hashes, hashed
from faq.text.language import normalise


class Answers:
    def __init__(self, texts: Iterable[tuple[str, str]], label_of: Mapping[str, int]) -> None:
        """Pairs of an answer and its entry's id."""
        found = {
            label_of[entry]: {word.stem for word in normalise(text) if not word.weak}
            for text, entry in texts
            if entry in label_of
        }
        self.words = {label: np.sort(hashed(stems)) for label, stems in found.items()}

    def use(self, stems: Hashes, label: int) -> NDArray[np.bool_]:
        """Which of the stems the class's answer has."""
        words = self.words.get(label)
        if words is None or not len(words):
            return np.zeros(len(stems), np.bool_)
        at = np.minimum(words.searchsorted(stems), len(words) - 1)
        found: NDArray[np.bool_] = words[at] == stems
        return found
