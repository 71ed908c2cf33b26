"""A session's papers as files. What makes one is slow to load: only whoever makes it pays."""

from __future__ import annotations

from bot.papers.invitation import Invitation
from bot.papers.session_report import SessionReport


def invitation_docx(letter: Invitation) -> bytes:
    from bot.papers.invitation_docx import docx  # noqa: PLC0415

    return docx(letter)


def invitation_pdf(letter: Invitation) -> bytes:
    from bot.papers.invitation_pages import pages  # noqa: PLC0415

    return pages(letter)


def session_report_pdf(report: SessionReport) -> bytes:
    from bot.papers.session_pages import pages  # noqa: PLC0415

    return pages(report)


def session_report_docx(report: SessionReport) -> bytes:
    from bot.papers.session_docx import docx  # noqa: PLC0415

    return docx(report)
