"""What small talk means that no rule knows: by its likeness to examples.

For each situation a linear model over words, what they stand for, pairs of neighbours, pieces of
three letters, and what the rules say: a weight is what a word says for a meaning, and is learned
ahead (`fitting.py`). What it is not sure of, the rules decide.
"""

from __future__ import annotations

import itertools
from functools import lru_cache

import numpy as np

from bot.rules.intent import Intent, Situation
from faq.text.small_talk.reading import SmallReading, SmallWord
from faq.text.small_talk.rules import ruled
from faq.text.small_talk.weights import FeatureSums, learned
from faq.text.small_talk.words import root

Words = tuple[str, ...]

AT_HAND = 16  # one message is asked about several situations
SIZE = 3  # letters of a piece
SHORT = 2  # words that are a feature together, with nothing before and behind: "batal"
NUMBERS = frozenset(
    {"satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"}
)
# Where nothing was asked, a message may be a question.
FREE = frozenset({Situation.NONE, Situation.ANSWERED, Situation.OPEN, Situation.ENDED})
LEAST, LEAST_FREE = -0.3, -0.1  # about +1 where it is meant, -1 where not
AHEAD = 0.1  # of the next best
STRANGE, STRANGE_FREE = 2, 3  # one word of so many may be in no example
LONGEST_BESIDE_STORY = 8  # words, where a story is asked for
SURE = 0.2  # where a word of the book is among them, or something is asked that is no question
# A word of the book may also be who writes, or what was written: "guru", "data".
NO_TOPIC = frozenset({"pihak", "datang", "halangan", "tulisan"})
FOR_A_FILE = frozenset({"gambar"})  # where one is asked for, "lampiran" is no word of the book
QUESTIONS = frozenset(
    {
        Intent.WAITING,
        Intent.HELP,
        Intent.WHO,
        Intent.HOURS,
        Intent.ADDRESS,
        Intent.DONT_KNOW,
        Intent.GREETING,
    }
)
# What may be said in words of the book: "sudah bisa login, tutup tiketnya", "NIP saya salah".
OF_THE_BOOK = {
    Situation.CHECK: {Intent.NO},
    Situation.ATTACH: {Intent.YES},
    Situation.RESOLVED: frozenset(Intent),
    Situation.OPEN: {Intent.WITHDRAW, Intent.WAITING},
    Situation.ENDED: {Intent.AGAIN},
}
# Else "cabut" is of the book too: "cabut SKP".
REPORTED = frozenset({"lapor", "laporan"})
# What is asked for the sake of saying it: "apanya yang selesai?", "pelayanan macam apa ini?"
EXCLAIMED = frozenset({Intent.AGAIN, Intent.INSULT})


def sense(read: SmallReading, situation: Situation) -> Intent | None:
    """What is meant, or None where it may be a question or part of a story."""
    rule, known = ruled(read, situation), learned()
    meanings = known.meant[situation]
    if not _comparable(read, situation) or (rule and rule not in meanings):
        return rule
    scores = known.scores(_told(read), of_rule(rule), situation)
    *_, next_best, best = np.argsort(scores)
    meant = meanings[best]
    if read.asks and meant not in QUESTIONS | EXCLAIMED:
        return rule if meant else None
    of_the_book = situation is not Situation.RESOLVED and _of_the_book(read, situation)
    if of_the_book and not _of_a_report(read, meant, situation):
        return rule
    least = LEAST_FREE if situation in FREE else LEAST
    if of_the_book or (read.asks and meant in EXCLAIMED):
        least = SURE
    sure = scores[best] > least and scores[best] - scores[next_best] > AHEAD
    return meant if sure else rule


def _comparable(read: SmallReading, situation: Situation) -> bool:
    """Neither about the book, unless how that stands was asked for, nor of words that no example
    has, nor long enough for a story."""
    if situation is Situation.STORY and len(_spoken(read)) > LONGEST_BESIDE_STORY:
        return False
    if _of_the_book(read, situation) and (
        situation not in OF_THE_BOOK or all(word.topic or word.silent for word in read.words)
    ):
        return False
    most = len(read.words) // (STRANGE_FREE if situation in FREE else STRANGE)
    return _strange(read)[situation] <= most and any(not word.vocative for word in read.words)


@lru_cache(maxsize=AT_HAND)
def _told(read: SmallReading) -> FeatureSums:
    return learned().told(features(read))


@lru_cache(maxsize=AT_HAND)
def _strange(read: SmallReading) -> dict[Situation, int]:
    """How many of its words, the silent ones aside, are in no example of each situation."""
    telling = [_stem(word) for word in read.words if not word.silent]
    known = learned().known(telling)
    return {situation: len(telling) - count for situation, count in known.items()}


def _of_a_report(read: SmallReading, meant: Intent | None, situation: Situation) -> bool:
    """Though it has a word of the book."""
    if read.asks or meant not in OF_THE_BOOK[situation]:
        return False
    return situation is not Situation.OPEN or not REPORTED.isdisjoint(read.means)


def _of_the_book(read: SmallReading, situation: Situation) -> bool:
    harmless = NO_TOPIC | FOR_A_FILE if situation is Situation.ATTACH else NO_TOPIC
    return any(word.topic and not word.means & harmless for word in read.words)


def _spoken(read: SmallReading) -> Words:
    """Without whom it is spoken to."""
    return tuple(word.word for word in read.words if not word.vocative)


def of_rule(rule: Intent | None) -> str:
    return f"!{rule}"


def features(read: SmallReading) -> list[str]:
    told = [word for word in read.words if not word.vocative]
    stems = ["^", *map(_stem, told), "$"]
    pairs = (f"{left} {right}" for left, right in itertools.pairwise(stems))
    of_words = itertools.chain.from_iterable(map(_of_word, told))
    asked = ["?"] if read.asks else []
    whole = [" ".join(stems)] if 0 < len(told) <= SHORT else []
    return list(dict.fromkeys([*whole, *pairs, *of_words, *asked]))


@lru_cache(maxsize=2_048)
def _of_word(word: SmallWord) -> Words:
    framed = f" {word.word} "
    pieces = (f"/{framed[at : at + SIZE]}" for at in range(len(framed) - SIZE + 1))
    return (_stem(word), *(f"={meaning}" for meaning in sorted(word.means)), *pieces)


def _stem(word: SmallWord) -> str:
    """One for all numbers."""
    return "#" if word.word.isdecimal() or word.word in NUMBERS else root(word.word)
