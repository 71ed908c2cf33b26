"""The words that days are told with, in all their spellings. Pure.

Whoever reads days reads them with these: a word that is missing is missing once.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from difflib import get_close_matches

MONTHS = (
    ("januari", "jan", "january"),
    ("februari", "feb", "pebruari", "peb", "february"),
    ("maret", "mar", "mrt", "march"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "jun", "june"),
    ("juli", "jul", "july"),
    ("agustus", "agu", "ags", "agt", "aug", "agust", "august"),
    ("september", "sep", "sept"),
    ("oktober", "okt", "oct", "october"),
    ("november", "nov", "nop", "nopember"),
    ("desember", "des", "dec", "december"),
)
_MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
# "Marah" is as like "march" as a slip of it would be.
_LONG_NAMES = [name for name in _MONTH if len(name) > len("juni") and name != "march"]
SHORTEST_SLIP = 5  # letters: "juni" and "juli" are none of each other
SHORTEST_CUT = 3
ALIKE = 0.8
ALIKE_AS_BEGUN = 0.7  # where the first letters are right: "desbr"
LONGEST_SLIP = int((2 / ALIKE_AS_BEGUN - 1) * max(map(len, _LONG_NAMES)))
"""Letters: of a longer word too few are a name's, and comparing it would still take long."""

_WEEKDAYS = (
    ("senin", "senen", "snin"),
    ("selasa", "slasa"),
    ("rabu", "rebo"),
    ("kamis", "kemis"),
    ("jumat", "jum'at", "jum’at", "jum at", "jumaat"),
    ("sabtu", "saptu"),
    ("minggu", "ahad"),
)
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}

NUMBERS = {
    "se": 1,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
    "dua belas": 12,
}
ORDINALS = {
    "pertama": 1,
    "kedua": 2,
    "ketiga": 3,
    "keempat": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
}

NEAR = {
    **dict.fromkeys(("hari ini", "today"), 0),
    **dict.fromkeys(("besok", "bsk", "bsok", "besuk", "isuk"), 1),
    "lusa": 2,
    **dict.fromkeys(("kemarin", "kemaren", "kmrn", "kmarin"), -1),
    "kemarin lusa": -2,
}
"""Days from today."""

COUNTED = ("orang", "org", "peserta", "kursi", "pegawai", "menit", "tiket", "berkas")

DAY, WEEK = ("hari", "hr"), ("minggu", "pekan", "mgg")
MONTH, YEAR = ("bulan", "bln"), ("tahun", "thn", "th")
DAYS_A_WEEK = 7


def any_of(words: Iterable[str]) -> str:
    """A pattern for each of them, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def month_named(word: str) -> int | None:
    """Also cut short, or with a slip of the finger, where only one can be meant."""
    word = word.lower().rstrip(".")
    if word in _MONTH or len(word) < SHORTEST_CUT:
        return _MONTH.get(word)
    begun = {number for name, number in _MONTH.items() if name.startswith(word)}
    if len(begun) == 1:
        return begun.pop()
    if not SHORTEST_SLIP <= len(word) <= LONGEST_SLIP:
        return None
    as_begun = [name for name in _LONG_NAMES if name[:SHORTEST_CUT] == word[:SHORTEST_CUT]]
    for names, alike in ((_LONG_NAMES, ALIKE), (as_begun, ALIKE_AS_BEGUN)):
        near = {_MONTH[name] for name in get_close_matches(word, names, cutoff=alike)}
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def number(word: str) -> int | None:
    return int(word) if word.isdecimal() else NUMBERS.get(word.lower())


def months_on(day: date, count: int) -> date:
    """The same day so many months later, or the last of a month that has none. Raises
    ValueError beyond the calendar's end."""
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


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
