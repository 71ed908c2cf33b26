"""What of a text anybody sees. Pure; everything that people write goes through it once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# What Unicode promises never to be a letter; XML takes two of them for no text at all.
_PLANES = range(17)
_NONE = "\ufdd0-\ufdef" + "".join(
    f"{chr(p << 16 | 0xFFFE)}{chr(p << 16 | 0xFFFF)}" for p in _PLANES
)
# Unicode's Default_Ignorable_Code_Point, the blank pattern of Braille, notes on rubies, and those.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    f"{_NONE}]"
)
MOST_MARKS = 3
"""On one letter: enough for pointed Arabic, and for all that Latin knows."""
# Where none of these is there is nothing to do: controls, whatever may be a mark, and the above.
SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u0483-\u1dff\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u20d0-\u20ff\u2800\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099\u309a\u3164"
    "\ua66f-\uabed\ud800-\udfff\ufb1e\ufe00-\ufe2f\ufeff\uffa0\ufff0-\ufffb"
    "\U000101fd-\U0001efff\U000e0000-\U000e0fff"
    f"{_NONE}]"
)
LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
BRAILLE_BLANK = "\u2800"
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_NARROW |= dict.fromkeys((0x2010, 0x2011, 0x2212, 0xFE58, 0xFE63), 0x2D)
NON_JOINER, JOINER = "\u200c", "\u200d"
# Wales and others: a black flag with letters that are not shown.
FLAG = re.compile("(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)")
PICTURE_FORM, TEXT_FORM = "\ufe0f", "\ufe0e"


LONGEST = 4_096
"""Letters of a message (Bot API, Message.text)."""


def taken_apart(text: str) -> str:
    """Marks behind their letters, and each letter in its plainest form. One may stand for eighteen
    (U+FDFA): what grows beyond a message's length by that is left out."""
    return unicodedata.normalize("NFKD", text)[: max(len(text), LONGEST)]


def harmless(text: str) -> str:
    """The text without what only fools eyes, searches and a card's layout.

    Emoji stay whole, and so do letters that are joined by signs one does not see.
    """
    if not SUSPECT.search(text):
        return text
    parts = FLAG.split(LINE_ENDS.sub("\n", text).replace(BRAILLE_BLANK, " "))
    return "".join(part if place % 2 else "".join(_kept(part)) for place, part in enumerate(parts))


def narrow(text: str) -> str:
    """Full-width signs and pasted hyphens as they are typed, each in its place."""
    return text.translate(_NARROW)


def has_words(text: str) -> bool:
    return any(map(_is_seen, text))


def letters(text: str) -> int:
    """Letters and digits that are seen."""
    if text.isascii():  # as nearly every story is, which grows and is counted anew
        return sum(map(str.isalnum, text))
    return sum(map(_is_seen, text))


def _is_seen(sign: str) -> bool:
    return _kind(sign)[0] in "LN" and not UNSEEN.match(sign)


def _kept(text: str) -> Iterator[str]:
    before, marks = "", 0  # the last sign kept, and how many marks it carries
    for place, sign in enumerate(text):
        kind = _kind(sign)
        if kind in {"Cc", "Cs"}:
            kept = sign in "\n\t"
        elif UNSEEN.match(sign):
            kept = _shapes(before, sign, text[place + 1 : place + 2])
        else:
            marks = marks + 1 if kind[0] == "M" else 0
            kept = not marks or (marks <= MOST_MARKS and bool(before.strip()))
        if kept:
            before = sign
            yield sign


def _shapes(before: str, sign: str, after: str) -> bool:
    """Whether an unseen sign says how the seen ones beside it are drawn."""
    if sign in {PICTURE_FORM, TEXT_FORM}:
        return _is_picture(before) or before in tuple("0123456789#*")
    if sign == JOINER and _is_picture(after):
        return before == PICTURE_FORM or _is_picture(before)
    return sign in {JOINER, NON_JOINER} and _joins(before) and _kind(after) == "Lo"


def _is_picture(sign: str) -> bool:
    return not sign.isascii() and _kind(sign) in {"So", "Sk", "Sm", "Po"}


def _joins(sign: str) -> bool:
    """Of Arabic and the Indian scripts, which have no capitals; and never one unseen itself."""
    return sign >= "\u0600" and _kind(sign) in {"Lo", "Mn", "Mc"} and not UNSEEN.match(sign)


@lru_cache(maxsize=4096)
def _kind(sign: str) -> str:
    """Nothing at all has no kind."""
    return unicodedata.category(sign) if sign else "  "
