"""Which words the entries' answers use: a question may be put in those, too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from faq.text.hashing import Hashes, Ints, Numbers, Pairs, hashed
from faq.text.language import normalise


class Answers:
    def __init__(self, texts: Iterable[tuple[str, str]], label_of: Mapping[str, int]) -> None:
        """Pairs of an answer and its entry's id."""
        found = {
            label_of[entry]: {word.stem for word in normalise(text) if not word.weak}
            for text, entry in texts
            if entry in label_of
        }
        self.stems = Numbers(hashed(chain.from_iterable(found.values())))
        told = self.stems.of(hashed(chain.from_iterable(found.values())))
        labels = np.repeat(np.array(list(found), np.intp), [len(each) for each in found.values()])
        self.pairs = Pairs(told, labels, len(label_of))

    def use(self, stems: Hashes, labels: Ints) -> NDArray[np.bool_]:
        """Which of the stems the answer of each class has, a row a class."""
        return self.pairs.have(self.stems.of(stems), labels)
