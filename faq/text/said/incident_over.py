"""Whether what is written behind `/gangguan`, in standard words, ends one: else it is a title."""

from __future__ import annotations

import re
from functools import partial

from faq.text import vocabulary

FILE = "desk.txt"
_phrases = partial(vocabulary.phrases, file=FILE)

_ENDS, _AROUND = _phrases("incident ends"), _phrases("beside its end")
_OVER, _BY_ITSELF = _phrases("over"), _phrases("over by itself")
_SINCE, _NOT, _CAN = _phrases("over since"), _phrases("not over"), _phrases("can again")
_DONE_AGAIN = re.compile(vocabulary.one_of("done again", FILE))
SHORTEST_DEED = 5  # letters: "dibuka"; "diri" is none
_WORD = re.compile(r"[^\W_]+")


def is_end(said: str) -> bool:
    """ "tutup", "gangguan 2 sudah pulih": meant of one that is open, and no title of a new one."""
    words = _WORD.findall(said.casefold())
    others = [word for word in words if word not in _AROUND and not word.isdecimal()]
    return bool(others) and _ENDS.issuperset(others)


def is_over(said: str) -> bool:
    """ "server BKN sudah pulih", "SIASN normal lagi": that what it names works again."""
    words = _WORD.findall(said.casefold())
    if not _NOT.isdisjoint(words):
        return False
    since = False
    while words and words[-1] in _SINCE:
        words.pop()
        since = True
    if len(words) > 1 and words[-2] in _CAN and _is_deed(words[-1]):
        words.pop()
    if not words or words[-1] not in _OVER:
        return False
    return since or words[-1] in _BY_ITSELF or bool(_SINCE.intersection(words[-3:-1]))


def _is_deed(word: str) -> bool:
    """What "sudah bisa" is followed by: "dibuka", "diakses"."""
    return len(word) >= SHORTEST_DEED and _DONE_AGAIN.fullmatch(word) is not None


def names(said: str, title: str) -> bool:
    """Whether a word of the title is in it."""
    return not _telling(said).isdisjoint(_telling(title))


def _telling(text: str) -> set[str]:
    common = _AROUND | _ENDS | _OVER | _SINCE | _NOT
    return {word for word in _WORD.findall(text.casefold()) if len(word) > 2} - common
