"""The report of one session of Coaching Clinic, as PDF: what was held, who came, what they
thought of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.clinic import Tally
from bot.rules.clinic_effect import Effect
from bot.rules.letterhead import Letterhead


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


def session_report_pdf(report: SessionReport) -> bytes:
    from bot.papers.session_pages import pages  # noqa: PLC0415 - reportlab costs a second

    return pages(report)
