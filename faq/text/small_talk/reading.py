"""A short message as small words: each with what it stands for, and what a denial makes of it.

`faq/lists/small_talk.txt` says what they stand for. Nothing here knows what was asked.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from faq.text.asking import asks
from faq.text.language import plain
from faq.text.lexicon import is_known
from faq.text.small_talk.words import root, small_words
from faq.text.standard_spelling import forms
from faq.text.tokens import LONGEST_USUAL, tokens
from faq.text.typos import Spelling

LONGEST = 16  # words; whoever writes more tells something
LONGEST_LETTERS = 200
NOT = frozenset(
    {"tidak", "belum", "bukan", "jangan", "kurang", "tanpa", "tidak_usah", "tidak_perlu"}
)
INSULTING = "makian"  # never read into a slip of the finger
AT_HAND = 1  # words between a denial and what it denies
# What a denied meaning turns into.
DENIED = {
    "pulih": "rusak",
    "tuntas": "taktuntas",
    "tahu": "taktahu",
    "ya": "ubah",
    "kirim": "takkirim",
    "maksud": "lain",
    "puji": "lain",
    "gambar": "takgambar",
    "ubah": "ya",
    "rusak": "pulih",
}
LAUGHING = re.compile(r"(?:h[aeiou]|wk|xi|ck){2,}[hkswx]?|hiks+|hu{2,}|w{2,}|z{2,}")
# "The", and "my", as Indonesian, Javanese, Sundanese and chat hang them on a word.
ENDINGS = ("nya", "ne", "e", "ipun", "na", "x", "q", "ku")
SHORTEST = 3  # letters of a word that has such an ending
VOWEL = re.compile("[aeiou]")
MOST_VOWELS = 4  # one letter of so many, where they are left out
CLAUSE = re.compile(r"[,;!\n]+|[.](?=\s|$)")
ASKED_APART = "kah"  # Banjar: "kawa kah"
NOTHING_ASKED = re.compile(r"\bapa(?:-apa|2)\b", re.IGNORECASE)
POINTING = ("ini", "itu")
WHO = "siapa"
ASKED_LAST = frozenset({"tidak", "bukan", "belum"})


@dataclass(frozen=True)
class SmallWord:
    """One word, or a few that belong together."""

    word: str
    means: frozenset[str]
    topic: bool
    """Of the book."""
    silent: bool
    vocative: bool = False
    """A form of address."""


NOBODY = SmallWord("", frozenset(), topic=False, silent=True)


@dataclass(frozen=True, eq=False)
class SmallReading:
    """Each is itself only: to compare all words of two takes longer than to read one."""

    words: tuple[SmallWord, ...]
    asks: bool

    @cached_property
    def means(self) -> frozenset[str]:
        return frozenset[str]().union(*(word.means for word in self.words))


def reading(message: str) -> SmallReading | None:
    """None where it says nothing, or more than small talk does."""
    return _reading(message) if len(message) <= LONGEST_LETTERS else None


@lru_cache(maxsize=256)
def _reading(message: str) -> SmallReading | None:
    known, clauses = small_words(), CLAUSE.split(message)
    typed = [_typed(clause) for clause in clauses]
    typed[0] = [*_signs(message, known.signs_among_words), *typed[0]]
    if not any(typed):
        typed = [_signs(message, known.signs)]
    said = [plain(" ".join(words)) for words in typed if words]
    if not 0 < sum(map(len, said)) <= LONGEST:
        return None
    small = tuple(itertools.chain.from_iterable(map(_smalls, said)))
    return SmallReading(small, _asks_apart(small) or asks(NOTHING_ASKED.sub(" ", message)))


def _smalls(said: Sequence[str]) -> tuple[SmallWord, ...]:
    """What is denied in a clause, is denied there: "tidak, ada yang salah"."""
    words = _grouped(tuple(_righted(word) for word in said), small_words().phrases)
    return _denied(_asked_for(tuple(map(_small, words))))


def _asked_for(words: tuple[SmallWord, ...]) -> tuple[SmallWord, ...]:
    """ "Siapa admin" speaks of somebody, "siapa ini, admin" to somebody."""
    return tuple(
        replace(word, vocative=False) if before.word == WHO and word.means else word
        for before, word in zip((NOBODY, *words), words, strict=False)
    )


def _asks_apart(words: Sequence[SmallWord]) -> bool:
    """ "Masih bisa gak ya", "kawa kah lagi"."""
    kept = (ASKED_APART, *POINTING)
    told = [word.word for word in words if word.word in kept or not word.silent]
    return ASKED_APART in told or (len(told) > 2 and told[-1] in ASKED_LAST)


def _typed(message: str) -> list[str]:
    spelled = _grouped(tokens(message), small_words().spelled_apart)
    return [respelled(token) for token in spelled if not LAUGHING.fullmatch(token)]


def _signs(message: str, meant: Mapping[str, str]) -> list[str]:
    if message.isascii():
        return []
    return [word for sign in message for word, signs in meant.items() if sign in signs]


def respelled(token: str) -> str:
    return _usual(token) if len(token) <= LONGEST_USUAL else _respelled(token)


def _respelled(token: str) -> str:
    spellings = small_words().spellings
    typed = forms(token)
    bare = (body for form in typed for body in _bodies(form))
    return next((spellings[form] for form in (*typed, *bare) if form in spellings), token)


_usual = lru_cache(maxsize=4_096)(_respelled)


def _bodies(word: str) -> Iterator[str]:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) >= SHORTEST + len(ending):
            yield word.removesuffix(ending)


def _righted(word: str) -> str:
    """Without the slip of the finger, where no list knows the word."""
    if is_known(word) or _has_meaning(word):
        return word
    for body in _bodies(word):
        if is_known(body) or _has_meaning(body):
            return plain(body)[0]
    near = _from_consonants(word) or _spelling().nearest(word)
    return word if near is None or INSULTING in small_words().meanings.get(near, ()) else near


def _from_consonants(word: str) -> str | None:
    """ "pnjlsan", "btlkn": who types fast leaves the vowels out."""
    bones = VOWEL.sub("", word)
    few = len(word) - len(bones) <= len(word) // MOST_VOWELS
    return _consonants().get(bones) if few and len(bones) >= SHORTEST else None


@cache
def _consonants() -> dict[str, str]:
    """By its consonants each word that has them alone, with what is hung on it."""
    known, found = small_words(), defaultdict[str, set[str]](set)
    for word in {*known.meanings, *known.silent, *known.topics}:
        for form in (word, f"{word}kan", f"{word}nya", f"di{word}", f"di{word}kan"):
            found[VOWEL.sub("", form)].add(word)
    return {bones: min(of) for bones, of in found.items() if len({*map(root, of)}) == 1}


def _has_meaning(word: str) -> bool:
    known = small_words()
    return known.knows(word) or known.knows(root(word))


@cache
def _spelling() -> Spelling:
    known = small_words()
    return Spelling(Counter({*known.meanings, *known.silent, *known.topics}))


def _grouped(
    words: Sequence[str], together: Mapping[str, tuple[tuple[str, ...], ...]]
) -> tuple[str, ...]:
    """Words that belong together as one: "tidak_jadi"."""
    found, at = [], 0
    while at < len(words):
        size = _begun(words, at, phrases) if (phrases := together.get(words[at])) else 1
        found.append(words[at] if size == 1 else "_".join(words[at : at + size]))
        at += size
    return tuple(found)


def _begun(words: Sequence[str], at: int, phrases: Sequence[tuple[str, ...]]) -> int:
    """How many words of that place are one of the phrases together; 1 where none is."""
    fitting = (len(each) for each in phrases if tuple(words[at : at + len(each)]) == each)
    return next(fitting, 1)


@lru_cache(maxsize=4_096)
def _small(word: str) -> SmallWord:
    known, stem = small_words(), root(word)
    means = known.meanings.get(word) or known.meanings.get(stem) or frozenset()
    topic = not known.topics.isdisjoint(word.split("_")) or (
        word not in known.meanings and stem in known.topics
    )
    return SmallWord(word, means, topic, word in known.silent, word in known.vocatives)


def _denied(words: tuple[SmallWord, ...]) -> tuple[SmallWord, ...]:
    """With what a denial turns the next meaning into."""
    found: list[SmallWord] = []
    reach = -1
    for word in words:
        turned = frozenset(DENIED.get(each, each) for each in word.means)
        if reach >= 0 and turned != word.means and word.word not in NOT:
            found.append(SmallWord(word.word, turned, word.topic, silent=False))
            reach = -1
        else:
            found.append(word)
            reach = AT_HAND + 1 if word.word in NOT else reach - (not word.silent)
    return tuple(found)
