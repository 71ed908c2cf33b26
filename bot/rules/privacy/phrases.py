"""Secrets of several words: "kata sandinya ayam goreng 77"."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from bot.rules.privacy.book_words import BOOK
from bot.rules.privacy.secret_words import (
    BEHIND,
    FAVOURITES,
    HONORIFICS,
    NOUNS,
    ORDINARY,
    OWNERS,
    PEOPLE,
    UNITS,
)

_MOST, _MOST_ALONE = 6, 3
_WORD = re.compile(r"[ \t]{0,3}(?P<word>[^\s,;:=\"“”()/]{1,24})(?P<sign>[:=])?")
_CLOSING = ".!?'’…*"
SAID = ORDINARY - OWNERS - NOUNS  # of a secret, or asked about it
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?")
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_BOUND = re.compile(
    r"\A(?:(?:di|ter|ke|ber|me|pe|se|ny|ng|ba|ta|ma)[^\W_]{4,}|[^\W_]{3,}(?:nya|kan|kah|lah))"
)


class LeadIn(Enum):
    """How plainly it is said that a secret comes now."""

    SIGN = auto()  # "password:"
    LINK = auto()  # "password saya adalah"
    SUFFIX = auto()  # "passwordnya"
    OWNER = auto()  # "password saya"
    ALONE = auto()  # "password"


class _Words(NamedTuple):
    words: list[str]
    end: int
    closed: bool
    """Nothing more is said, or only that it does not work."""


def is_bound(low: str) -> bool:
    """With an affix: "tersangkut", "diubah"; rather what became of it than a secret."""
    return _BOUND.fullmatch(low) is not None and low not in FAVOURITES


_DONE = re.compile(r"\A(?:(?:di|ter|ber|ke|me[mn])[a-z]{4}|[a-z]{1,20}[kl]ah\Z)")


def is_done(low: str) -> bool:
    """Only what surely has an affix, as "dipakai" in "nama anak dipakai"."""
    return _DONE.match(low) is not None and low not in FAVOURITES


def phrase_end(signs: str, start: int, end: int, told: LeadIn) -> int | None:
    """Where the words end that begin there, if together they are a secret."""
    found = _gathered(signs, start, end)
    words = found.words
    if len(words) < 2 or words[0].lower() in HONORIFICS - OWNERS:
        return None
    letters = [word for word in words if not _NUMBER.fullmatch(word)]
    unusual = [word for word in letters if word.lower() not in ORDINARY]
    if not unusual or not all(map(_LETTERS.fullmatch, letters)):
        return None
    if told is LeadIn.SIGN:
        return found.end
    if not found.closed or any(is_bound(word.lower()) for word in unusual):
        return None
    titled = len(letters) > 1 and all(word.istitle() for word in letters)
    numbered = _NUMBER.fullmatch(words[-1]) is not None
    if unusual != letters and not (numbered and 2 * len(unusual) >= len(letters)):
        return found.end if titled and told in {LeadIn.LINK, LeadIn.SUFFIX} else None
    if len(set(words)) == len(words) and (
        told in {LeadIn.LINK, LeadIn.SUFFIX} or (told is LeadIn.OWNER and numbered)
    ):
        return found.end
    if told is LeadIn.ALONE and not numbered and (titled or len(words) > _MOST_ALONE):
        return None
    if told is LeadIn.ALONE and words[0].lower() in BOOK:
        return None
    return found.end if _is_no_matter_of_ours(letters) else None


def _is_no_matter_of_ours(words: list[str]) -> bool:
    """Neither what the password is for ("mesin absen") nor whose it is."""
    low = {word.lower() for word in words}
    return len(low) == len(words) and not low <= BOOK and low.isdisjoint(PEOPLE)


def _gathered(signs: str, start: int, end: int) -> _Words:
    words: list[str] = []
    at = start
    while (step := _WORD.match(signs, at, end)) is not None:
        word = step["word"].rstrip(_CLOSING).lstrip("'‘*")
        low = word.lower()
        if low in UNITS and words and _NUMBER.fullmatch(words[-1]):
            return _Words([], at, closed=False)
        if not word or low in SAID or step["sign"]:
            return _Words(words, at, low in BEHIND)
        words.append(word)
        at = step.start("word") + len(step["word"].rstrip(_CLOSING))
        if len(words) > _MOST:
            return _Words([], at, closed=False)
        if step["word"][-1] in _CLOSING:
            break
    return _Words(words, at, closed=end == len(signs) or at < end)
