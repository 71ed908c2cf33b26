"""The word lists behind the language: read once from `faq/lists`, never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from faq.stem import roots, stem

DATA = Path(__file__).parent / "lists"


@dataclass(frozen=True)
class Lexicon:
    slang: dict[tuple[str, ...], tuple[str, ...]]
    """How people write it -> how it is written, word by word."""
    longest: dict[str, int]
    """First word of a slang or synonym phrase -> words in the longest phrase that begins so."""
    concepts: dict[tuple[str, ...], tuple[str, ...]]
    """A word or phrase (as stems) -> the concepts it may stand for."""
    stop: frozenset[str]
    weak: frozenset[str]
    whole: frozenset[str]
    """Words that are not stemmed."""
    known: frozenset[str]
    """Words that are right as they stand: the dictionary's roots and our own lists."""
    roots: frozenset[str]


@cache
def lexicon() -> Lexicon:
    slang = {
        tuple(form.split()): tuple(standard.split())
        for standard, forms in pairs("slang.txt")
        for form in forms
    }
    concepts: dict[tuple[str, ...], tuple[str, ...]] = {}
    for concept, phrases in pairs("synonyms.txt"):
        for phrase in phrases:
            key = tuple(stem(word) for word in phrase.split())
            concepts[key] = (*concepts.get(key, ()), f"={concept}")
    longest: dict[str, int] = {}
    for form in slang:
        longest[form[0]] = max(longest.get(form[0], 1), len(form))
    stop, weak, whole = words("stopwords.txt"), words("weak.txt"), words("whole.txt")
    ours = {word for side in (slang, slang.values()) for form in side for word in form}
    ours |= {word for key in concepts for word in key}
    return Lexicon(
        slang,
        longest,
        concepts,
        stop,
        weak,
        whole,
        frozenset(ours | roots() | stop | weak | whole),
        roots(),
    )


def lines(name: str) -> Iterator[str]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def pairs(name: str) -> Iterator[tuple[str, list[str]]]:
    for line in lines(name):
        left, _, right = line.partition("=")
        yield left.strip(), [form.strip() for form in right.split(",") if form.strip()]


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(word for line in lines(name) for word in line.split())
