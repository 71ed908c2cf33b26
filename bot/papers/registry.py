"""The renderers of what is sent as a picture or paper: a waiting message names one by its name.

Its arguments are the figures themselves, so that nothing is read again to draw them, and what is
drawn says the same as what was written beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from bot.papers.attendance_code import AttendanceCode, attendance_code_png
from bot.papers.calendar_file import CalendarEntry, calendar_file
from bot.papers.chart import (
    IndicatorPage,
    PeriodChart,
    WeeklyChart,
    indicator_png,
    period_png,
    weekly_png,
)
from bot.papers.chart_picture import ChartPicture, chart_png
from bot.papers.clinic_forms import (
    invitation_docx,
    invitation_pdf,
    session_report_docx,
    session_report_pdf,
)
from bot.papers.invitation import Invitation
from bot.papers.kept_file import KeptFile, kept_file
from bot.papers.my_data import TextFile, text_file
from bot.papers.nothing import Blank, blank_png
from bot.papers.session_report import SessionReport

A = TypeVar("A")


class UnknownRenderer(Exception):
    """The row was written by a later release."""


@dataclass(frozen=True)
class Renderer(Generic[A]):
    """Values in, bytes out; the values also as JSON, to wait in a row."""

    name: str
    draw: Callable[[A], bytes]
    takes: TypeAdapter[A]

    def pack(self, arguments: A) -> str:
        return self.takes.dump_json(arguments).decode()

    def render(self, arguments: str) -> bytes:
        """Raises pydantic's ValidationError where a later release wrote the arguments."""
        return self.draw(self.takes.validate_json(arguments))


WEEKLY_CHART = Renderer("weekly_chart", weekly_png, TypeAdapter(WeeklyChart))
PERIOD_CHART = Renderer("period_chart", period_png, TypeAdapter(PeriodChart))
INDICATOR_PAGE = Renderer("indicator_page", indicator_png, TypeAdapter(IndicatorPage))
CHART_PICTURE = Renderer("chart_picture", chart_png, TypeAdapter(ChartPicture))
TEXT_FILE = Renderer("text_file", text_file, TypeAdapter(TextFile))
BLANK = Renderer("blank", blank_png, TypeAdapter(Blank))
KEPT_FILE = Renderer("kept_file", kept_file, TypeAdapter(KeptFile))
CALENDAR_FILE = Renderer("calendar_file", calendar_file, TypeAdapter(CalendarEntry))
ATTENDANCE_CODE = Renderer("attendance_code", attendance_code_png, TypeAdapter(AttendanceCode))
INVITATION = Renderer("invitation", invitation_docx, TypeAdapter(Invitation))
INVITATION_PDF = Renderer("invitation_pdf", invitation_pdf, TypeAdapter(Invitation))
SESSION_REPORT = Renderer("session_report", session_report_pdf, TypeAdapter(SessionReport))
SESSION_REPORT_DOCX = Renderer(
    "session_report_docx", session_report_docx, TypeAdapter(SessionReport)
)
RENDERERS: dict[str, Renderer[Any]] = {
    each.name: each
    for each in (
        *(WEEKLY_CHART, PERIOD_CHART, INDICATOR_PAGE, CHART_PICTURE),
        *(TEXT_FILE, BLANK, KEPT_FILE),
        *(CALENDAR_FILE, ATTENDANCE_CODE, INVITATION, INVITATION_PDF),
        *(SESSION_REPORT, SESSION_REPORT_DOCX),
    )
}


def render(name: str, arguments: str) -> bytes:
    """Raises UnknownRenderer, and whatever the renderer itself raises."""
    renderer = RENDERERS.get(name)
    if renderer is None:
        raise UnknownRenderer(name)
    return renderer.render(arguments)
