"""A text as a careless or a sly hand may have spelled it, in plain signs to look through."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from bot.rules.letters import UNSEEN

_GONE = "\x00"
_STAYING = re.compile(f"[^{_GONE}]+")
_MOST_MET = 4096
_SAME_LOOK = dict(zip("аеорсуіѕхκοαερı", "aeopcyisxkoaepi", strict=True))


class PlainText(NamedTuple):
    signs: str
    at: Sequence[int]
    """Where each of the signs stands in the text."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """In the text, of a non-empty piece of the signs."""
        return self.at[start], self.at[end - 1] + 1


def plain(text: str) -> PlainText:
    """Digits of any script and letters of another width as ASCII, all blanks as one, and without
    what nobody sees."""
    if text.isascii():
        return PlainText(text, range(len(text)))
    signs = text.translate(_TABLE)
    if _GONE not in signs:
        return PlainText(signs, range(len(text)))
    at: list[int] = []
    for found in _STAYING.finditer(signs):
        at += range(*found.span())
    return PlainText(signs.replace(_GONE, ""), at)


class _Table(dict[int, str]):
    """Of signs met so far; a sly hand may show us all there are."""

    def __missing__(self, number: int) -> str:
        if len(self) > _MOST_MET:
            self.clear()
        self[number] = _plain_sign(chr(number))
        return self[number]


def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    kind = unicodedata.category(sign)
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    if kind in {"Cf", "Cc", "Mn", "Me"} or UNSEEN.match(sign):
        return _GONE
    if kind.startswith("Z"):
        return " "
    if kind == "Pd" or sign == "\N{MINUS SIGN}":
        return "-"
    first = unicodedata.normalize("NFKD", sign)[0]
    if first.isascii() and not first.isdigit():
        return first
    return _SAME_LOOK.get(sign.lower(), sign)


_TABLE = _Table()
