"""What a message of very few words says: the words of a disambiguation and no more, or nothing."""

from __future__ import annotations

from faq.book.disambiguation import Disambiguation
from faq.matching.corpus import Classes
from faq.matching.exact import ExactIndex
from faq.matching.examples import Asked, stems_key
from faq.text.clauses.words import words
from faq.text.language import telling


class FewWords:
    def __init__(self, classes: Classes, exact: ExactIndex) -> None:
        self.classes = classes
        self.exact = exact

    def goes_on(self, asked: Asked) -> Disambiguation | None:
        """ "Tetap kosong" says no more than "kosong", whoever asks with both."""
        still = words("still")
        left = [word.stem for word in asked.words if word.text not in still]
        if asked.informative != 1 or len(left) != 1 or len(left) == len(asked.words):
            return None
        if self.exact.same(asked.key) is not None:
            return None
        label = self.exact.same(stems_key(left))
        return None if label is None else self.classes.disambiguation(label)

    def says_no_more(self, asked: Asked, label: int) -> bool:
        """Than the disambiguation; weak words alone must be its very words, and of few words at
        least one its own: "apa itu zzz" is no question about what an SKP is."""
        if not asked.informative:
            return self.exact.same(asked.key) == label
        held = self.exact.held(asked.telling, label)
        return bool(held.any() if asked.short else held.all())

    def tells_nothing(self, asked: Asked) -> bool:
        """Nothing but letters, or that somebody doesn't know, and the book has them nowhere as
        they stand."""
        knowing = words("knowing")
        told = (word for word in asked.words if word.text not in knowing)
        letters = asked.informative and not any(map(telling, told))
        return bool(letters) and self.exact.same(asked.key) is None
