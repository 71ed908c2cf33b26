"""A survey's report as a file: on paper, to be written in, or to be reckoned with."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from bot.papers.survey_report import SurveyReport


class Form(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


def survey_report(report: SurveyReport, form: Form) -> bytes:
    return _writer(form)(report)


def _writer(form: Form) -> Callable[[SurveyReport], bytes]:
    """Imported here: each costs a second and many megabytes, which only a paper should pay for."""
    if form is Form.PDF:
        from bot.papers.survey_pdf import pdf  # noqa: PLC0415

        return pdf
    if form is Form.DOCX:
        from bot.papers.survey_docx import docx  # noqa: PLC0415

        return docx
    from bot.papers.survey_xlsx import xlsx  # noqa: PLC0415

    return xlsx
