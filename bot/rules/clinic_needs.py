"""Which offices and topics a session of Coaching Clinic would help next: by what is asked and
complained of, and nothing said where numbers are small. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_OFFICES, MOST_TOPICS = 8, 5


@dataclass(frozen=True)
class NeedRules:
    """As bot/data/clinic.toml has them."""

    within: timedelta
    least: int
    """Questions and complaints, of an office or on a topic."""
    least_people: int
    """Of an office: of fewer it would tell of a person."""


@dataclass(frozen=True)
class OfficeNeed:
    name: str
    people: int
    questions: int
    complaints: int
    last_session: datetime | None
    """To which somebody of it came."""

    @property
    def both(self) -> int:
        return self.questions + self.complaints


Topic = tuple[str, int]


@dataclass(frozen=True)
class Needs:
    offices: tuple[OfficeNeed, ...]
    unanswered: tuple[Topic, ...]
    """Chapters of the book."""
    reported: tuple[Topic, ...]
    """Categories of tickets."""


def offices_in_need(
    offices: Iterable[OfficeNeed], rules: NeedRules, now: datetime
) -> tuple[OfficeNeed, ...]:
    """Those that had no session lately first, then those with most to ask."""
    enough = [
        each for each in offices if each.both >= rules.least and each.people >= rules.least_people
    ]

    def had_one_lately(of: OfficeNeed) -> bool:
        return of.last_session is not None and of.last_session > now - rules.within

    order = sorted(enough, key=lambda each: (had_one_lately(each), -each.both, each.name))
    return tuple(order[:MOST_OFFICES])


def topics_in_need(counted: Iterable[Topic], rules: NeedRules) -> tuple[Topic, ...]:
    enough = [each for each in counted if each[1] >= rules.least]
    return tuple(sorted(enough, key=lambda each: (-each[1], each[0]))[:MOST_TOPICS])
