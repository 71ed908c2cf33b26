"""Whether the offices that came to a session ask and complain less after it, and when the numbers
are too small to say so. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


@dataclass(frozen=True)
class Activity:
    """Some days of the people of some offices."""

    questions: int
    complaints: int
    people: int
    """Whom the bot knew of them when it ended."""

    @property
    def both(self) -> int:
        return self.questions + self.complaints

    @property
    def per_person(self) -> Fraction | None:
        return Fraction(self.both, self.people) if self.people else None


class Trend(StrEnum):
    NO_OFFICE = "no_office"
    NOT_YET = "not_yet"
    FORGOTTEN = "forgotten"
    SMALL = "small"
    SAME = "same"
    FEWER = "fewer"
    MORE = "more"


@dataclass(frozen=True)
class Effect:
    change: Trend
    offices: tuple[str, ...] = ()
    before: Activity | None = None
    after: Activity | None = None


def change(before: Activity, after: Activity, *, least: int, least_people: int) -> Trend:
    """Beyond chance: were nothing changed, what came after would be as large a part of all as its
    people are, give or take twice the deviation of such a draw."""
    both, people = before.both + after.both, before.people + after.people
    if both < least or min(before.people, after.people) < least_people:
        return Trend.SMALL
    part = Fraction(after.people, people)
    away = after.both - both * part
    if away**2 < 4 * both * part * (1 - part):
        return Trend.SAME
    return Trend.FEWER if away < 0 else Trend.MORE
