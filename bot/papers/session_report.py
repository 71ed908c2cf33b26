"""The report of one session of Coaching Clinic, as PDF or Word: what was held, who came, what
they thought of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.clinic import Tally
from bot.rules.clinic_effect import Effect, Trend
from bot.rules.letterhead import Letterhead
from bot.words import clinic_papers as words
from bot.words.clinic_day import HELPED as HELPED_ANSWERS
from bot.words.papers import UNKNOWN


@dataclass(frozen=True)
class Attended:
    name: str
    office: str
    came: str
    """The hour, and what else there is to say of it."""


@dataclass(frozen=True)
class SessionReport:
    number: int
    topic: str
    when: str
    place: str
    trainers: str
    offices: str
    assignment: str
    counted: str
    files: int
    attended: tuple[Attended, ...]
    tallies: tuple[Tally, ...]
    helped: Tally
    effect: Effect
    days: int
    """So long before and after are compared."""
    effect_says: str
    questions: str
    follow_up: str
    letterhead: Letterhead
    made: datetime
    when_made: str

    @property
    def schedule(self) -> list[tuple[str, str]]:
        return [
            (words.WHEN, self.when),
            (words.PLACE, self.place),
            (words.TRAINERS, self.trainers or UNKNOWN),
            (words.OFFICES, self.offices or words.ALL_OFFICES),
            (words.ASSIGNMENT, self.assignment or UNKNOWN),
            (words.COUNTED, self.counted),
            (words.FILES, words.files(self.files)),
        ]

    @property
    def present(self) -> list[tuple[str, ...]]:
        """With room to sign in."""
        return [
            (str(place), each.name, each.office or "–", each.came, "")
            for place, each in enumerate(self.attended, 1)
        ]

    @property
    def helped_says(self) -> str:
        given = zip(HELPED_ANSWERS.values(), self.helped.counts, strict=True)
        return f"{words.HELPED}: {', '.join(f'{each}: {count}' for each, count in given)}"

    @property
    def spells(self) -> list[tuple[str, ...]]:
        """Before and after, with the numbers behind it, however small."""
        before, after = self.effect.before, self.effect.after
        if before is None or after is None:
            return []
        small = self.effect.change is Trend.SMALL
        return [
            words.spell(when, each, days=self.days, small=small)
            for when, each in ((words.BEFORE, before), (words.AFTER, after))
        ]

    @property
    def raised(self) -> list[str]:
        return _lines(self.questions, words.NONE_RAISED)

    @property
    def followed(self) -> list[str]:
        return _lines(self.follow_up, words.NO_FOLLOW_UP)


def _lines(said: str, otherwise: str) -> list[str]:
    return [each for each in said.splitlines() if each.strip()] or [otherwise]
