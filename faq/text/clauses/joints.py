"""Where a message may be cut into several matters: lists, sentences, "satu lagi", "dan", commas.

Only the places are told; whether the parts are matters of their own is for the matcher to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, partial
from itertools import pairwise

from faq.text.asking import asks
from faq.text.clauses.heard import sets_aside
from faq.text.language import plain
from faq.text.small_talk.meaning import bare
from faq.text.small_talk.talk import mood, of_the_book
from faq.text.vocabulary import one_of, sections, word_set

FILE = "joints.txt"
MOST_JOINTS = 5
"""Of more, those of the weakest kinds are left out: a story is one matter, whatever its commas."""
MOST_LETTERS = 700
MARK = re.compile(r"(?:^|(?<=\s)|(?<=[:;,.?!]))(?:\(?([1-9])[.)](?!\d)|[-•*▪–](?=\s))\s*")
_one_of = partial(one_of, file=FILE)
CONTRAST = re.compile(
    rf"\b{_one_of('set aside')}\b.{{1,80}}\b{_one_of('but')}\b"
    rf"|\b{_one_of('already')}\b.{{0,40}}\b{_one_of('which')} {_one_of('not yet')}\b",
    re.IGNORECASE | re.DOTALL,
)


class Joint(IntEnum):
    """The stronger, the likelier that another matter begins."""

    COMMA = 1
    WORD = 2
    SENTENCE = 3
    QUESTION = 4
    LINE = 5
    OPENING = 6
    ITEM = 7


@dataclass(frozen=True, slots=True)
class Pieces:
    message: str
    spans: tuple[tuple[int, int], ...]
    joints: tuple[Joint, ...]
    """Between each piece and the next."""

    def text(self, first: int, last: int) -> str:
        """From one piece to another, with the joints between them as they were typed."""
        return self.message[self.spans[first][0] : self.spans[last][1]].strip(" \n,.;")

    def asks(self, at: int) -> bool:
        """Whether the piece ends as a question."""
        start, end = self.spans[at]
        return asks(self.message[start : end + 1])


def pieces(message: str) -> Pieces | None:
    """None where there is no joint."""
    if len(message) > MOST_LETTERS:
        return None
    found = listed(message) or numbered_in_words(message)
    if found is None:
        found = cut(message)
    return found if found and found.joints else None


def listed(message: str) -> Pieces | None:
    """ "1. otp salah 2. skp ditolak"; what stands before the first is left out."""
    marks = list(MARK.finditer(message))
    numbers = [mark[1] for mark in marks if mark[1]]
    if numbers[:2] == ["1", "2"]:
        marks = [mark for mark in marks if mark[1]]
    elif numbers or len(marks) < 2 or any(not at_line(message, mark) for mark in marks):
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(message)]
    spans = [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
    spans = [(start, end) for start, end in spans if has_word(message[start:end])]
    return Pieces(message, tuple(spans), (Joint.ITEM,) * (len(spans) - 1))


def numbered_in_words(message: str) -> Pieces | None:
    """ "Yang pertama: …, yang kedua: …"."""
    first, second = (ordinal(section) for section in ("first of a list", "second of a list"))
    one = first.search(message)
    two = second.search(message, one.end()) if one else None
    if one is None or two is None:
        return None
    spans = ((one.end(), two.start()), (two.end(), len(message)))
    told = all(has_word(message[start:end]) for start, end in spans)
    return Pieces(message, spans, (Joint.ITEM,)) if told else None


@cache
def ordinal(section: str) -> re.Pattern[str]:
    """Where it begins a sentence or a line, or a colon follows."""
    named = alternatives(section)
    return re.compile(
        rf"(?:^|(?<=[.,;?!\n]\s)|(?<=[.,;?!\n]))(?:{named})[\s:,]+|(?<!\w)(?:{named}):\s*",
        re.IGNORECASE,
    )


def at_line(message: str, mark: re.Match[str]) -> bool:
    return not message[: mark.start()].rpartition("\n")[2].strip()


def cut(message: str) -> Pieces:
    spans: list[tuple[int, int]] = []
    joints: list[Joint] = []
    start = 0
    for found in joint().finditer(message):
        kind = Joint[(found.lastgroup or "").upper()]
        if has_word(message[start : found.start()]):
            spans.append((start, found.start()))
            joints.append(kind)
        elif joints:
            joints[-1] = max(joints[-1], kind)
        start = found.end()
    if has_word(message[start:]):
        spans.append((start, len(message)))
    return fewer(message, spans, joints[: max(0, len(spans) - 1)])


def has_word(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def fewer(message: str, spans: list[tuple[int, int]], joints: list[Joint]) -> Pieces:
    """The strongest joints only, where there are too many; of equal ones the last."""
    if len(joints) <= MOST_JOINTS:
        return Pieces(message, tuple(spans), tuple(joints))
    by_strength = sorted(range(len(joints)), key=lambda at: (joints[at], at))
    kept = sorted(by_strength[-MOST_JOINTS:])
    starts = [spans[0][0], *(spans[at + 1][0] for at in kept)]
    ends = [*(spans[at][1] for at in kept), spans[-1][1]]
    parts = tuple(zip(starts, ends, strict=True))
    return Pieces(message, parts, tuple(joints[at] for at in kept))


def contrasts(message: str) -> bool:
    """ "Bukan A tapi B", "A sudah, yang belum B": one of them is only named to be denied."""
    return CONTRAST.search(message) is not None


def leans(part: str) -> bool:
    """ "…, padahal sudah diganti": it tells more of what stands before it."""
    first = part.split(maxsplit=1)[:1]
    return bool(first) and first[0].casefold().strip(",.") in listed_words("leaning")


def settled(part: str) -> bool:
    """ "Atasan sudah benar", "saya tidak lupa sandi": told only to say that it is not asked."""
    if bare(part) or (mood(part) is not None and not of_the_book(part)):
        return True  # "terima kasih", "takut sekali pak"
    if sets_aside(part):
        return True
    said = plain(part)
    if introduces(said):
        return True
    denying, denied = listed_words("denying"), listed_words("denied")
    if any(first in denying and then in denied for first, then in pairwise(said)):
        return True
    if said and said[0] in listed_words("denying first"):
        return True
    done = not listed_words("done").isdisjoint(said)
    return done and "?" not in part and listed_words("asked of").isdisjoint(said)


def introduces(said: Sequence[str]) -> bool:
    """ "Saya guru di SDN Juai, mohon dijelaskan": who asks, and nothing is asked."""
    by = listed_words("introduced by")
    named = next((word for word in said if word not in by), "")
    asked_of = listed_words("asked of") - listed_words("kindly")
    return named in listed_words("introducing") and asked_of.isdisjoint(said)


listed_words = partial(word_set, file=FILE)


@cache
def joint() -> re.Pattern[str]:
    opening, joining = (alternatives(section) for section in ("opening", "joining"))
    return re.compile(
        r"(?P<line>(?<![^\S\n])[^\S\n]*+\n\s*+)"
        rf"|(?P<opening>(?<!\w)(?:{opening})(?!\w)[\s,:]*)"
        r"|(?P<question>(?<!\?)\?++\s*+(?=\w))"
        r"|(?P<sentence>(?<![.;!])[.;!]++\s++(?=\w))"
        rf"|(?P<word>(?<!\S)(?:{joining}|[+&/])(?=\s))"
        r"|(?P<comma>,\s*+(?=\w))",
        re.IGNORECASE,
    )


def alternatives(section: str) -> str:
    longest_first = sorted(sections(FILE)[section], key=len, reverse=True)
    return "|".join(re.escape(each) for each in longest_first)
