"""Coaching Clinic: what a session is made of, who may come in when, and what is asked afterwards.
Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.rules.clinic_effect import Trend
from bot.rules.clinic_needs import NeedRules


class SessionStatus(StrEnum):
    DRAFT = "draft"  # nobody but the desk sees it
    OPEN = "open"  # people may join; it stays so when it is over
    CANCELLED = "cancelled"


class RequestStatus(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Part(StrEnum):
    """What a session is made of, in the order in which it is asked for."""

    TOPIC = "topic"
    TIME = "time"
    PLACE = "place"
    CAPACITY = "capacity"
    TRAINERS = "trainers"
    OFFICES = "offices"
    ASSIGNMENT = "assignment"  # the team's letter of assignment


class ClinicStep(StrEnum):
    """What somebody is being asked about Coaching Clinic."""

    CODE = "code"  # that they came
    RATE = "rate"  # a question of the evaluation
    TOPIC = "topic"  # of a session they want, and its office
    OFFICE = "office"
    CHECK = "check"


@dataclass(frozen=True)
class RatingDraft:
    """Which question of the evaluation it is."""

    session: int
    question: int


@dataclass(frozen=True)
class RequestDraft:
    topic: str = ""
    office: str = ""


NEEDED = (Part.TOPIC, Part.TIME, Part.PLACE, Part.CAPACITY)
ASKED = (*NEEDED, Part.TRAINERS, Part.OFFICES)
TOLD = frozenset({Part.TOPIC, Part.TIME, Part.PLACE})
"""What those who come must hear of when it changes."""

MOST_LETTERS = {
    Part.TOPIC: 120,
    Part.PLACE: 120,
    Part.TRAINERS: 200,
    Part.OFFICES: 300,
    Part.ASSIGNMENT: 120,
}
MOST_SEATS = 500
MOST_REQUESTS = 3  # of one person, not answered yet
MOST_NOTE = 1_000
MOST_SENTENCE = 400

QUESTIONS = (1, 2, 3, 4, 5)
SCORES = (1, 2, 3, 4)
HELPED = 6
"""The question that is put two weeks later; its answers go from 1, not yet, to 3, yes."""
HELPED_SCORES = (1, 2, 3)

CONSONANTS, VOWELS = "BDGKLMNPRST", "AIUEO"


@dataclass(frozen=True)
class ClinicRules:
    """As bot/data/clinic.toml has it."""

    usual_length: timedelta
    code_before: timedelta
    code_after: timedelta
    tries: int
    tries_within: timedelta
    rated_after: timedelta
    helped_after: timedelta
    news_after: timedelta
    """So long changes are gathered before people are told."""
    compared: timedelta
    """So long before a session and after it: see clinic_effect."""
    compared_least: int
    compared_least_people: int
    needs: NeedRules

    def may_be_noted(self, starts: datetime, now: datetime) -> bool:
        """By an officer, who may write it down long after."""
        return now >= starts - self.code_before

    def takes_attendance(self, starts: datetime, ends: datetime, now: datetime) -> bool:
        return starts - self.code_before <= now <= ends + self.code_after


def new_code(pick: Callable[[str], str]) -> str:
    """Said in a room and typed on a phone by ear: RUKAMO. Looks like no password and no word."""
    return "".join(pick(letters) for letters in (CONSONANTS, VOWELS) * 3)


_LIKE_A_CODE = re.compile(rf"(?:[{CONSONANTS}][{VOWELS}]){{3}}", re.IGNORECASE)
_LETTERS_APART = re.compile(r"[A-Za-z](?:[ .-]{0,3}[A-Za-z]){5}")


def looks_like_a_code(text: str) -> bool:
    return _LIKE_A_CODE.fullmatch(text) is not None


def put_together(text: str) -> str | None:
    """A code as it is heard: "go bi ni", "R-U-K-A-M-O"; None for what cannot be one. Common words
    can: "bisa ka"."""
    said = text.strip(" .!")
    joined = re.sub(r"[ .-]", "", said) if _LETTERS_APART.fullmatch(said) else ""
    return joined.upper() if looks_like_a_code(joined) else None


EARLIEST, LATEST = time(8), time(19)  # of the evening before
QUIET = time(20)


def day_before(starts: datetime, zone: ZoneInfo) -> datetime:
    """A day ahead to the hour, but at an hour at which people may be reminded."""
    local = starts.astimezone(zone)
    hour = min(max(local.time(), EARLIEST), LATEST)
    return datetime.combine(local.date() - timedelta(days=1), hour, zone)


HOUR = timedelta(hours=1)


def last_word(starts: datetime, zone: ZoneInfo) -> datetime:
    """An hour ahead, before anybody sets out, whoever still waits hears that there is no place;
    of an early or a late session the evening before, or the same."""
    local = (starts - HOUR).astimezone(zone)
    if local.time() < EARLIEST:
        return datetime.combine(local.date() - timedelta(days=1), LATEST, zone)
    return min(local, datetime.combine(local.date(), LATEST, zone))


def told_at(moment: datetime, starts: datetime, zone: ZoneInfo) -> datetime:
    """By night in the morning, unless it begins so early that it would be too late."""
    local = moment.astimezone(zone)
    if EARLIEST <= local.time() < QUIET:
        return moment
    day = local.date() if local.time() < EARLIEST else local.date() + timedelta(days=1)
    morning = datetime.combine(day, EARLIEST, zone)
    return morning if morning + HOUR < starts else moment


def next_question(answered: Collection[int]) -> int | None:
    return next((each for each in QUESTIONS if each not in answered), None)


def places_left(capacity: int, taken: int) -> int:
    return max(capacity - taken, 0)


@dataclass(frozen=True)
class Tally:
    """How one question was answered: how often each score was given, from the lowest."""

    question: int
    counts: tuple[int, ...]

    @property
    def answers(self) -> int:
        return sum(self.counts)

    @property
    def average(self) -> Fraction | None:
        points = sum(score * count for score, count in enumerate(self.counts, 1))
        return Fraction(points, self.answers) if self.answers else None


def tallies(answers: Sequence[tuple[int, int]]) -> tuple[Tally, ...]:
    """Of (question, score): a row for each question of the evaluation."""
    return tuple(_tally(question, SCORES, answers) for question in QUESTIONS)


def helped(answers: Sequence[tuple[int, int]]) -> Tally:
    return _tally(HELPED, HELPED_SCORES, answers)


def _tally(question: int, scores: Sequence[int], answers: Sequence[tuple[int, int]]) -> Tally:
    given = [score for asked, score in answers if asked == question]
    return Tally(question, tuple(given.count(score) for score in scores))


@dataclass(frozen=True)
class SessionsRecap:
    """A year of sessions; `people` are counted once, however often they came."""

    year: int
    held: int
    cancelled: int
    to_come: int
    attended: int
    people: int
    offices: tuple[str, ...]
    overall: Tally
    helped: Tally
    requests: int
    answered_requests: int
    changes: tuple[Trend, ...]
    """Of each session held."""


def is_late(attended: datetime, starts: datetime) -> bool:
    return attended > starts + timedelta(minutes=15)
