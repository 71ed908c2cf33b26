"""Names of people in what was written: of a chat, of a picture of a screen.

A name is known by what stands before it ("atas nama", "saya", "guru kami"), by being a given name,
or as several words with capitals that nobody knows. It runs on over what follows it. Words of the
dictionary, of the trade and of applications are nobody's name, least of all in a line that is
written in capitals throughout.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from bot.rules.privacy.book_words import BOOK
from faq.text import vocabulary
from faq.text.affairs import told_by
from faq.text.language import understood
from faq.text.lexicon import is_known, lexicon

SOMEBODY = "[nama]"
FILE = "names.txt"
SHORTEST = 3
MOST_IN_NAME = 6
LONGEST_ACRONYM = 5
LEAST_MISREAD = 5
"""Letters of a word that is known though one of them is wrong."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
GAP = re.compile(r"\.?[ \t]{0,2}")
"""Between the words of a name, and behind a title."""
_VOWEL = re.compile("[aeiou]")
_FROM = re.compile(r"[ ,]{1,2}(?:dari|dr)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:^|[.!?:\n]\s*)\W*$")
_AND_ANOTHER = re.compile(r"(?:, |,? (?:dan|sama|&) )(?:(?i:pak|bu|h|hj)\.? )?")
_TWICE = re.compile(r"\[nama\](?:[ .]{1,2}\[nama\])+")
_NAMED, _SAID = "named", "said"


def words(section: str) -> frozenset[str]:
    return vocabulary.word_set(section, FILE)


def without_people(text: str, ordinary: Collection[str] = frozenset()) -> str:
    """With [nama] in the place of each name. `ordinary`: further words that are none."""
    found = _Words(text, ordinary).names()
    pieces, done = [], 0
    for start, end in found:
        pieces += [text[done:start], SOMEBODY]
        done = end
    return once("".join([*pieces, text[done:]])) if found else text


def once(text: str) -> str:
    """Whose name was found in two parts is one person."""
    return _TWICE.sub(SOMEBODY, text)


def adjoins(text: str, found: list[re.Match[str]], at: int) -> bool:
    between = GAP.fullmatch(text, found[at - 1].end(), found[at].start())
    return between is not None and between.end() > between.start()


@lru_cache(maxsize=8_192)
def is_word(word: str) -> bool:
    """Of the dictionary, the trade, or an application; in small letters."""
    return (
        is_known(word)
        or word in BOOK
        or word in words("no name")
        or (word,) in lexicon().slang
        or understood(word).known
        or word in _of_affairs()
    )


@cache
def _of_affairs() -> frozenset[str]:
    return frozenset[str]().union(*told_by().values())


def is_nobody(word: str) -> bool:
    """Never a name, wherever it stands: too short, an office, a title."""
    return len(word) < SHORTEST or word in words("office") or word in words("title")


