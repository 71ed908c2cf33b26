"""The words that days are told with, in all their spellings: `faq/lists/dates.txt`, read once.

Whoever reads days reads them with these: a word that is missing is missing once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from difflib import get_close_matches

from bot.rules.report_days import DAYS_A_WEEK, months_on
from faq.text import vocabulary
from faq.text.vocabulary import phrases, sections

FILE = "dates.txt"


def one_of(section: str) -> str:
    return vocabulary.one_of(section, FILE)


def _placed(section: str, first: int) -> dict[str, int]:
    """Each word with the place of its line."""
    named = enumerate(sections(FILE)[section], first)
    return {name.strip(): place for place, line in named for name in line.split(",")}


def _numbered(section: str) -> dict[str, int]:
    told = (line.partition("=") for line in sections(FILE)[section])
    return {name.strip(): int(number) for number, _, names in told for name in names.split(",")}


MONTHS = _placed("months", 1)
MONTH_NAMES = tuple(line.partition(",")[0] for line in sections(FILE)["months"])
_NO_SLIP = phrases("no slip of", FILE)
_LONG_NAMES = [name for name in MONTHS if len(name) > len("juni") and name not in _NO_SLIP]
SHORTEST_SLIP = 5  # letters: "juni" and "juli" are none of each other
SHORTEST_CUT = 3
ALIKE = 0.8
ALIKE_AS_BEGUN = 0.7  # where the first letters are right: "desbr"
LONGEST_SLIP = int((2 / ALIKE_AS_BEGUN - 1) * max(map(len, _LONG_NAMES)))
"""Letters: of a longer word too few are a name's, and comparing it would still take long."""

WEEKDAYS = _placed("weekdays", 0)
NUMBERS, ORDINALS = _numbered("numbers"), _numbered("ordinals")
COUNTS = NUMBERS | dict.fromkeys(phrases("one hung on", FILE), 1)
NEAR = _numbered("near")
"""Days from today."""
DAY, WEEK, MONTH = (phrases(unit, FILE) for unit in ("day", "week", "month"))
YEAR, QUARTER, HALF = (phrases(unit, FILE) for unit in ("year", "quarter", "half"))


def any_of(words: Iterable[str]) -> str:
    """A pattern for each of them, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def month_named(word: str) -> int | None:
    """Also cut short, or with a slip of the finger, where only one can be meant."""
    word = word.lower().rstrip(".")
    if word in MONTHS or len(word) < SHORTEST_CUT:
        return MONTHS.get(word)
    begun = {number for name, number in MONTHS.items() if name.startswith(word)}
    if len(begun) == 1:
        return begun.pop()
    if not SHORTEST_SLIP <= len(word) <= LONGEST_SLIP:
        return None
    as_begun = [name for name in _LONG_NAMES if name[:SHORTEST_CUT] == word[:SHORTEST_CUT]]
    for names, alike in ((_LONG_NAMES, ALIKE), (as_begun, ALIKE_AS_BEGUN)):
        near = {MONTHS[name] for name in get_close_matches(word, names, cutoff=alike)}
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def number(word: str) -> int | None:
    return int(word) if word.isdecimal() else COUNTS.get(word.lower())


def days_on(today: date, count: int, unit: str) -> date:
    """So many days, weeks or months later."""
    if unit.lower() in MONTH:
        return months_on(today, count)
    return today + timedelta(days=count * (1 if unit.lower() in DAY else DAYS_A_WEEK))


def weekday_to_come(weekday: int, today: date, *, next_week: bool = False) -> date:
    """The next such day after today, or that of the week that begins on the next Monday."""
    if next_week:
        return today + timedelta(days=DAYS_A_WEEK - today.weekday() + weekday)
    return today + timedelta(days=(weekday - today.weekday()) % DAYS_A_WEEK or DAYS_A_WEEK)
