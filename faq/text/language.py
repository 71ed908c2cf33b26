"""From what people type to comparable words.

Chat Indonesian, Banjar, loan words with Indonesian endings, error texts and addresses all come
out as plain stems. Nothing here knows the book; nothing here depends on earlier calls.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.rules.letters import LONGEST, taken_apart
from faq.text.lexicon import Lexicon, Meanings, is_known, lexicon
from faq.text.spelled_out import gathered
from faq.text.standard_spelling import LONGEST_WORD, spelled
from faq.text.stem import stem
from faq.text.tokens import AT_HAND, tokens

MOST_WORDS = 240
MOST_UNKNOWN = 40
"""Unknown words that are looked into: it bounds the time a message may cost."""

PAK_PARTNERS = {"tombol", "tambah", "cetak", "terbit", "nomor", "dokumen", "nilai", "hapus", "tte"}


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    """Standard spelling, before stemming."""
    stem: str
    weak: bool
    """Too common to tell what a question is about."""
    known: bool
    """Indonesian or ours; an unknown word may be a slip of the finger."""


Correct = Callable[[str], tuple[str, ...]]


def normalise(text: str, correct: Correct | None = None) -> list[Word]:
    return meant(plain(text), correct)


@lru_cache(maxsize=AT_HAND)
def plain(text: str) -> tuple[str, ...]:
    """Every word in its standard spelling, politeness included."""
    # One word joined by hyphens may stand for a thousand.
    seen = taken_apart(text[:LONGEST])
    return tuple(despelled(gathered(tokens(seen)[:MOST_WORDS]), lexicon())[:MOST_WORDS])


def in_standard_words(text: str) -> str:
    """For rules that know each word in one spelling: "gk jdi" is "tidak jadi"."""
    return " ".join(plain(text))


def meant(said: Sequence[str], correct: Correct | None = None) -> list[Word]:
    """The words that carry meaning, in their order; where none does, all of them.

    `correct` is asked about words that no list knows; what it returns is taken instead.
    """
    lexicon_ = lexicon()
    found: list[Word] = []
    if correct is None and len(said) <= MOST_UNKNOWN:  # most texts: nothing is to be looked into
        found = [understood(word) for word in said if word not in lexicon_.stop]
        return found or [Word(word, word, weak=True, known=True) for word in said]
    patience = MOST_UNKNOWN
    for word in said:
        right: tuple[str, ...] = (word,)
        if not is_known(word) and word.isalpha():
            patience -= 1
            if patience < 0:
                found.append(Word(word, word, weak=False, known=False))
                continue
            if correct and not is_known(root_of(word, lexicon_)):
                right = correct(word)
        found += [understood(part) for part in right if part not in lexicon_.stop]
    return found or [Word(word, word, weak=True, known=True) for word in said]


@lru_cache(maxsize=4_096)
def understood(word: str) -> Word:
    lexicon_ = lexicon()
    root = root_of(word, lexicon_)
    weak = word in lexicon_.weak or root in lexicon_.weak
    return Word(word, root, weak, is_known(root))


def telling(word: Word) -> bool:
    """Whether it says what a message is about: a letter alone does as little as "apa"."""
    return not word.weak and not (len(word.text) == 1 and word.text.isalpha())


def telling_words(message: str) -> frozenset[str]:
    """What it is about, word by word; numbers may be of anything."""
    told = (word for word in normalise(message) if telling(word))
    return frozenset(word.text for word in told if not word.text.isdecimal())


def root_of(word: str, lexicon_: Lexicon) -> str:
    """Names of the trade keep their form: `kinerja` is not a kind of `kerja`."""
    return word if word in lexicon_.whole else stem(word)


def concepts(stems: list[str]) -> list[str]:
    """What the words, alone or up to three together, may stand for in the trade."""
    return standing_for(stems, lexicon().concepts, lexicon().concept_begins)


def standing_for(
    stems: Sequence[str],
    table: Meanings,
    begins: Mapping[str, int],
) -> list[str]:
    found: list[str] = []
    for at, first in enumerate(stems):
        for size in range(1, begins.get(first, 0) + 1):
            found += table.get(tuple(stems[at : at + size]), ())
    return found


def despelled(typed: list[str], lexicon_: Lexicon) -> list[str]:
    """Chat and Banjar spellings to standard words, the longest phrase first."""
    found: list[str] = []
    unknown: set[str] = set()
    few = len(typed) <= MOST_UNKNOWN
    at = 0
    while at < len(typed):
        begins = typed[at] in lexicon_.longest
        size, words = phrase(typed, at, lexicon_) if begins else (1, ())
        if not words:
            words = spelled(typed[at]) if few else plain_or_spelled(typed[at], unknown, lexicon_)
        found += words
        at += size
    return [credit(found, at) for at in range(len(found))] if "pak" in found else found


def plain_or_spelled(token: str, unknown: set[str], lexicon_: Lexicon) -> tuple[str, ...]:
    """A word's spelling; in a message full of unknown words most are taken as they stand."""
    if not is_known(token) and (token,) not in lexicon_.slang:
        unknown.add(token)
    return spelled(token) if len(unknown) <= MOST_UNKNOWN else (token[:LONGEST_WORD],)


def phrase(typed: list[str], at: int, lexicon_: Lexicon) -> tuple[int, tuple[str, ...]]:
    for size in range(lexicon_.longest.get(typed[at], 1), 1, -1):
        words = lexicon_.slang.get(tuple(typed[at : at + size]))
        if words and at + size <= len(typed):
            return size, words
    return 1, ()


def credit(words: list[str], at: int) -> str:
    """`pak` is a title of address, unless it stands where only a credit-point paper can."""
    if words[at] == "pak" and at and words[at - 1] in PAK_PARTNERS:
        return "pakkredit"
    return words[at]
