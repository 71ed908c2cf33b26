"""Words that take what was just offered by a button: "ya", "kirim saja", "iya tarik"."""

from __future__ import annotations

from faq.text.asking import asks
from faq.text.language import plain
from faq.text.small_talk.meaning import polite
from faq.text.vocabulary import all_words, word_set

LONGEST = 8  # words


def accepts(message: str, *deeds: str) -> bool:
    """Nothing but a yes, or the deed's own words, among manners. `deeds`: sections of the list,
    "sending" and the like."""
    said = plain(message)
    meant = _own(deeds) | word_set("accepts")
    if not said or len(said) > LONGEST or meant.isdisjoint(said) or asks(message):
        return False
    manners = polite() - all_words("greeting", "asks leave")
    return set(said) <= meant | manners | word_set("accepts beside")


def names(message: str, *deeds: str) -> bool:
    """The same where a mere yes may be meant for something else."""
    return accepts(message, *deeds) and not _own(deeds).isdisjoint(plain(message))


def _own(deeds: tuple[str, ...]) -> frozenset[str]:
    return all_words(*(f"accepts {deed}" for deed in deeds))
