"""The root of an Indonesian word.

Most words give way to a few table look-ups; PySastrawi, which is thorough and a hundred times
slower, is asked about the rest, and only where an affix can be seen at all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import Sastrawi
from Sastrawi.Stemmer.Stemmer import Stemmer

STEMS_KEPT = 4_096
SHORTEST_ROOT = 3
LONGEST_THOROUGH = 16
ENDINGS = ("", "nya", "lah", "kah", "pun", "ku", "mu")
SUFFIXES = ("kan", "an", "", "i")
VOWELS = "aeiou"
# Beginning, what may follow it, and the letters the root may have lost to it, likeliest first.
PREFIXES = (
    ("", "", ("",)),
    ("memper", "", ("",)),
    ("pember", "", ("",)),
    ("diper", "", ("",)),
    ("dike", "", ("",)),
    ("menge", "tkc", ("",)),
    ("penge", "t", ("",)),
    ("me", "lrwymn", ("",)),
    ("pe", "lrwymn", ("",)),
    ("meng", "aeioughqk", ("", "k")),
    ("peng", "aeioughqk", ("", "k")),
    ("meny", VOWELS, ("s",)),
    ("peny", VOWELS, ("s",)),
    ("mem", "bfvpaeiou", ("p", "")),
    ("pem", "bfvpaeiou", ("p", "")),
    ("men", "cdjtzsaeiou", ("t", "")),
    ("pen", "cdjtzsaeiou", ("t", "")),
    ("ber", "", ("",)),
    ("ter", "", ("",)),
    ("per", "", ("",)),
    ("di", "", ("",)),
    ("ke", "", ("",)),
    ("keber", "", ("",)),
    ("keter", "", ("",)),
    ("kepem", VOWELS, ("p",)),
    ("berke", "", ("",)),
    ("se", "", ("",)),
    ("ku", "", ("",)),
    ("pe", "tk", ("",)),
    ("be", "kr", ("",)),
    ("te", "r", ("",)),
)


@lru_cache(maxsize=STEMS_KEPT)
def stem(word: str) -> str:
    """The root; a word that is a root, short or foreign stays as it is."""
    if len(word) < 4 or word in roots():
        return word
    found = quick(word)
    if found or len(word) > LONGEST_THOROUGH or not affixed(word):
        return found or word
    thorough: str = stemmer().stem(word)
    return thorough or word


def quick(word: str) -> str:
    """The root that one beginning and one ending leave, or nothing."""
    for body in bodies(word):
        for prefix, follows, lost in PREFIXES:
            if body.startswith(prefix):
                rest = body[len(prefix) :]
                if len(rest) >= SHORTEST_ROOT and (not follows or rest[0] in follows):
                    for letter in lost:
                        if letter + rest in roots():
                            return letter + rest
    return ""


def bodies(word: str) -> Iterator[str]:
    for ending in ENDINGS:
        if word.endswith(ending):
            shorter = word[: len(word) - len(ending)]
            if shorter in roots():
                yield shorter
            for suffix in SUFFIXES:
                if shorter.endswith(suffix):
                    yield shorter[: len(shorter) - len(suffix)]


def affixed(word: str) -> bool:
    """Begins as words with a swallowed or doubled affix do; other endings were tried already."""
    return word.startswith(("pe", "be", "te", "ke", "di", "me"))


class Roots:
    """PySastrawi's root words: what is in here is Indonesian, whatever our index says.

    Kept as one text for each two letters that roots begin with: as separate strings in a set the
    30,000 of them take ten times the memory.
    """

    def __init__(self, words: Iterable[str]) -> None:
        found: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words)):
            found[word[:2]].append(word)
        self.begun = {begin: f" {' '.join(listed)} " for begin, listed in found.items()}

    def __contains__(self, word: str) -> bool:
        return f" {word} " in self.begun.get(word[:2], "")

    def __iter__(self) -> Iterator[str]:
        for listed in self.begun.values():
            yield from listed.split()

    def contains(self, word: str | None) -> bool:
        """As PySastrawi asks, so that it needs no dictionary of its own."""
        return word is not None and word in self


@cache
def roots() -> Roots:
    path = Path(Sastrawi.__file__).parent / "Stemmer" / "data" / "kata-dasar.txt"
    return Roots(path.read_text(encoding="utf-8").split())


@cache
def stemmer() -> Stemmer:
    return Stemmer(roots())
