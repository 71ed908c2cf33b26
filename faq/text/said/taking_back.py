"""Whether somebody takes back their wish to be erased: "tidak jadi hapus data", "eh batal deh"."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

from faq.text import vocabulary
from faq.text.asking import asks
from faq.text.language import plain
from faq.text.small_talk.meaning import polite
from faq.text.tokens import AT_HAND
from faq.text.vocabulary import words

LONGEST = 12  # words
LONGEST_LETTERS = 200


class TakenBack(Enum):
    NAMED = auto()
    """The erasure is named, and nothing else said."""
    BARE = auto()
    """ "Batal", "ga jadi": whatever has just been begun."""
    ASKED = auto()
    """ "Bisa dibatalkan ga hapus datanya?": whether and how."""
    PERHAPS = auto()
    """Erasing is spoken of among other words."""


@lru_cache(maxsize=AT_HAND)
def taken_back(message: str) -> TakenBack | None:
    if len(message) > LONGEST_LETTERS:
        return None
    said = plain(message)
    text = " ".join(said)
    rest, found = vocabulary.core("not after all").taken_out(text)
    if not found:
        return None
    left = set(rest.split())
    named = bool(left & set(words("erasing")))
    around = polite() | {*words("address"), *words("erasing"), *words("beside erasing")}
    denied = vocabulary.core("keeps").search(text) is not None  # "tidak jadi batal"
    if denied and not named:
        return None
    if len(said) <= LONGEST and left <= around and not denied and not asks(message):
        return TakenBack.NAMED if named else TakenBack.BARE
    if not named:
        return None
    only_asked = left <= around | {*words("asking"), *words("none")}
    return TakenBack.ASKED if only_asked else TakenBack.PERHAPS


def names_own_data(message: str) -> bool:
    return vocabulary.core("own data").search(" ".join(plain(message))) is not None
