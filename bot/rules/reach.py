"""Whom the desk reaches: distinct people by month and by office, against the personnel list. Pure.

Served is who asked the book or opened an entry, who filed a report, and who was there in a session
of Coaching Clinic. The desk's own people are left out, and so is who was erased.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from operator import itemgetter
from typing import NamedTuple

from bot.rules.proofs import Source


class ContactWay(StrEnum):
    ASKED = "asked"
    FILED = "filed"
    ATTENDED = "attended"


class Contact(NamedTuple):
    """Somebody came by one way in one month. There are hundreds of thousands in some years."""

    person: int
    way: ContactWay
    month: date
    """Its first day within the period."""
    office: str | None
    listed: bool
    """Linked to somebody whom the personnel list has."""
    shown: bool = True
    """False: no row of theirs may tell that this one is, too."""


Levels = tuple[int, int, int]
"""From how many on each is reached."""


@dataclass(frozen=True)
class ReachLevels:
    """As bot/data/reach.toml has them."""

    offices: Levels
    offices_years: int
    """So many, until a report's last day, count for the offices."""
    trainings: Levels
    coverage: Levels
    """Per cent; levels 2 and 3 begin above theirs."""
    share_least: int
    """Of an office with fewer people no share is told."""
    sources: Mapping[str, Source]


@dataclass(frozen=True)
class Personnel:
    """How many the list has of each office, and when it was read."""

    offices: Mapping[str, int]
    """Under "" whose office it does not tell."""
    at: datetime

    @property
    def people(self) -> int:
        return sum(self.offices.values())

    @property
    def named(self) -> list[str]:
        return sorted(filter(None, self.offices), key=str.casefold)


@dataclass(frozen=True)
class OfficeNetwork:
    """Offices involved, in the days that the indicator asks for."""

    first: date
    last: date
    offices: int


@dataclass(frozen=True)
class OtherReach:
    """What else the innovation index asks after, in the same days."""

    guests: int
    """Times that somebody without an account was in a session: nobody can tell them apart."""
    erased: bool
    trainings: tuple[tuple[int, int], ...]
    """Sessions that somebody came to, by year: the period's last, and the two before."""
    news: int
    news_arrived: int
    """How often any of them arrived."""
    surveys: int
    survey_answers: int


@dataclass(frozen=True)
class MonthReach:
    first: date
    people: int
    new: int
    """Not served in an earlier month of the period."""


@dataclass(frozen=True)
class OfficeReach:
    name: str
    people: int
    listed: int
    personnel: int | None
    """None: the list does not have this office, or there is none."""


@dataclass(frozen=True)
class Reach:
    people: int
    listed: int
    by_way: Mapping[ContactWay, int]
    """Who came by several ways is in each."""
    asked_or_filed: int
    months: tuple[MonthReach, ...]
    offices: tuple[OfficeReach, ...]
    """The most people first."""
    without_office: int
    never: tuple[str, ...]
    """Offices of the list nobody of whom was served."""
    personnel: Personnel | None
    others: OtherReach
    network: OfficeNetwork
    contacts: Sequence[Contact] = ()
    """The rows that all of it is counted from."""

    @property
    def offices_of_list(self) -> int:
        return sum(each.personnel is not None for each in self.offices)


def reach(
    contacts: Sequence[Contact],
    months: Sequence[date],
    personnel: Personnel | None,
    others: OtherReach,
    network: OfficeNetwork,
) -> Reach:
    offices = _by_office(contacts, personnel)
    named = {each.name for each in offices}
    ways = {way: {each.person for each in contacts if each.way is way} for way in ContactWay}
    people = set[int]().union(*ways.values())
    of_list = personnel.named if personnel is not None else []
    return Reach(
        people=len(people),
        listed=len({each.person for each in contacts if each.listed}),
        by_way={way: len(people) for way, people in ways.items()},
        asked_or_filed=len(ways[ContactWay.ASKED] | ways[ContactWay.FILED]),
        months=tuple(_months(contacts, months)),
        offices=offices,
        without_office=len(people - {each.person for each in contacts if each.office is not None}),
        never=tuple(name for name in of_list if name not in named),
        personnel=personnel,
        others=others,
        network=network,
        contacts=contacts,
    )


def _months(contacts: Sequence[Contact], months: Sequence[date]) -> list[MonthReach]:
    by_month = defaultdict[date, set[int]](set)
    for each in contacts:
        by_month[each.month].add(each.person)
    found, seen = [], set[int]()
    for first in months:
        people = by_month[first]
        found.append(MonthReach(first, len(people), len(people - seen)))
        seen |= people
    return found


def _by_office(
    contacts: Sequence[Contact], personnel: Personnel | None
) -> tuple[OfficeReach, ...]:
    told = [each for each in contacts if each.office is not None]
    people = Counter(office for office, _ in {(each.office, each.person) for each in told})
    on_list = {(each.office, each.person) for each in told if each.listed}
    listed = Counter(office for office, _ in on_list)
    of_list = personnel.offices if personnel is not None else {}
    found = [
        OfficeReach(name, count, listed[name], of_list.get(name))
        for name, count in people.items()
        if name is not None
    ]
    return tuple(sorted(found, key=lambda each: (-each.people, each.name.casefold())))


def numbered(contacts: Sequence[Contact]) -> list[tuple[int, Contact]]:
    """Each person has a number, office by office. What doesn't show whose it is has one of its
    own, and no place in their order: either would tell where it is from."""
    offices = {each.office for each in contacts}
    place = {office: (office is None, (office or "").casefold()) for office in offices}
    ordered = sorted(
        contacts,
        key=lambda each: (not each.shown, place[each.office], each.person if each.shown else 0),
    )
    numbers: dict[int | Contact, int] = {}
    found = []
    for each in ordered:
        whose = each.person if each.shown else each
        found.append((numbers.setdefault(whose, len(numbers) + 1), each))
    return sorted(found, key=itemgetter(0))


def level_of_coverage(share: Fraction, bands: ReachLevels) -> int:
    first, *above = bands.coverage
    return (share >= first) + sum(share > each for each in above)
