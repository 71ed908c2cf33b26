"""The list of offices (perangkat daerah), and which of them somebody means who writes one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

SURE = 90  # of 100, where no other office is nearly as like
CLEAR = 6
SAME_WORD = 86
LIKE = 72  # from here on it is offered
MOST_OFFERED = 3
FEWEST_WORDS = 2  # "dinas" alone is none
SHORTEST = 4  # letters that are looked at for a slip of the finger
_REGENCY = re.compile(r"\b(?:pemerintah |pemkab |kabupaten |kab |di ){0,4}balangan\b")
_SHORT = {
    "kec": "kecamatan",
    "kel": "kelurahan",
    "din": "dinas",
    "bag": "bagian",
    "sekr": "sekretariat",
    "setda": "sekretariat daerah",
    "setwan": "sekretariat dprd",
    "pkm": "puskesmas",
    "dan": "",
    "dinkes": "dinas kesehatan",
    "disdik": "dinas pendidikan",
    "bappeda": "badan perencanaan pembangunan daerah",
}
"""As they are commonly shortened; what the list itself names so goes first."""


@dataclass(frozen=True)
class OfficeMatch:
    """`name` as the list has it, or else what it is like."""

    name: str | None
    like: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offices:
    names: tuple[str, ...] = ()
    former: Mapping[str, str] | None = None
    """Former names and short ones, each with today's."""

    def __bool__(self) -> bool:
        return bool(self.names)

    @cached_property
    def _known(self) -> dict[str, str]:
        told = {_plain(name): name for name in self.names}
        called = {_plain(other): name for other, name in (self.former or {}).items()}
        long = {_lengthened(each): name for each, name in (called | told).items()}
        return long | called | told

    @cached_property
    def _spelled(self) -> Sequence[str]:
        return tuple(self._known)

    def read(self, text: str) -> OfficeMatch:
        wanted = _plain(text)
        exact = self._known.get(wanted) or self._known.get(_lengthened(wanted))
        if exact is not None or len(wanted) < SHORTEST:
            return OfficeMatch(exact)
        best = self._nearest(_lengthened(wanted))
        longer = self._with_words_of(_lengthened(wanted))
        if not best:
            return OfficeMatch(None, longer)
        (first, (score, spelled)), *others = best.items()
        alone = all(score - other >= CLEAR for _, (other, _) in others)
        if score >= SURE and alone and _word_by_word(_lengthened(wanted), spelled):
            return OfficeMatch(first)
        return OfficeMatch(None, tuple(dict.fromkeys([*longer, *best]))[:MOST_OFFERED])

    def today(self, name: str) -> str:
        """What an office is called now, where that is beyond doubt; else as it was written."""
        return self.read(name).name or name

    def _with_words_of(self, wanted: str) -> tuple[str, ...]:
        """Offices are called by the beginning of a long name; what many have tells none."""
        words = set(wanted.split())
        if len(words) < FEWEST_WORDS:
            return ()
        known = self._known.items()
        found = dict.fromkeys(name for spelled, name in known if words <= set(spelled.split()))
        return tuple(found) if len(found) <= MOST_OFFERED else ()

    def _nearest(self, wanted: str) -> dict[str, tuple[float, str]]:
        """Each office with how like it is and by which name, the most like first. Schools and
        villages differ by a number, which must be the same."""
        numbers = re.findall(r"\d+", wanted)
        found = process.extract(
            wanted, self._spelled, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE, limit=20
        )
        best: dict[str, tuple[float, str]] = {}
        for spelled, score, _ in found:
            if re.findall(r"\d+", spelled) == numbers:
                best.setdefault(self._known[spelled], (score, spelled))
        return best


def _word_by_word(wanted: str, spelled: str) -> bool:
    """Two offices may differ by one word alone, and that by a few letters."""
    words, others = wanted.split(), spelled.split()
    return len(words) == len(others) and all(
        max(fuzz.ratio(word, other) for other in others) >= SAME_WORD for word in words
    )


def _plain(text: str) -> str:
    words = " ".join(re.findall(r"[^\W_]+", text.casefold()))
    return " ".join(_REGENCY.sub(" ", words).split()) or words


def _lengthened(plain: str) -> str:
    return " ".join(" ".join(_SHORT.get(word, word) for word in plain.split()).split())
