"""Words given letter by letter: "es ka pe", "te pe pe", "c e t a k", "l-o-g-i-n"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from faq.text.lexicon import lexicon, pairs

SHORTEST, LONGEST = 3, 6
"""Letters of an abbreviation."""
ROW = 4
"""Single letters in a row that are a word, whether or not anybody knows it."""
LONGEST_ROW = 40
BY_LETTERS = re.compile(r"[^\W\d_](?:[-.'’_][^\W\d_])+")
BETWEEN = re.compile(r"[-.'’_]")
CREDIT = "pak"
"""Whoever spells it means the paper of credit points, not a title of address."""


def gathered(tokens: Sequence[str]) -> list[str]:
    names = letters()
    if len([1 for token in tokens if token in names or len(token) == 1]) < SHORTEST:
        return list(tokens)
    found: list[str] = []
    at = 0
    while at < len(tokens):
        size, word = row(tokens, at) or named(tokens, at) or (1, tokens[at])
        found.append(word)
        at += size
    return found


def joined(piece: str) -> str:
    """`l.u.p.a` as one word, `em-ef-a` as its letters' names; anything else as it is."""
    if BY_LETTERS.fullmatch(piece):
        return BETWEEN.sub("", piece)
    parts = BETWEEN.split(piece)
    return " ".join(parts) if len(parts) >= SHORTEST and letters().keys() >= {*parts} else piece


def row(tokens: Sequence[str], at: int) -> tuple[int, str] | None:
    """Single letters that are a word together."""
    end = at
    while end < min(len(tokens), at + LONGEST_ROW) and is_letter(tokens[end]):
        end += 1
    word = "".join(tokens[at:end])
    return (end - at, word) if len(word) >= ROW and len(set(word)) > 1 else None


def is_letter(token: str) -> bool:
    return len(token) == 1 and token.isalpha()


def named(tokens: Sequence[str], at: int) -> tuple[int, str] | None:
    """Names of letters that are a known abbreviation together, the longest first."""
    names = letters()
    end = at
    while end < min(len(tokens), at + LONGEST) and tokens[end] in names:
        end += 1
    for size in range(end - at, SHORTEST - 1, -1):
        word = "".join(names[token] for token in tokens[at : at + size])
        if (word,) in lexicon().slang or word in lexicon().known.ours:
            return size, "pakkredit" if word == CREDIT else word
    return None


@cache
def letters() -> dict[str, str]:
    return {name: letter for letter, names in pairs("letters.txt") for name in (letter, *names)}
