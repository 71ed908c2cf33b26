"""How often something is to come, as officers write it: a digest, an announcement."""

from __future__ import annotations

import re
from functools import partial

from bot.rules.announcement import Rhythm
from bot.rules.digest import Digest
from faq.text import vocabulary
from faq.text.dates import date_words as dates
from faq.text.vocabulary import phrases

FILE = "desk.txt"
NEVER = "never"
_one_of = partial(vocabulary.one_of, file=FILE)
_DIGESTS = {
    Digest.DAILY.value: phrases("daily digest", FILE),
    Digest.WEEKLY.value: phrases("weekly digest", FILE),
    NEVER: phrases("no digest", FILE),
}


def digest_said(text: str) -> str | None:
    """A value of Digest, or NEVER; None where it is none of these."""
    said = " ".join(text.casefold().split())
    return next((often for often, ways in _DIGESTS.items() if said in ways), None)


def _said(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)


_ONE = "|".join(phrases("one hung on", dates.FILE))


_ONCE = rf"(?:\s+{_one_of('once')})"


def _each(span: str) -> str:
    """ "Setiap bulan", "setiap bulan sekali", "sebulan sekali"."""
    return rf"{_one_of('each')}[ -]+{span}{_ONCE}?|(?:{_ONE}){span}{_ONCE}"


_QUARTER = rf"(?:{dates.one_of('quarter')}|{_one_of('each quarter')})"
_EVERY = {
    Rhythm.YEARLY: _said(_each(dates.one_of("year")), _one_of("yearly")),
    Rhythm.QUARTERLY: _said(_each(_QUARTER), rf"{_QUARTER}{_ONCE}", _one_of("quarterly")),
    Rhythm.MONTHLY: _said(_each(dates.one_of("month")), _one_of("monthly")),
    Rhythm.WEEKLY: _said(_each(dates.one_of("week")), _one_of("weekly")),
    Rhythm.ONCE: _said(_one_of("once")),
}
_OFTEN = _said(_one_of("often"))
_COUNTED = re.compile(
    rf"\b(?:\d+\s?|(?:{dates.any_of(dates.NUMBERS)})\s+|(?:{_ONE}))"
    rf"(?:{dates.any_of((*dates.DAY, *dates.WEEK, *dates.MONTH, *dates.YEAR))})"
    rf"{_ONCE}\b",
    re.IGNORECASE,
)
"""Besides those: "dua bulan sekali"."""


def read_every(text: str) -> tuple[Rhythm, str]:
    """How often, and what is left of the words. Once, where nothing is said of it."""
    for every, words in _EVERY.items():
        found = words.search(text)
        if every is Rhythm.ONCE and _COUNTED.search(text):
            return every, text
        if found is not None:
            return every, f"{text[: found.start()]} {text[found.end() :]}".strip(" ,;")
    return Rhythm.ONCE, text


def is_of_another_rhythm(rest: str) -> bool:
    """What is left says how often all the same: "setiap hari"."""
    return any(words.search(rest) for words in (_OFTEN, _COUNTED))
