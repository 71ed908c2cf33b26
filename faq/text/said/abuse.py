"""Whether words may be of abuse of authority, corruption or discipline. A suspicion only: who
told them is asked, and nobody's report goes another way because of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from faq.text.asking import asking
from faq.text.language import in_standard_words
from faq.text.tokens import AT_HAND
from faq.text.vocabulary import core

FILE = "abuse.txt"
SENTENCE = re.compile(r"[.!?;\n]+")
CLAUSE = re.compile(r"[.!?;,\n]+")
MOST_PARTS = 40
LONGEST_SHORT = 200  # letters of a sentence that is kept at hand
NEEDED = ("bought", "done", "clear", "grave deed")  # one of these, or nothing grave is told


@lru_cache(maxsize=AT_HAND)  # of a story it is asked three times each time it grows
def may_be_abuse(text: str) -> bool:
    """As a whole, or one sentence beside another matter."""
    parts = {*SENTENCE.split(text, MOST_PARTS)} - {text}
    return _sounds_so(text) or any(map(_sentence_sounds_so, parts)) or tells_of_abuse(text)


def tells_of_abuse(text: str) -> bool:
    """Whether something grave is told as happening, and not asked of the book."""
    said = in_standard_words(text)
    if not any(_has(section, said) for section in NEEDED):  # as in nearly all messages
        return False
    return any(map(_is_told, CLAUSE.split(text, MOST_PARTS)))


def beside_abuse(text: str) -> str:
    """What else is said."""
    clauses = CLAUSE.split(text, MOST_PARTS)
    return ", ".join(clause.strip() for clause in clauses if not _is_told(clause))


def _is_told(clause: str) -> bool:
    """What is asked behind it ("… bagaimana ya") makes no question of what happened to oneself."""
    asked = asking().search(clause)
    told = clause[: asked.start()] if asked else clause
    said = in_standard_words(told)
    if _has("supposed", said) or not _sounds_so(told, ("grave deed",)):
        return False
    to_whom = _has("to whom", said)
    if asked is not None:
        return to_whom
    return to_whom or _has("by whom", said) or _is_bought(said)


def _sounds_so(text: str, deeds: Sequence[str] = ("deed", "grave deed")) -> bool:
    """A clear word, unless it is about a course, a form or a screen; or a deed and its doer."""
    said = in_standard_words(text)
    by_whom = _has("who", said)
    if _is_bought(said) or (by_whom and _has("done", said)):
        return True
    taught, on_screen = _has("teaching", said), _has("screen", said)
    if _has("clear", said):
        return not (taught or on_screen) or (by_whom and not taught)
    deed = any(_has(section, said) for section in deeds)
    return deed and by_whom and not (taught or on_screen)


def _sentence_sounds_so(sentence: str) -> bool:
    """Most of a story's were looked at before it grew."""
    return (_short_sounds_so if len(sentence) <= LONGEST_SHORT else _sounds_so)(sentence)


_short_sounds_so = lru_cache(maxsize=2_048)(_sounds_so)


def _is_bought(said: str) -> bool:
    return _has("bought", said) and not _has("owed", said)


def _has(section: str, said: str) -> bool:
    return core(section, FILE).search(said) is not None
