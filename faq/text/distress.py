"""Whether somebody may want to die or to hurt themselves. A figure of speech about a matter of the
office ("capek mau mati antre OTP") is none; in doubt it is."""

from __future__ import annotations

import re
from functools import cache

from faq.text.language import plain
from faq.text.small_talk import of_the_book
from faq.text.vocabulary import pattern, sections

FILE = "distress.txt"
CLAUSE = re.compile(r"[.!?;,\n]+")
MOST_PARTS = 40


def in_distress(text: str) -> bool:
    return any(_is_told(clause, text) for clause in CLAUSE.split(text, MOST_PARTS))


def beside_distress(text: str) -> str:
    """What else is said."""
    clauses = CLAUSE.split(text, MOST_PARTS)
    return ", ".join(clause.strip() for clause in clauses if not _is_told(clause, text))


def _is_told(clause: str, text: str) -> bool:
    said = " ".join(plain(clause))
    if not (_has("clear", said) or _has("wish", said)) or _has("other", said):
        return False
    if _has("clear", said) and not _has("figurative", said):
        return True
    return not of_the_book(text if _has("figurative", said) else clause)


def _has(section: str, said: str) -> bool:
    return _pattern(section).search(said) is not None


@cache
def _pattern(section: str) -> re.Pattern[str]:
    return re.compile("|".join(map(pattern, sections(FILE)[section])))
