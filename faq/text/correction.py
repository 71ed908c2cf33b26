"""A word nobody knows, put right by the words of the index."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from faq.text.lexicon import lexicon
from faq.text.standard_spelling import spelled
from faq.text.typos import Spelling

SHORTEST_HALF = 3
LONGEST_PAIR = 24
SHORTEST_SLANG = 5
CACHED = 2048


class Corrector:
    """Callable: one word -> the word or words it stands for."""

    def __init__(self, seen: Counter[str]) -> None:
        """`seen`: how often each word stands in the phrasings."""
        self.seen = seen
        counts = dict(seen)
        slang = (form[0] for form in lexicon().slang if len(form) == 1)
        for word in (*lexicon().stop, *(word for word in slang if len(word) >= SHORTEST_SLANG)):
            counts.setdefault(word, 1)
        self.spelling = Spelling(counts)
        self.cached = lru_cache(maxsize=CACHED)(self.corrected)

    def __call__(self, word: str) -> tuple[str, ...]:
        return (word,) if word in self.seen else self.cached(word)

    def corrected(self, word: str) -> tuple[str, ...]:
        near = self.spelling.nearest(word)
        if near:
            return spelled(near)
        return self.parted(word) or (word,)

    def parted(self, word: str) -> tuple[str, ...]:
        """Two words typed without the blank between, the commonest pair first."""
        best: tuple[str, ...] = ()
        most = 0
        for at in range(SHORTEST_HALF, min(len(word), LONGEST_PAIR) - SHORTEST_HALF + 1):
            left, right = self.half(word[:at]), self.half(word[at:])
            common = min(left[1], right[1])
            if common > most:
                best, most = (*left[0], *right[0]), common
        return best

    def half(self, word: str) -> tuple[tuple[str, ...], int]:
        """The half in standard spelling, and how often its rarest word was seen."""
        standard = lexicon().slang.get((word,), (word,))
        return standard, min(self.seen[part] for part in standard)
