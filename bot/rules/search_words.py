"""Words as a search knows them: without capitals, accents and signs, the same on any database."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from bot.rules.letters import taken_apart
from bot.rules.ticket import ANY_YEAR, Number

LONGEST_WORD = 40
MOST_WORDS = 2_000  # of one ticket
MOST_SOUGHT = 8
BEGINS_WITH = 3  # letters; shorter words are meant as they stand
LONGEST_FIGURE = 5  # digits that are a number by themselves, and not the beginning of a NIP
LEAST_TELLING = 4  # letters of a word without which a search is not tried once more
_WORD = re.compile(r"[^\W_]+")


class SearchWord(NamedTuple):
    text: str
    begins: bool
    """Whether longer words that begin so are meant as well."""


Sought = tuple[tuple[SearchWord, ...], ...]
"""Of each of these groups one word must stand there."""


def words_of(text: str) -> list[str]:
    """In their order, letters and digits of ASCII alone: what else there is is spelled so."""
    if not text.isascii():
        apart = taken_apart(text)
        text = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return [_spelled(word) for word in _WORD.findall(text.casefold())]


def _spelled(word: str) -> str:
    if not word.isascii():
        word = "".join(sign if sign.isascii() else f"u{ord(sign):x}" for sign in word)
    return word[:LONGEST_WORD]


def all_words(texts: Iterable[str], known: str = "") -> str:
    """Each once, in the order of the alphabet, which tells nobody what was written.

    Where they are too many the known ones stay, then those that stand first: by what is added to
    it, nobody puts a ticket's number and story out of reach."""
    found = dict.fromkeys(known.split())
    found |= dict.fromkeys(word for text in texts for word in words_of(text))
    return " ".join(sorted(islice(found, MOST_WORDS)))


def number_words(number: Number) -> str:
    """By which a ticket is found when it is asked for by its number, with a year or without."""
    return f"{_numbered(number)} {_numbered(Number(ANY_YEAR, number.serial))}"


def _numbered(number: Number) -> str:
    return f"no{number.serial:05d}" + (f"x{number.year}" if number.year != ANY_YEAR else "")


def sought(text: str, alone: Number | None) -> Sought:
    """What somebody looks for: all of the first words. `alone`: the number that it is, if it is
    nothing else."""
    if alone is not None and alone.year != ANY_YEAR:
        return ((SearchWord(_numbered(alone), begins=False),),)
    if alone is not None:
        return (_meant(str(alone.serial)),)
    words = dict.fromkeys(words_of(text))
    telling = [word for word in words if len(word) > 1] or list(words)
    return tuple(_meant(word) for word in telling[:MOST_SOUGHT])


def _meant(word: str) -> tuple[SearchWord, ...]:
    if not word.isdecimal():
        return (SearchWord(word, begins=len(word) >= BEGINS_WITH),)
    if len(word) > LONGEST_FIGURE:
        return (SearchWord(word, begins=True),)
    number = _numbered(Number(ANY_YEAR, int(word)))
    return (SearchWord(number, begins=False), SearchWord(word, begins=False))


def loosened(groups: Sought, correct: Callable[[str], tuple[str, ...]]) -> Sought:
    """Where nothing was found: as it may have been meant. A word may end otherwise, or be what
    `correct` takes it for; the shortest are left out."""
    telling = [group for group in groups if len(group[0].text) >= LEAST_TELLING] or groups
    return tuple(_loose(group, correct) for group in telling)


def _loose(
    group: tuple[SearchWord, ...], correct: Callable[[str], tuple[str, ...]]
) -> tuple[SearchWord, ...]:
    word = group[0].text
    if len(group) > 1 or not group[0].begins:
        return group
    shorter = word[: max(LEAST_TELLING, -(-2 * len(word) // 3))]
    others = [other for other in correct(word) if other.isascii() and other.isalnum()]
    return tuple(SearchWord(way, begins=True) for way in dict.fromkeys([shorter, *others]))
