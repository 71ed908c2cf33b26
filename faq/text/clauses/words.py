"""A message word by word, each by what `contrast.txt` and the other lists know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from faq.text.lexicon import lexicon
from faq.text.standard_spelling import spelled
from faq.text.stem import stem
from faq.text.vocabulary import sections, word_set

FILE = "contrast.txt"
ELLIPTIC = 1
"""Words of its own up to which a part that asks borrows from one that is set aside."""
NOT, NOT_YET, IS_NOT, DONE, WHICH, QUESTION = "tidak", "belum", "bukan", "sudah", "yang", "?"
TROUBLE, OTHER = "masalah", "lain"


@dataclass(frozen=True, slots=True)
class Typed:
    as_typed: str
    text: str
    meant: tuple[str, ...]
    """In standard spelling."""
    first: str
    """Of those."""
    is_word: bool
    listed: frozenset[str]
    """The sections of the list that have it."""
    beside: bool
    """It says nothing of what a part is about, and so may stand before what does."""
    own: bool
    """It tells what a part is about."""
    turning: bool
    """It may begin a part: "tapi", "yang"."""


Part = list[Typed]


@lru_cache(maxsize=2_048)
def typed(token: str) -> Typed:
    lowered = token.casefold()
    is_word = lowered[0].isalnum()
    meant = spelled(lowered) if is_word else (lowered,)
    forms = {lowered, stem(meant[-1]), *meant}
    among = frozenset(each for each in sections(FILE) if not words(each).isdisjoint(forms))
    beside = (
        not is_word
        or lowered in words("turning")
        or "introducing" in among
        or meant[0] in lexicon().stop
    )
    own = not beside and "wishing" not in among and meant[0] not in lexicon().weak
    turning = lowered in words("turning") or meant[0] in (WHICH, "nah")
    return Typed(token, lowered, meant, meant[0], is_word, among, beside, own, turning)


words = partial(word_set, file=FILE)


def knows(word: Typed) -> bool:
    return not words("knowing").isdisjoint((word.text, *word.meant))


def amiss(word: Typed) -> bool:
    return word.first in (NOT_YET, NOT) or "trouble" in word.listed


def says_something(part: Part) -> bool:
    return any(word.own for word in part)


def own(part: Part) -> int:
    """Words that tell what a part is about."""
    return sum(word.own for word in part)


def spoken(parts: Sequence[Part]) -> str:
    return " ".join(word.as_typed for part in parts for word in part)
