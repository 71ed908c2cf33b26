"""The letter that invites to a session, as Word or PDF: an officer numbers it and has it
signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.letterhead import Letterhead
from bot.words import clinic_papers as words
from bot.words import papers

FILE_NAME = "undangan-sesi-{number}.{form}"


@dataclass(frozen=True)
class Invitation:
    number: int
    topic: str
    when: str
    place: str
    trainers: str
    offices: tuple[str, ...]
    capacity: int
    link: str
    letterhead: Letterhead
    made: datetime

    @property
    def title(self) -> str:
        return f"{words.SUBJECT_IS}: {self.topic}"

    @property
    def numbered(self) -> list[tuple[str, str]]:
        return [
            (papers.NUMBER, papers.UNKNOWN),
            (papers.NATURE, self.letterhead.nature),
            (papers.ENCLOSURE, papers.UNKNOWN),
            (papers.SUBJECT, words.SUBJECT_IS),
        ]

    @property
    def invited(self) -> list[str]:
        return [f"{words.TO} {each}" for each in self.offices or (words.ALL_OFFICES,)]

    @property
    def facts(self) -> list[tuple[str, str]]:
        return [
            (words.TOPIC, self.topic),
            (words.WHEN, self.when),
            (words.PLACE, self.place),
            (words.TRAINERS, self.trainers or papers.UNKNOWN),
        ]

    @property
    def seats(self) -> str:
        return words.seats(capacity=self.capacity, link=self.link)