class _Words:
    """A text's words, each asked whether a name begins there."""

    def __init__(self, text: str, ordinary: Collection[str]) -> None:
        self._text, self._ordinary = text, ordinary
        self._found = list(WORD.finditer(text))
        self._introduced: dict[int, str] = {}
        for kind, pattern in ((_SAID, _said()), (_NAMED, _named())):
            for each in pattern.finditer(text):
                if text[each.start() - 1 : each.start()] != "[":  # our own [nama]
                    self._introduced[each.end()] = kind

    def names(self) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(self._found):
            start = self._found[at].start()
            if spans and _AND_ANOTHER.fullmatch(self._text, spans[-1][1], start):
                self._introduced.setdefault(start, _SAID)
            count = self._name_at(at)
            if count:
                spans.append((start, self._found[at + count - 1].end()))
            at += max(1, count)
        return spans

    def _name_at(self, at: int) -> int:
        """Of how many words the name is that begins here; 0 where none does."""
        found = self._found[at]
        word = found[0].lower()
        if is_nobody(word) or self._is_mark(found) or self._is_degree(at):
            return 0
        introduced = self._introduced.get(found.start(), "")
        if introduced == _NAMED:
            return self._run(at, introduced) if self._follows_named(at) else 0
        if introduced and self._follows_said(at):
            return self._run(at, introduced)
        return self._alone(at)

    def _alone(self, at: int) -> int:
        """Nothing tells that it is a name but itself."""
        count = self._run(at, "") if self._is_likely(at) else 0
        run = [each[0] for each in self._found[at : at + count]]
        if count == 1:
            return int(run[0][0].isupper() and _is_given(run[0]))
        if any(map(_is_given, run)):
            return count
        plain = self._capitals_tell and not any(map(_is_misread, run))
        return count if plain and all(word[0].isupper() for word in run) else 0

    def _follows_named(self, at: int) -> bool:
        """Any word with a capital, but of the trade: "atas nama Mawar"."""
        word = self._found[at][0]
        if self._is_likely(at):
            return True
        if not word[0].isupper() or word.isupper() or not self._capitals_tell:
            return _may_be_given(word) and not self._is_trade(word.lower())
        return not self._is_trade(word.lower())

    def _follows_said(self, at: int) -> bool:
        word = self._found[at][0]
        if word[0].isupper():
            likely = self._is_likely(at) or self._begins_likely(at)
            return likely and not _is_misread(word)
        told = _FROM.match(self._text, self._found[at].end()) and not is_word(word)
        likely = self._is_likely(at) or _may_be_given(word)
        return _is_given(word) or (bool(told) and likely and not _is_misread(word))

    def _begins_likely(self, at: int) -> bool:
        """A word of the dictionary as a first name: "kami Mukhlis Aditama"."""
        word = self._found[at][0]
        if word.isupper() or self._is_trade(word.lower()) or not self._adjoining(at + 1):
            return False
        behind = self._found[at + 1][0]
        return behind[0].isupper() and self._is_likely(at + 1) and self._capitals_tell

    def _run(self, at: int, introduced: str) -> int:
        count, end = 1, 1
        while end < MOST_IN_NAME and self._adjoining(at + end):
            if self._goes_on(at, at + end, introduced):
                count = end = end + 1
            elif self._joins(at + end):
                end += 1
            else:
                break
        return count

    def _adjoining(self, at: int) -> bool:
        return at < len(self._found) and adjoins(self._text, self._found, at)

    def _joins(self, at: int) -> bool:
        """What is of a name only where more of it follows: "bin", "M."."""
        word = self._found[at][0]
        initial = len(word) == 1 and word.isupper() and not self._is_degree(at)
        return initial or word.lower() in words("between")

    def _goes_on(self, first: int, at: int, introduced: str) -> bool:
        began, word = self._found[first][0], self._found[at][0]
        lower = word.lower()
        if is_nobody(lower) or self._is_mark(self._found[at]) or self._is_degree(at):
            return False
        if word[0].islower():
            told = bool(introduced) and len(word) > SHORTEST and self._is_likely(at)
            return began[0].islower() and (_may_be_given(word) or told)
        if self._found[at - 1][0].lower() in words("between"):
            return not self._is_trade(lower)
        if self._is_likely(at):
            return not (word.isupper() and _is_acronym(word) and not began.isupper())
        return (
            bool(introduced)
            and not word.isupper()
            and self._capitals_tell
            and not self._is_trade(lower)
        )

    def _is_likely(self, at: int) -> bool:
        """A given name, or a word that nobody knows."""
        word = self._found[at][0]
        lower = word.lower()
        if _is_given(word):
            return True
        if lower in words("also names"):
            return word[0].isupper() and lower not in self._ordinary
        if is_word(lower) or lower in self._ordinary or not _VOWEL.search(lower):
            return False
        return not (word.isupper() and _is_acronym(word) and not self._shouted)

    def _is_trade(self, word: str) -> bool:
        listed = word in lexicon().known.ours or word in BOOK or word in words("no name")
        return not _may_be_given(word) and (listed or word in self._ordinary)

    def _is_mark(self, found: re.Match[str]) -> bool:
        """Our own [nama], [NIP]; part of an address, a file's name, a code."""
        before = self._text[max(0, found.start() - 1) : found.start()]
        behind = self._text[found.end() : found.end() + 2]
        inside = behind[:1] == "." and behind[1:].isalpha() and behind[1:].islower()
        return before in {"[", "_", "/", "@"} or behind[:1] in {"]", "_", "/", "@"} or inside

    def _is_degree(self, at: int) -> bool:
        """Its first letter: "S.Pd"; or what follows that."""
        if len(self._found[at][0]) == 1 and at + 1 < len(self._found):
            return self._found[at + 1][0].lower() in words("degree")
        before = self._found[at - 1] if at else None
        return (
            before is not None
            and len(before[0]) == 1
            and self._found[at][0].lower() in words("degree")
        )

    @cached_property
    def _shouted(self) -> bool:
        return self._text.isupper()

    @cached_property
    def _capitals_tell(self) -> bool:
        """Not where each word has one, as on a button or a heading, or where nothing else is."""
        told = [
            each[0]
            for each in self._found
            if len(each[0]) > SHORTEST
            and is_word(each[0].lower())
            and not _SENTENCE.search(self._text[max(0, each.start() - 4) : each.start()])
        ]
        return bool(told) and 2 * sum(word[0].isupper() for word in told) <= len(told)


def _is_given(word: str) -> bool:
    return word.lower() in words("given")


def _may_be_given(word: str) -> bool:
    return _is_given(word) or word.lower() in words("also names")


def _is_acronym(word: str) -> bool:
    return len(word) < LONGEST_ACRONYM and not _may_be_given(word)


@lru_cache(maxsize=2_048)
def _is_misread(word: str) -> bool:
    """Nearly a word that we know: a slip of the finger, or of what reads pictures."""
    lower = word.lower()
    if len(lower) < LEAST_MISREAD or _may_be_given(word):
        return False
    near = process.extractOne(lower, _ours(), scorer=Levenshtein.distance, score_cutoff=1)
    return near is not None


@cache
def _ours() -> frozenset[str]:
    known = BOOK | words("no name") | words("office") | lexicon().known.ours
    return frozenset(word for word in known if len(word) >= SHORTEST + 1)


@cache
def _named() -> re.Pattern[str]:
    forms = _either("named")
    announced = _either("named announced")
    return re.compile(
        rf"(?<![\w.])(?:(?:{forms})(?:\s*[:=]\s*|\s+)|(?:{announced})\s*){_titles()}(?=[^\W\d_])",
        re.IGNORECASE,
    )


@cache
def _said() -> re.Pattern[str]:
    titles = "|".join(sorted(words("title"), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<![\w.])(?:{_either('said')}|{titles})[.,:]?\s+|\[NI[PK]\][ ,:(/-]{{1,3}})"
        rf"{_titles()}(?=[^\W\d_])",
        re.IGNORECASE,
    )


def _titles() -> str:
    titles = "|".join(sorted({*words("title"), "h"}, key=len, reverse=True))
    return rf"(?:(?:(?:{titles})\b\.?|[^\W\d_]\.)[ /]{{0,2}}){{0,4}}+"


def _either(section: str) -> str:
    forms = sorted(vocabulary.sections(FILE)[section], key=len, reverse=True)
    return "|".join(re.escape(form.strip()).replace(r"\ ", r"\s?") for form in forms)
