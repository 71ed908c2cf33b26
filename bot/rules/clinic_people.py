"""Whether two who were noted in sessions of Coaching Clinic are one person. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_TITLES = frozenset(
    [
        "pak",
        "bapak",
        "bpk",
        "bu",
        "ibu",
        "sdr",
        "sdri",
        "h",
        "hj",
        "dr",
        "drg",
        "drs",
        "dra",
        "ir",
        "prof",
    ]
)


@dataclass(frozen=True)
class KnownPerson:
    """What is known of somebody: their account, their NIP, and how they are called where."""

    account: int | None = None
    nip: str | None = None
    names: frozenset[str] = frozenset()
    office: str = ""

    @property
    def keys(self) -> frozenset[object]:
        """Who has none of them in common is somebody else."""
        called = {(name, self.office) for name in self.names}
        return frozenset({self.account, self.nip, *called} - {None})


def known(
    *names: str | None, account: int | None = None, nip: str | None = None, office: str | None
) -> KnownPerson:
    plain = frozenset(_name(name) for name in names if name)
    return KnownPerson(account, nip, plain, " ".join(_words(office or "")))


def is_same(one: KnownPerson, other: KnownPerson) -> bool:
    """The surest of what is known of both tells."""
    if one.account is not None and other.account is not None:
        return one.account == other.account
    if one.nip is not None and other.nip is not None:
        return one.nip == other.nip
    return one.office == other.office and bool(one.names & other.names)


def distinct(people: Iterable[KnownPerson]) -> int:
    kept, number = defaultdict[object, set[KnownPerson]](set), 0
    for each in sorted(people, key=lambda each: (each.account is None, each.nip is None)):
        alike = {other for key in each.keys for other in kept[key]}
        number += not any(is_same(each, other) for other in alike)
        for key in each.keys:
            kept[key].add(each)
    return number


def _name(written: str) -> str:
    """Without what stands before a name and behind it: "dr. Hj. Noor, Sp.A"."""
    words = _words(written.partition(",")[0])
    bare = [word for word in words if word not in _TITLES]
    return " ".join(bare or words)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())
