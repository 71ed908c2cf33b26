"""Secrets spelled letter by letter, by signs or by sounds: "m-a-w-a-r", "em a we a er"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.rules.privacy.secret_words import words

_SIGNS = re.compile(r"(?<![^\W_])[^\W_](?P<by>[ .,-]|, )[^\W_](?:(?P=by)[^\W_]){2,23}(?![^\W_])")
_LETTER = (
    r"(?:ah?|beh?|ceh?|ch|deh?|e|ef|eh|geh?|ha|i|je|ka|el|em|en|o|peh?|ki|kyu|er|es|te|u|fe|ve|we"
    r"|eks|ye|zet|spasi|titik|strip|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|nol|\d)"
)
_SOUNDS = re.compile(rf"(?<![^\W_]){_LETTER}(?:[ ,.-]{{1,2}}{_LETTER}){{3,40}}(?![^\W_])")
_LEAST = 3  # letters among them: digits alone are told elsewhere
_DIGITS = words("satu dua tiga empat lima enam tujuh delapan sembilan nol spasi")
_NAMES = words("password sandi katasandi otp pin kode token kata")
_BETWEEN = re.compile(r"[ ,.-]{1,2}")


def letter_by_letter(low: str, since: int, until: int) -> Iterator[tuple[int, int]]:
    """In small letters; but for the names of secrets themselves."""
    for pattern in (_SIGNS, _SOUNDS):
        for found in pattern.finditer(low, since, until):
            parts = _BETWEEN.split(found[0])
            letters = [part for part in parts if part.isalpha() and part not in _DIGITS]
            if len(letters) >= _LEAST and "".join(parts) not in _NAMES:
                yield found.span()
