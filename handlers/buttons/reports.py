"""Reports, the tickets behind their figures, and papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class WeekPage(Button):
    """The page of a week that was missed."""

    tag: ClassVar[str] = "week"
    monday: str  # 2026-11-23


@dataclass(frozen=True)
class MonthPage(Button):
    """The page of a month that was missed."""

    tag: ClassVar[str] = "month"
    first: str  # 2026-11-01


@dataclass(frozen=True)
class ReportDays(Button):
    """The figures of other days, said as behind /laporan: `bulan lalu`."""

    tag: ClassVar[str] = "days"
    said: str


@dataclass(frozen=True)
class FigureRows(Button):
    """The tickets behind a figure of a report."""

    tag: ClassVar[str] = "fig"
    line: str
    span: str  # first and last day: b4d32-b4e9e, days since the year 1
    as_of: int  # microseconds since 1970: a later moment would count others
    page: int
    turned: bool  # below the list itself, which is then rewritten


@dataclass(frozen=True)
class FigureGroup(Button):
    """Figures of the head's page that have no button below it, by what they are about."""

    tag: ClassVar[str] = "figs"
    about: str  # week, month or year
    first: str  # 20261101
    as_of: int  # microseconds since 1970
    group: str  # none yet: they are to be chosen from


@dataclass(frozen=True)
class Evidence(Button):
    """The paper of these days, in a form still to be chosen."""

    tag: ClassVar[str] = "proof"
    first: str  # 20260101
    last: str


@dataclass(frozen=True)
class BesideRatio(Button):
    """What stands beside the ratio of these days, against the period before."""

    tag: ClassVar[str] = "more"
    first: str
    last: str


@dataclass(frozen=True)
class Charts(Button):
    """The papers' charts of these days, as pictures."""

    tag: ClassVar[str] = "charts"
    first: str
    last: str


@dataclass(frozen=True)
class PagePaper(Button):
    """The head's page as a paper, of the same figures."""

    tag: ClassVar[str] = "a4"
    about: str  # week, month or year
    first: str  # 20261101
    as_of: int  # microseconds since 1970


@dataclass(frozen=True)
class EvidenceFile(Button):
    tag: ClassVar[str] = "paper"
    first: str
    last: str
    form: str
