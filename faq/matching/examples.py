"""The phrasings of a book as numbers, which is all that the matcher learns from."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, chain, pairwise

import numpy as np
from numpy.typing import NDArray

from faq.text.features import Features, features, pieces, rank
from faq.text.hashing import UNKNOWN, Hashes, Ints, Numbers, hashed

BLOCKS = 3
SHORT = 2
"""Informative words up to which a question counts as short."""
WORDS_AT_HAND = 4_096


class Examples:
    """Read one by one, so that the strings of a phrasing are gone before the next is read."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words: Counter[str] = Counter()
        hashes, ranks, sizes, keys, bare = (array(kind) for kind in "qbiqb")
        for text in texts:
            example = features(text)
            self.words.update(word.text for word in example.words)
            keys.append(key(example))
            bare.append(not informative(example))
            blocks = example.blocks
            sizes.extend(map(len, blocks))
            for block in blocks:
                hashes.extend(map(hash, block))
                ranks.extend(map(rank, block))
        told = np.frombuffer(hashes, np.int64)
        self.vocabulary = Numbers(told)
        self.flat: NDArray[np.int32] = self.vocabulary.of(told).astype(np.int32)
        """All features of all phrasings, one behind the other."""
        self.ranks = np.frombuffer(ranks, np.int8)
        self.sizes: NDArray[np.int32] = np.frombuffer(sizes, np.int32).reshape(-1, BLOCKS)
        """How many features each block of each phrasing has."""
        self.keys: Hashes = np.frombuffer(keys, np.int64)
        self.bare = np.frombuffer(bare, np.bool_)
        """Which phrasings are made of weak words only."""

    def __len__(self) -> int:
        return len(self.sizes)

    def blocks(self) -> Iterator[list[NDArray[np.int32]]]:
        """Of each phrasing its blocks."""
        start = 0
        for sizes in self.sizes.tolist():
            ends = list(accumulate(sizes, initial=start))
            yield [self.flat[left:right] for left, right in pairwise(ends)]
            start = ends[-1]

    def terms(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """All terms in the order of their phrasings, and the phrasing each stands in."""
        blocks = np.tile(np.arange(BLOCKS) == 0, len(self))
        count = self.sizes[:, 0]
        owners = np.repeat(np.arange(len(self), dtype=np.int32), count)
        return self.flat[np.repeat(blocks, self.sizes.ravel())], owners


def informative(asked: Features) -> int:
    return sum(not word.weak for word in asked.words)


def key(asked: Features) -> int:
    """Of all messages in the same words."""
    return stems_key(word.stem for word in asked.words)


def stems_key(stems: Iterable[str]) -> int:
    return hash(tuple(stems))


class Numbering:
    """The numbers of a question's features. Nearly all of its words were in other questions: the
    numbers of their pieces, half of all features, are kept at hand."""

    def __init__(self, vocabulary: Numbers) -> None:
        self._vocabulary = vocabulary
        self.pieces = lru_cache(maxsize=WORDS_AT_HAND)(self._pieces)

    def of(self, features: Iterable[str]) -> Ints:
        return self._vocabulary.of(hashed(features))

    def _pieces(self, word: str) -> tuple[int, ...]:
        """Those that are known: the others tell nothing."""
        found = self.of(pieces(word))
        return tuple(found[found != UNKNOWN].tolist())


class Asked:
    """A question in the same numbers."""

    __slots__ = ("blocks", "informative", "key", "stems", "telling", "told", "words")

    def __init__(self, asked: Features, numbering: Numbering) -> None:
        self.words, terms = asked.words, asked.terms
        stems = [word.stem for word in asked.words]
        telling = [word.stem for word in asked.words if not word.weak]
        self.informative = len(telling)
        self.key = stems_key(stems)
        self.told = hashed(telling)
        """The telling stems' hashes: the answers know more words than the phrasings."""
        numbers = numbering.of((*terms, *asked.said))
        place = {term: at for at, term in enumerate(terms)}
        self.stems, self.telling = (
            numbers[[place[stem] for stem in of]] for of in (stems, telling)
        )
        spelled = set(chain.from_iterable(map(numbering.pieces, asked.written)))
        self.blocks = (
            numbers[: len(terms)],
            np.fromiter(spelled, np.intp, len(spelled)),
            numbers[len(terms) :],
        )

    @property
    def terms(self) -> Ints:
        return self.blocks[0]

    @property
    def short(self) -> bool:
        return self.informative <= SHORT
