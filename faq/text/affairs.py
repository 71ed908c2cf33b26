"""Which affairs of an office a question's words point to, whether or not the book knows of them.

Two who ask about one thing that nobody has written about share few words: one says "karsu", the
other "kartu istri". The list is of what every office has, and of no one's book.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from faq.text.language import Word, standing_for
from faq.text.lexicon import Meanings, lexicon, longest, meanings


def affairs(words: Sequence[Word]) -> list[str]:
    """Each once, marked apart from words."""
    table, begins = _listed()
    return list(dict.fromkeys(standing_for([word.stem for word in words], table, begins)))


@cache
def told_by() -> dict[str, frozenset[str]]:
    """Of each affair all stems in what points to it, and what else each of them points to."""
    table, found = _listed()[0], defaultdict[str, set[str]](set)
    for phrase, meant in table.items():
        beside = {other for stem in phrase for other in table.get((stem,), ())}
        for affair in meant:
            found[affair].update(phrase, beside)
    return {affair: frozenset(stems) for affair, stems in found.items()}


@cache
def _listed() -> tuple[Meanings, dict[str, int]]:
    table = meanings("affairs.txt", lexicon().whole, "~")
    return table, longest(table)
