"""How alike two questions are: in their words, in how those are spelled, in what the matcher
takes them for, and in where else their words are at home.

Also of questions that the book does not know: rare words say most, words that the book has never
seen most of all; an affair of the office that the words point to holds where no word is the same,
the shelves on which the words stand where not even that is, and letters at both ends of a word
where endings and slips of the finger change the rest.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from faq.book.book import Book
from faq.matching.out_of_scope import out_of_scope
from faq.matching.results import Candidate
from faq.matching.shelves import Shelves
from faq.text.affairs import affairs, told_by
from faq.text.features import features
from faq.text.language import Correct, Word

Sketch = dict[str, float]
"""What a question is known by, and how much each part says; of length 1 at most."""
Doubles = NDArray[np.float64]
Rank = Callable[[str, int], Sequence[Candidate]]

# Tried on the book without some of its entries, nine times over, and on played weeks with new
# topics, 2026-11-27: tests/bench/learning.
OF_WORDS, OF_SPELLING, OF_PLACE, OF_SHELVES = 0.1, 0.2, 0.3, 0.4
OF_WEAK, OF_PAIR, OF_CONCEPT = 0.3, 0.1, 0.7
OF_AFFAIR = 0.5
"""By the square of its rarity: one that is on everybody's lips tells next to nothing."""
ENDS = 4
PLACES = 12
MOST_LETTERS = 300  # of a question; by then it has said what it is about
MOST_PARTS = 60
SKETCHED = 16_384


class Rarity:
    """In how many texts each part stands."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.seen = Counter[str]()
        self.count = 0
        for text in texts:
            self._see(text)
        self.shelves = Shelves({}, self.of)

    def _see(self, text: str) -> set[str]:
        """Gives back what of it may stand on a shelf."""
        found = features(text[:MOST_LETTERS])
        words = found.words
        self.seen.update({*found.terms, *spelling(words), *affairs(words)})
        self.count += 1
        return {*(word.stem for word in words), *affairs(words)}

    def of(self, part: str) -> float:
        return math.log((self.count + 1) / (1 + self.seen[part]))

    @classmethod
    def in_book(cls, book: Book) -> Rarity:
        """What people also ask elsewhere tells which words are everybody's."""
        found, shelves = cls(()), defaultdict[str, Counter[str]](Counter)
        for shelf, text in shelved(book):
            shelves[shelf].update(found._see(text))
        for affair, words in told_by().items():
            shelves[affair].update((affair, *words))
        found.shelves = Shelves(shelves, found.of)
        return found


def shelved(book: Book) -> Iterator[tuple[str, str]]:
    """An entry is a shelf, and so is a topic that the book has nothing about."""
    for entry in book.entries:
        yield from ((entry.id, text) for text in entry.asked_with)
    yield from ((topic, text) for text, topic in out_of_scope())


class Likeness:
    """Any thread may ask it; what was asked once is remembered."""

    def __init__(
        self,
        rarity: Callable[[], Rarity],
        rank: Rank | None = None,
        correct: Correct | None = None,
    ) -> None:
        """`rarity` is counted when it is first needed: it takes as long as many questions."""
        self._rarity = rarity
        self._rank = rank
        self._correct = correct
        self.sketch = lru_cache(maxsize=SKETCHED)(self._sketch)

    @cached_property
    def rarity(self) -> Rarity:
        return self._rarity()

    def words(self, text: str) -> tuple[Word, ...]:
        return features(text[:MOST_LETTERS], self._correct).words

    def alike(self, one: str, other: str) -> float:
        """From 0 to 1."""
        return common(self.sketch(one), self.sketch(other))

    def _sketch(self, text: str) -> Sketch:
        text = text[:MOST_LETTERS]
        found = features(text, self._correct)
        weak = {word.stem for word in found.words if word.weak}
        said = {
            part: self.rarity.of(part) * kind_weight(part, weak)
            for part in found.terms[:MOST_PARTS]
        }
        said |= {
            part: OF_AFFAIR * self.rarity.of(part) ** 2
            for part in affairs(found.words)[:MOST_PARTS]
        }
        spelled = {part: self.rarity.of(part) for part in spelling(found.words)[:MOST_PARTS]}
        placed = {
            f"#{one.id}": one.score for one in (self._rank(text, PLACES) if self._rank else ())
        }
        telling = {word.stem: 0 for word in found.words if not word.weak}
        shelves = self.rarity.shelves.of([*telling, *affairs(found.words)][:MOST_PARTS])
        return {
            # Without a book there are no shelves, and the words have to tell it all.
            **scaled(said, OF_WORDS if self.rarity.shelves else OF_WORDS + OF_SHELVES),
            **scaled(spelled, OF_SPELLING),
            **scaled(placed, OF_PLACE),
            **scaled(shelves, OF_SHELVES),
        }


