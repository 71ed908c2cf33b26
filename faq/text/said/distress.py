"""Whether somebody may want to die or to hurt themselves. A figure of speech about a matter of the
office ("capek mau mati antre OTP") is none; in doubt it is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from faq.text.language import in_standard_words
from faq.text.small_talk.talk import of_the_book
from faq.text.tokens import AT_HAND
from faq.text.vocabulary import Core, core, sections

FILE = "distress.txt"
CLAUSE = re.compile(r"[.!?;,\n]+")
MOST_PARTS = 40


@lru_cache(maxsize=AT_HAND)  # asked of one message from several sides
def in_distress(text: str) -> bool:
    if _anywhere().search(in_standard_words(text)) is None:  # as in nearly all messages
        return False
    return any(_is_told(clause, text) for clause in CLAUSE.split(text, MOST_PARTS))


def beside_distress(text: str) -> str:
    """What else is said."""
    clauses = CLAUSE.split(text, MOST_PARTS)
    return ", ".join(clause.strip() for clause in clauses if not _is_told(clause, text))


def _is_told(clause: str, text: str) -> bool:
    said = in_standard_words(clause)
    if not (_has("clear", said) or _has("wish", said)) or _has("other", said):
        return False
    if _has("clear", said) and not _has("figurative", said):
        return True
    return not of_the_book(text if _has("figurative", said) else clause)


def _has(section: str, said: str) -> bool:
    return core(section, FILE).search(said) is not None


@cache
def _anywhere() -> Core:
    """What a clause begins with may stand further on in the message."""
    told = (*sections(FILE)["clear"], *sections(FILE)["wish"])
    return Core(line.removeprefix("^ ") for line in told)
