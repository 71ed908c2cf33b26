"""Surveys of satisfaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button

# Alone with whoever is asked


@dataclass(frozen=True)
class StartSurvey(Button):
    """Or goes on where it was left."""

    tag: ClassVar[str] = "sv"
    survey: int


@dataclass(frozen=True)
class AnswerSurvey(Button):
    """`place` among the questions, from 0."""

    tag: ClassVar[str] = "sva"
    survey: int
    place: int
    score: int


@dataclass(frozen=True)
class BackInSurvey(Button):
    """To that question."""

    tag: ClassVar[str] = "svb"
    survey: int
    place: int


@dataclass(frozen=True)
class SendSurvey(Button):
    tag: ClassVar[str] = "svs"
    survey: int


@dataclass(frozen=True)
class NoTestimony(Button):
    tag: ClassVar[str] = "svn"
    survey: int


@dataclass(frozen=True)
class KeepTestimony(Button):
    """`key`: of which words it was asked."""

    tag: ClassVar[str] = "svk"
    survey: int
    key: str
    named: bool


@dataclass(frozen=True)
class DropTestimony(Button):
    tag: ClassVar[str] = "svx"
    survey: int
    key: str


# At the desk


@dataclass(frozen=True)
class Surveys(Button):
    tag: ClassVar[str] = "svh"


@dataclass(frozen=True)
class NewSurvey(Button):
    tag: ClassVar[str] = "svw"


@dataclass(frozen=True)
class SurveyPage(Button):
    tag: ClassVar[str] = "svp"
    survey: int


@dataclass(frozen=True)
class ServedWithin(Button):
    """Who is asked; `said` as in faq.text.dates.report_days."""

    tag: ClassVar[str] = "svd"
    survey: int
    said: str


@dataclass(frozen=True)
class SurveyDays(Button):
    tag: ClassVar[str] = "svl"
    survey: int
    days: int


@dataclass(frozen=True)
class AskPopulation(Button):
    tag: ClassVar[str] = "svq"
    survey: int


@dataclass(frozen=True)
class OpenSurvey(Button):
    tag: ClassVar[str] = "svo"
    survey: int


@dataclass(frozen=True)
class DropSurvey(Button):
    tag: ClassVar[str] = "svr"
    survey: int


@dataclass(frozen=True)
class CloseSurvey(Button):
    """Asked first."""

    tag: ClassVar[str] = "svc"
    survey: int


@dataclass(frozen=True)
class CloseSurveySure(Button):
    tag: ClassVar[str] = "svcc"
    survey: int


@dataclass(frozen=True)
class SurveyPaper(Button):
    tag: ClassVar[str] = "svf"
    survey: int
    form: str


@dataclass(frozen=True)
class AskFollowUp(Button):
    tag: ClassVar[str] = "svu"
    survey: int
    place: int


@dataclass(frozen=True)
class Testimonies(Button):
    tag: ClassVar[str] = "svt"
    survey: int


@dataclass(frozen=True)
class JudgeTestimony(Button):
    """Is shown, or is not."""

    tag: ClassVar[str] = "svj"
    testimony: int
    shown: bool
