"""Several words typed without the blanks between: "caracetakskp", "tombolnyahilang".

The commonest words that fill the whole; each of them costs, so that few long ones are taken
before many short ones.
"""

from __future__ import annotations

import math
from collections import Counter

from faq.text.lexicon import lexicon

SHORTEST, LONGEST = 6, 40
"""Letters of what is looked into."""
SHORTEST_PART, LONGEST_PART = 3, 16
TELLING = 4
"""Letters from which a part of the index' own words makes the parting believable."""
SMALL = 20
"""How often small words are taken to be seen: the index leaves them out."""
ENOUGH = 0.5
"""Share of the letters that must lie in telling words."""
PRICE = 3.0
"""Of a word more."""


class RunTogether:
    def __init__(self, seen: Counter[str]) -> None:
        self.seen = seen
        words = lexicon()
        small = {form[0] for form in words.slang if len(form) == 1} | words.small
        self.counts = {word: float(SMALL) for word in small if fits(word)}
        self.counts |= {
            word: float(max(times, SMALL)) for word, times in seen.items() if fits(word)
        }
        self.whole = math.log(sum(self.counts.values()) + 1)

    def parted(self, word: str) -> tuple[str, ...]:
        """The words as they are typed, or nothing."""
        if not SHORTEST <= len(word) <= LONGEST:
            return ()
        costs = [0.0] + [math.inf] * len(word)
        begins = [0] * (len(word) + 1)
        for start in range(len(word)):
            if costs[start] == math.inf:
                continue
            for end in range(start + 2, min(len(word), start + LONGEST_PART) + 1):
                count = self.counts.get(word[start:end])
                if count is not None:
                    cost = costs[start] + self.whole - math.log(count) + PRICE
                    if cost < costs[end]:
                        costs[end], begins[end] = cost, start
        return self.believed(word, begins) if costs[-1] < math.inf else ()

    def believed(self, word: str, begins: list[int]) -> tuple[str, ...]:
        parts, end = [], len(word)
        while end:
            parts.append(word[begins[end] : end])
            end = begins[end]
        telling = sum(len(part) for part in parts if len(part) >= TELLING or part in self.seen)
        return tuple(reversed(parts)) if telling >= ENOUGH * len(word) else ()


def fits(word: str) -> bool:
    """Two letters are a part only where everybody writes them for a word: "hp", "sy", "ga"."""
    shorthand = (word,) in lexicon().slang and len(word) == SHORTEST_PART - 1
    return word.isalpha() and (len(word) >= SHORTEST_PART or shorthand or word in lexicon().stop)
