"""Which affairs of an office a question's words point to, whether or not the book knows of them.

Two who ask about one thing that nobody has written about share few words: one says "karsu", the
other "kartu istri". The list is of what every office has, and of no one's book.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from faq.text.language import Word, standing_for
from faq.text.lexicon import Meanings, lexicon, longest, meanings


def affairs(words: Sequence[Word]) -> list[str]:
    """Each once, marked apart from words."""
    table, begins = _listed()
    return list(dict.fromkeys(standing_for([word.stem for word in words], table, begins)))


@cache
def _listed() -> tuple[Meanings, dict[str, int]]:
    table = meanings("affairs.txt", lexicon().whole, "~")
    return table, longest(table)
