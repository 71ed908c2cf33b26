"""Survei Kepuasan Masyarakat: its elements and scale, what comes out of the answers, and what may
be said of it. Pure; the figures themselves are data (bot/data/survey.toml)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.rules.satisfaction import LEAST, MOST

SCORES = tuple(range(LEAST, MOST + 1))
PER_STEP = 25
"""The index of 1 to 4, times this, is told on a scale up to 100."""
LOWEST = 3  # elements that are to be worked at
OPEN_ANSWER = "0"
MOST_TESTIMONY = 500  # letters
MOST_FOLLOW_UP = 600
MOST_POPULATION = 1_000_000


class SurveyStatus(StrEnum):
    DRAFT = "draft"  # nobody but the desk sees it
    OPEN = "open"
    CLOSED = "closed"


class Showing(StrEnum):
    WAITING = "waiting"  # no officer has looked at it
    SHOWN = "shown"
    DECLINED = "declined"


class SurveyStep(StrEnum):
    """What is waited for."""

    ASK = "ask"  # the answer to one question
    CHECK = "check"  # "Kirim"
    WORDS = "words"  # a testimony
    PERMISSION = "may"  # whether it may be shown


@dataclass(frozen=True)
class SurveyDraft:
    survey: int
    place: int | None = None
    testimony: str | None = None


class Disclosure(StrEnum):
    """What may be told of a result with so few or so many answers."""

    NOTHING = "nothing"  # it would tell of single people
    FIGURES = "figures"  # but no grade, and no element is the lowest
    ALL = "all"


@dataclass(frozen=True)
class Element:
    key: str
    name: str
    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Grade:
    letter: str
    name: str
    least: Fraction


@dataclass(frozen=True)
class Questionnaire:
    """One edition of the rules, as it was in force from a day on."""

    name: str
    since: date
    source: str
    sure: str
    elements: tuple[Element, ...]
    grades: tuple[Grade, ...]
    """The best first."""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(element.key for element in self.elements)

    def element(self, key: str) -> Element | None:
        return next((each for each in self.elements if each.key == key), None)

    def grade(self, converted: Fraction) -> Grade:
        """By the value as it is told, with two decimals."""
        told = Fraction(rounded(converted))
        return next((each for each in self.grades if told >= each.least), self.grades[-1])


@dataclass(frozen=True)
class Sampling:
    """Krejcie and Morgan's formula."""

    chi_square: Fraction
    proportion: Fraction
    margin: Fraction
    source: str

    def size(self, population: int) -> int:
        """How many of so many people must answer."""
        spread = self.chi_square * self.proportion * (1 - self.proportion)
        exact = spread * population / (self.margin**2 * (population - 1) + spread)
        return int(rounded(exact, 0))


@dataclass(frozen=True)
class SurveyRules:
    """As bot/data/survey.toml has it."""

    editions: tuple[Questionnaire, ...]
    """The newest first."""
    sampling: Sampling
    shown_from: int
    claimed_from: int
    days: tuple[int, ...]
    invited_at_once: int

    def in_force(self, day: date) -> Questionnaire:
        return next((each for each in self.editions if each.since <= day), self.editions[-1])

    def named(self, name: str) -> Questionnaire | None:
        return next((each for each in self.editions if each.name == name), None)

    def may_say(self, answers: int, population: int | None) -> Disclosure:
        """Of a few people all of them are enough."""
        if answers < self.shown_from:
            return Disclosure.NOTHING
        few = self.claimed_from
        if population is not None:
            few = min(few, self.sampling.size(population))
        return Disclosure.ALL if answers >= few else Disclosure.FIGURES


# What comes out


@dataclass(frozen=True)
class ElementResult:
    key: str
    counts: tuple[int, ...]
    """How often each score was given, from the lowest."""

    @property
    def answers(self) -> int:
        return sum(self.counts)

    @property
    def average(self) -> Fraction:
        points = sum(score * count for score, count in zip(SCORES, self.counts, strict=True))
        return Fraction(points, self.answers)

    @property
    def converted(self) -> Fraction:
        return self.average * PER_STEP


@dataclass(frozen=True)
class SurveyResult:
    """Of at least one answer."""

    elements: tuple[ElementResult, ...]

    @property
    def answers(self) -> int:
        return self.elements[0].answers

    @property
    def index(self) -> Fraction:
        """Every element weighs the same: exactly one of so many, not 0.11 as it is printed."""
        averages = [each.average for each in self.elements]
        return sum(averages, Fraction()) / len(averages)

    @property
    def converted(self) -> Fraction:
        return self.index * PER_STEP

    @property
    def lowest(self) -> tuple[ElementResult, ...]:
        """Of equals those that are asked first."""
        return tuple(sorted(self.elements, key=lambda each: each.average)[:LOWEST])

    @property
    def as_low(self) -> tuple[ElementResult, ...]:
        """Others that are no better than the last of the lowest."""
        lowest = self.lowest
        return tuple(
            each
            for each in self.elements
            if each.average == lowest[-1].average and each not in lowest
        )


def result(keys: Sequence[str], sheets: Sequence[str]) -> SurveyResult | None:
    """Each sheet is one person's scores, a digit an element; None of none."""
    if not sheets:
        return None
    columns = zip(*sheets, strict=True)
    return SurveyResult(
        tuple(
            ElementResult(key, tuple(column.count(str(score)) for score in SCORES))
            for key, column in zip(keys, columns, strict=True)
        )
    )


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """Half up, as people round, of the exact value."""
    shifted = value * 10**places + Fraction(1, 2)
    return Decimal(shifted.numerator // shifted.denominator).scaleb(-places)


# Answering


def blank(count: int) -> str:
    """A sheet with nothing answered yet."""
    return OPEN_ANSWER * count


def answered(sheet: str, place: int, score: int) -> str:
    return f"{sheet[:place]}{score}{sheet[place + 1 :]}"


def next_open(sheet: str) -> int | None:
    """The first element that is still to be answered."""
    place = sheet.find(OPEN_ANSWER)
    return None if place < 0 else place
