"""The word lists behind the language: read once from `faq/lists`, never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from faq.text.stem import Roots, roots, stem

DATA = Path(__file__).parents[1] / "lists"
SPELLINGS = "slang.txt"

Meanings = dict[tuple[str, ...], tuple[str, ...]]
"""Words, as stems, with what they may stand for."""


@dataclass(frozen=True)
class KnownWords:
    """Words that are right as they stand: our own lists and the dictionary's roots."""

    ours: frozenset[str]
    roots: Roots

    def __contains__(self, word: str) -> bool:
        return word in self.ours or word in self.roots


@dataclass(frozen=True)
class Lexicon:
    slang: dict[tuple[str, ...], tuple[str, ...]]
    """How people write it -> how it is written, word by word."""
    longest: dict[str, int]
    """First word of a slang or synonym phrase -> words in the longest phrase that begins so."""
    concepts: Meanings
    """A word or phrase (as stems) -> the concepts it may stand for."""
    concept_begins: dict[str, int]
    stop: frozenset[str]
    weak: frozenset[str]
    whole: frozenset[str]
    """Words that are not stemmed."""
    known: KnownWords
    roots: Roots

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that name no thing."""
        return self.stop | self.weak


@lru_cache(maxsize=8_192)
def is_known(word: str) -> bool:
    return word in lexicon().known


@cache
def lexicon() -> Lexicon:
    slang = {
        tuple(form.split()): tuple(standard.split())
        for standard, forms in pairs(SPELLINGS, "everywhere")
        for form in (*forms, *([standard] if " " in standard else []))
    }
    stop, weak, whole = words("stopwords.txt"), words("weak.txt"), words("whole.txt")
    concepts = meanings("synonyms.txt", whole, "=")
    ours = {word for side in (slang, slang.values()) for form in side for word in form}
    ours |= {word for key in concepts for word in key}
    return Lexicon(
        slang,
        longest(slang),
        concepts,
        longest(concepts),
        stop,
        weak,
        whole,
        KnownWords(frozenset(ours | stop | weak | whole | words("known.txt")), roots()),
        roots(),
    )


def meanings(name: str, whole: frozenset[str], sign: str) -> Meanings:
    """What each word or phrase of the list may stand for, marked with the sign."""
    found: Meanings = {}
    for meaning, phrases in pairs(name):
        for phrase in phrases:
            key = tuple(word if word in whole else stem(word) for word in phrase.split())
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), f"{sign}{meaning}")))
    return found


def longest(phrases: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """For each first word, how long the longest phrase is that begins with it."""
    found: dict[str, int] = {}
    for phrase in phrases:
        found[phrase[0]] = max(found.get(phrase[0], 1), len(phrase))
    return found


def lines(name: str) -> Iterator[str]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def lines_of(name: str, section: str) -> Iterator[str]:
    inside = False
    for line in lines(name):
        if line.startswith("["):
            inside = line.strip("[] ") == section
        elif inside:
            yield line


def pairs(name: str, section: str | None = None) -> Iterator[tuple[str, list[str]]]:
    for line in lines(name) if section is None else lines_of(name, section):
        left, _, right = line.partition("=")
        yield left.strip(), [form.strip() for form in right.split(",") if form.strip()]


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(name) for word in line.split())
