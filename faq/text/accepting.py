"""Words that take what was just offered by a button: "ya", "kirim saja", "iya tarik"."""

from __future__ import annotations

from faq.text.asking import asks
from faq.text.intent import polite
from faq.text.language import plain
from faq.text.vocabulary import words

LONGEST = 8  # words


def accepts(message: str, *deeds: str) -> bool:
    """Nothing but a yes, or the deed's own words, among manners. `deeds`: sections of the list,
    "sending" and the like."""
    said, own = plain(message), _own(deeds)
    meant = own | {*words("accepts")}
    if not said or len(said) > LONGEST or asks(message) or not meant.intersection(said):
        return False
    manners = polite() - {*words("greeting"), *words("asks leave")}
    return set(said) <= meant | manners | {*words("accepts beside")}


def names(message: str, *deeds: str) -> bool:
    """The same where a mere yes may be meant for something else."""
    return accepts(message, *deeds) and bool(_own(deeds).intersection(plain(message)))


def _own(deeds: tuple[str, ...]) -> set[str]:
    return {word for deed in deeds for word in words(f"accepts {deed}")}