class SketchIndex:
    """Finds what is alike by adding up, for all at once, what each shared part says."""

    def __init__(self, most_postings: int | None = None) -> None:
        """With `most_postings` what stands in more sketches counts for the first of them only:
        it bounds the time."""
        self._most = most_postings
        self._count = 0
        self._numbers: defaultdict[str, array[int]] = defaultdict(lambda: array("q"))
        self._values: defaultdict[str, array[float]] = defaultdict(lambda: array("d"))

    def __len__(self) -> int:
        return self._count

    def add(self, sketch: Sketch) -> int:
        """The number it is known by."""
        for part, value in sketch.items():
            if self._most is None or len(self._numbers[part]) < self._most:
                self._numbers[part].append(self._count)
                self._values[part].append(value)
        self._count += 1
        return self._count - 1

    def alike(self, sketch: Sketch) -> Doubles:
        """Of each by its number."""
        shared = [part for part in sketch if part in self._numbers]
        if not shared:
            return np.zeros(self._count)
        # In one pass: one for each of the parts takes five times as long.
        numbers = np.frombuffer(b"".join(self._numbers[part] for part in shared), np.int64)
        values = np.frombuffer(b"".join(self._values[part] for part in shared), np.float64)
        own = np.repeat(
            [sketch[part] for part in shared], [len(self._numbers[part]) for part in shared]
        )
        return np.bincount(numbers, values * own, self._count).astype(np.float64)


def kind_weight(part: str, weak: Container[str]) -> float:
    if part in weak:
        return OF_WEAK
    if " " in part:
        return OF_PAIR
    return OF_CONCEPT if part.startswith("=") else 1.0


def spelling(words: Iterable[Word]) -> list[str]:
    """Both ends of each word that tells something."""
    forms = (form for word in words if not word.weak for form in (word.text, word.stem))
    long = [form for form in forms if len(form) >= ENDS]
    ends = (end for form in long for end in (f"^{form[:ENDS]}", f"${form[-ENDS:]}"))
    return list(dict.fromkeys(ends))


def scaled(parts: Sketch, share: float) -> Sketch:
    length = math.sqrt(sum(value * value for value in parts.values()))
    if not length:
        return {}
    return {part: math.sqrt(share) * value / length for part, value in parts.items()}


def common(one: Sketch, other: Sketch) -> float:
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(value * many[part] for part, value in few.items() if part in many)


def most_different(texts: Sequence[str], likeness: Likeness, most: int) -> list[str]:
    """Of many wordings those few that stand for all the others, in their order."""
    texts = list(dict.fromkeys(texts))
    near = [[likeness.alike(one, other) for other in texts] for one in texts]
    chosen: list[int] = []
    covered = [0.0] * len(texts)
    while len(chosen) < min(most, len(texts)):
        rest = [at for at in range(len(texts)) if at not in chosen]
        gain = {at: sum(map(max, covered, near[at])) for at in rest}
        best = max(rest, key=lambda at: gain[at])
        chosen.append(best)
        covered = list(map(max, covered, near[best]))
    return [texts[at] for at in sorted(chosen)]
