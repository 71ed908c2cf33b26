"""What people mean who do not press buttons, by what just happened: `faq/lists/small_talk.txt`.

A word stands for what it means here ("tuntung", "beres", "kelar": settled), and a line of the list
says which of these together mean what. A word from the book makes a message a question to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.rules.intent import Intent, Mood, Situation
from faq.text.asking import asks
from faq.text.language import plain, root_of
from faq.text.lexicon import is_known, lexicon
from faq.text.small_vocabulary import Rule, small_words
from faq.text.standard_spelling import forms
from faq.text.tokens import tokens
from faq.text.typos import Spelling

LONGEST = 16  # words; whoever writes more tells something
LONGEST_LETTERS = 200
NOT = frozenset(
    {"tidak", "belum", "bukan", "jangan", "kurang", "tanpa", "tidak_usah", "tidak_perlu"}
)
EMPTY = frozenset({"ya", "sudah", "tuntas", "salam", "doa", "terima", "syukur"})
WHEN = frozenset({"sekarang", "tadi", "kemarin", "hari"})
PERSONAL = frozenset({"saya", "kami", "masih", "belum", "tetap", "lagi", "sudah"})
INSULTING = "makian"
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
}
SIGNS = {
    "👍": "ya",
    "👌": "ya",
    "✅": "ya",
    "🆗": "ya",
    "👎": "tidak",
    "❌": "tidak",
    "🙅": "tidak",
}
SIGNS |= {
    "🙏": "terima kasih",
    "❤": "terima kasih",
    "😊": "terima kasih",
    "👏": "bagus",
    "🤬": "bodoh",
}
ASKED_APART = "kah"  # Banjar: "kawa kah"
NOTHING_ASKED = re.compile(r"\bapa(?:-apa|2)\b", re.IGNORECASE)
POINTING = ("ini", "itu")
ASKED_LAST = frozenset({"tidak", "bukan", "belum"})


@dataclass(frozen=True)
class Small:
    """One word, or a few that belong together."""

    word: str
    means: frozenset[str]
    topic: bool
    """Of the book."""
    silent: bool


@dataclass(frozen=True)
class Reading:
    words: tuple[Small, ...]
    asks: bool

    @property
    def means(self) -> frozenset[str]:
        return frozenset[str]().union(*(word.means for word in self.words))


def small_talk(message: str, situation: Situation) -> Intent | None:
    """What is meant, or None where it may be a question or part of a story."""
    read = _reading(message) if len(message) <= LONGEST_LETTERS else None
    if read is None:
        return None
    return next(
        (rule.intent for rule in small_words().rules if _fits(rule, read, situation)), None
    )


def only_small(message: str) -> bool:
    """Nothing but particles, manners and yes or no: it tells nothing by itself."""
    read = _reading(message) if len(message) <= LONGEST_LETTERS else None
    return read is not None and all(word.silent for word in read.words)


def mood(message: str) -> Mood | None:
    """Whether somebody is angry or worried, whatever else is said."""
    known = small_words()
    said = {sign for sign in message if sign in known.moods}
    for token in tokens(message):
        word = _respelled(token)
        if INSULTING in known.meanings.get(word, ()):
            return Mood.ANGRY
        said |= {form for form in (token, word, _root(word)) if form in known.moods}
    felt = {known.moods[word] for word in said}
    return Mood.ANGRY if Mood.ANGRY in felt else next(iter(felt), None)


def civil(message: str) -> str:
    """Without its insults: nobody need read them who looks for what was asked."""
    known = small_words()
    kept = [
        word
        for word in message.split()
        if not any(
            INSULTING in known.meanings.get(_respelled(token), ()) for token in tokens(word)
        )
    ]
    return " ".join(kept) if len(kept) < len(message.split()) else message


def tells_nothing(message: str) -> bool:
    """ "Sudah", "oke beres pak": short, and does not say what was done."""
    read = _reading(message) if len(message) <= LONGEST_LETTERS else None
    return read is not None and all(
        (word.silent or word.means & EMPTY or word.word in NOT) and word.word not in WHEN
        for word in read.words
    )


def personal(message: str) -> bool:
    """Whether it tells of whoever writes, or of what is still so."""
    return not PERSONAL.isdisjoint(plain(message))


def of_the_book(message: str) -> bool:
    """Whether any word is one that the book is about."""
    read = _reading(message)
    return read is not None and any(word.topic for word in read.words)


def _fits(rule: Rule, read: Reading, situation: Situation) -> bool:
    means = read.means
    if situation not in rule.where or rule.asks not in (None, read.asks):
        return False
    if not all(needed & means for needed in rule.needed) or rule.barred & means:
        return False
    beside = [word for word in read.words if not (word.means & rule.free)]
    if not rule.any_topic and any(word.topic for word in beside):
        return False
    return sum(not word.silent for word in beside) <= rule.others


@lru_cache(maxsize=256)
def _reading(message: str) -> Reading | None:
    typed = [_respelled(token) for token in tokens(message)] or _signs(message)
    said = plain(" ".join(typed))
    if not said or len(said) > LONGEST:
        return None
    words = _grouped(tuple(_righted(word) for word in said))
    small = tuple(map(_small, words))
    return Reading(_denied(small), _asks_apart(small) or asks(NOTHING_ASKED.sub(" ", message)))


def _asks_apart(words: Sequence[Small]) -> bool:
    """ "Masih bisa gak ya", "kawa kah lagi"."""
    kept = (ASKED_APART, *POINTING)
    told = [word.word for word in words if word.word in kept or not word.silent]
    return ASKED_APART in told or (len(told) > 2 and told[-1] in ASKED_LAST)


def _signs(message: str) -> list[str]:
    return [SIGNS[sign] for sign in message if sign in SIGNS]


def _respelled(token: str) -> str:
    spellings = small_words().spellings
    typed = forms(token)
    bare = [form.removesuffix("nya") for form in typed]
    return next((spellings[form] for form in (*typed, *bare) if form in spellings), token)


def _righted(word: str) -> str:
    """Without the slip of the finger, where no list knows the word."""
    if is_known(word) or _has_meaning(word):
        return word
    return _spelling().nearest(word) or word


def _has_meaning(word: str) -> bool:
    known = small_words()
    return known.knows(word) or known.knows(_root(word))


@cache
def _spelling() -> Spelling:
    known = small_words()
    return Spelling(Counter({*known.meanings, *known.silent, *known.topics}))


def _grouped(words: Sequence[str]) -> tuple[str, ...]:
    """Words that belong together as one: "tidak_jadi"."""
    found, at = [], 0
    while at < len(words):
        phrases = small_words().phrases.get(words[at], ())
        size = next(
            (len(each) for each in phrases if tuple(words[at : at + len(each)]) == each), 1
        )
        found.append("_".join(words[at : at + size]))
        at += size
    return tuple(found)


def _small(word: str) -> Small:
    known, stem = small_words(), _root(word)
    means = known.meanings.get(word) or known.meanings.get(stem) or frozenset()
    topic = not known.topics.isdisjoint(word.split("_")) or (
        word not in known.meanings and stem in known.topics
    )
    return Small(word, means, topic, word in known.silent)


def _denied(words: tuple[Small, ...]) -> tuple[Small, ...]:
    """With what a denial turns the next meaning into."""
    found: list[Small] = []
    reach = -1
    for word in words:
        turned = frozenset(DENIED.get(each, each) for each in word.means)
        if reach >= 0 and turned != word.means and word.word not in NOT:
            found.append(Small(word.word, turned, word.topic, silent=False))
            reach = -1
        else:
            found.append(word)
            reach = AT_HAND + 1 if word.word in NOT else reach - (not word.silent)
    return tuple(found)


def _root(word: str) -> str:
    return root_of(word, lexicon())
