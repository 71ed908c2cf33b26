"""A survey's report as a file: on paper, to be written in, or to be reckoned with."""

from __future__ import annotations

from collections.abc import Callable

from bot.papers.paper_format import PaperFormat
from bot.papers.survey_report import SurveyReport


def survey_report(report: SurveyReport, form: PaperFormat) -> bytes:
    return _writer(form)(report)


def _writer(form: PaperFormat) -> Callable[[SurveyReport], bytes]:
    """Imported here: each costs a second and many megabytes, which only a paper should pay for."""
    if form is PaperFormat.PDF:
        from bot.papers.survey_pdf import pdf  # noqa: PLC0415

        return pdf
    if form is PaperFormat.DOCX:
        from bot.papers.survey_docx import docx  # noqa: PLC0415

        return docx
    from bot.papers.survey_xlsx import xlsx  # noqa: PLC0415

    return xlsx
