"""Words that put right, or add to, what was told a moment ago: "eh bulan September maksudnya"."""

from __future__ import annotations

from bot.rules.intent import Intent
from faq.text.asking import asks
from faq.text.language import plain
from faq.text.small_talk.meaning import polite
from faq.text.small_talk.reading import CLAUSE, reading
from faq.text.vocabulary import words

READ_AS = frozenset({Intent.NO, Intent.DONT_KNOW, Intent.YES, Intent.THANKS})
"""What such words are taken for, small as they are; all else means what it means."""


def puts_right(message: str, taken_for: Intent | None) -> bool:
    """Whether it says what is right, not only that something is wrong, or unclear."""
    if asks(message) or not _telling(message):
        return False
    if taken_for is Intent.CANCEL:  # "tidak jadi Oktober, September"
        return _names_value(message)
    return taken_for in READ_AS and (_says_so(message) or _names_value(message))


def _says_so(message: str) -> bool:
    said = plain(message)
    if {*words("puts right"), *words("puts right in passing")}.intersection(said):
        return True
    first, *others = (clause for clause in CLAUSE.split(message) if clause.strip())
    begins = said[0] in words("puts right ahead")
    return begins and not _telling(first) and any(_tells_alone(clause) for clause in others)


def _names_value(message: str) -> bool:
    """A number or a time, behind what denies another."""
    first, *others = plain(message)
    named = any(word.isdigit() or word in words("times") for word in others)
    return named and first in words("puts right a value")


def _tells_alone(clause: str) -> bool:
    return _telling(clause) and not set(plain(clause)) & set(words("puts right ahead"))


def _telling(text: str) -> bool:
    """Whether any word is no small one; of a long message it is certain."""
    read = reading(text)
    if read is None:
        return bool(text.strip())
    small = polite() | {*words("puts right"), *words("puts right ahead"), *words("accepts beside")}
    return any(
        not word.silent and not word.means and word.word not in small for word in read.words
    )
