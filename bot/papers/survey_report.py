"""A survey's report, as PDF, Word or a workbook: values in, bytes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.letterhead import Letterhead
from bot.rules.survey import Questionnaire, SurveyResult
from bot.words import survey_papers as words


@dataclass(frozen=True)
class FollowUp:
    """What was done about one of the lowest elements; empty: nothing is written."""

    name: str
    average: str
    text: str


@dataclass(frozen=True)
class Before:
    """The survey before, with its lowest; none where too few had answered it."""

    number: int
    days: str
    answers: int
    done: tuple[FollowUp, ...]


@dataclass(frozen=True)
class SurveyReport:
    number: int
    days: str
    closed: str
    edition: Questionnaire
    names: tuple[str, ...]
    """Of the elements, in the result's order."""
    population: int | None
    population_from: str
    needed: int | None
    invited: int
    result: SurveyResult
    sheets: tuple[str, ...]
    """A digit an element, sorted."""
    graded: bool
    """Whether there are answers enough for a grade and for the lowest."""
    done: tuple[FollowUp, ...]
    as_low: tuple[str, ...]
    before: Before | None
    testimonies: tuple[tuple[str, str | None], ...]
    """What was said, and by whom, where that may be told."""
    letterhead: Letterhead
    made: datetime
    when_made: str

    @property
    def about(self) -> list[tuple[str, str]]:
        return [
            (words.AGENCY, self.letterhead.agency),
            (words.SERVICE, words.SERVICE_IS),
            (words.SERVED, self.days),
            (words.RULES, self.edition.name),
            (words.HOW, words.HOW_SAYS),
            (words.POPULATION, words.people(self.population)),
            *([(words.POPULATION_FROM, self.population_from)] if self.population_from else []),
            (words.SAMPLE, words.sample(self.needed)),
            (words.INVITED, words.people(self.invited)),
            (words.ANSWERED, words.answered(self.result.answers, self.needed)),
            (words.CLOSED, self.closed),
        ]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """In the order of words.HEADS."""
        return [
            (
                str(place),
                name,
                *(str(count) for count in each.counts),
                str(each.answers),
                words.decimal(each.average),
                words.decimal(each.converted),
                self.edition.grade(each.converted).letter if self.graded else "–",
            )
            for place, (name, each) in enumerate(
                zip(self.names, self.result.elements, strict=True), 1
            )
        ]

    @property
    def totals(self) -> list[tuple[str, str]]:
        found = self.result
        told = [
            (words.INDEX, words.decimal(found.index)),
            (words.SKM, words.decimal(found.converted)),
            (words.COUNT, str(found.answers)),
        ]
        if self.graded:
            told.append((words.QUALITY, words.graded(self.edition.grade(found.converted))))
        return told

    @property
    def notes(self) -> list[str]:
        return [
            words.FORMULA,
            f"{words.GRADES}: {words.grades(self.edition.grades)}.",
            f"{words.SOURCE}: {self.edition.source} ({self.edition.sure}).",
            words.BY_PERSON,
        ]
