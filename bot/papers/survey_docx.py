"""A survey's report on the office's own paper, as a Word document."""

from __future__ import annotations

from collections.abc import Iterable

from bot.papers.office_docx import CENTRE, OfficeDocument
from bot.papers.survey_report import FollowUp, SurveyReport
from bot.words import survey_papers as words

SHARES = (0.33, 0.07, 0.07, 0.07, 0.07, 0.08, 0.09, 0.13, 0.09)  # number and name in one


def docx(report: SurveyReport) -> bytes:
    paper = OfficeDocument(report.letterhead)
    size = paper.size
    paper.about(f"{words.TITLE.capitalize()} {report.number}", report.made)
    paper.foot(
        paper.document.sections[0], paper.measure, words.foot(report.number, report.when_made)
    )
    paper.head()
    paper.line(words.TITLE, size, bold=True, align=CENTRE)
    told = f"{words.survey(report.number)}, {words.served(report.days)}"
    paper.line(told, size, align=CENTRE)
    paper.heading(words.ABOUT)
    paper.fields(report.about, 0.22)
    paper.heading(words.RESULT)
    rows = [(f"{place}. {name}", *figures) for place, name, *figures in report.rows]
    paper.table([words.HEADS[1:], *rows], SHARES)
    paper.gap()
    paper.table(report.totals, (0.6, 0.4), head=False)
    if not report.graded:
        paper.line(words.TOO_FEW, size - 2)
    paper.gap()
    for note in report.notes:
        paper.line(note, size - 3)
    if report.graded:
        paper.heading(words.LOWEST)
        _done(paper, report.done)
        if report.as_low:
            paper.line(words.as_low(report.as_low), size - 2)
    _before(paper, report)
    paper.heading(words.TESTIMONIES)
    paper.line(words.TESTIMONIES_SAY if report.testimonies else words.NO_TESTIMONIES, size - 2)
    for said, by in report.testimonies:
        paper.line(words.told(said, by), size - 2)
    paper.signature()
    return paper.packed()


def _done(paper: OfficeDocument, done: Iterable[FollowUp]) -> None:
    """Name and value, and beside them what was done."""
    paper.fields(
        [
            (f"{each.name} ({each.average})", " ".join(each.text.split()) or words.NOT_WRITTEN)
            for each in done
        ],
        0.4,
    )


def _before(paper: OfficeDocument, report: SurveyReport) -> None:
    before = report.before
    paper.heading(words.BEFORE)
    if before is None:
        paper.line(words.NO_SURVEY_BEFORE, paper.size - 2)
        return
    paper.line(words.before(before.number, before.days, before.answers), paper.size - 2)
    if before.done:
        _done(paper, before.done)
    else:
        paper.line(words.NOTHING_BEFORE, paper.size - 2)
