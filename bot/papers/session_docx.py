"""The report of a session as a Word document."""

from __future__ import annotations

from docx.shared import Mm

from bot.papers.office_docx import CENTRE, OfficeDocument
from bot.papers.pen import PngPen, shortened
from bot.papers.session_report import SessionReport
from bot.papers.sheet import BLUE, INK, PALE
from bot.words import clinic_papers as words
from bot.words.clinic_day import RATED

SHARES = (0.07, 0.28, 0.28, 0.16, 0.21)
TALL = 10  # millimetres of a row in which somebody signs
WIDE, EACH, TYPE = 465.0, 22.0, 9.0  # points
ROOM, THICK = 255.0, 9.0  # for the questions; of a bar
PIXELS = 1395


def docx(report: SessionReport) -> bytes:
    paper = OfficeDocument(report.letterhead)
    paper.about(f"{words.session(report.number)}: {report.topic}", report.made)
    foot = words.foot(report.number, made=report.when_made)
    paper.foot(paper.document.sections[0], paper.measure, foot)
    paper.head()
    paper.line(words.REPORT.upper(), paper.size, bold=True, align=CENTRE)
    paper.line(words.called(report.number, report.topic), paper.size, align=CENTRE)
    paper.heading(words.SCHEDULE)
    paper.fields(report.schedule, 0.22)
    _attendance(paper, report)
    _evaluation(paper, report)
    _effect(paper, report)
    for title, lines in ((words.RAISED, report.raised), (words.FOLLOW_UP, report.followed)):
        paper.heading(title)
        for line in lines:
            paper.line(line, paper.size - 2)
    paper.signature()
    return paper.packed()


def _attendance(paper: OfficeDocument, report: SessionReport) -> None:
    paper.heading(f"{words.ATTENDANCE} ({len(report.attended)})")
    if not report.attended:
        paper.line(words.NOBODY, paper.size - 2)
        return
    titles = (words.NO, words.NAME, words.OFFICE, words.CAME, words.SIGNATURE)
    paper.table([titles, *report.present], SHARES, right=False)
    for row in paper.document.tables[-1].rows[1:]:
        row.height = Mm(TALL)


def _evaluation(paper: OfficeDocument, report: SessionReport) -> None:
    paper.heading(words.EVALUATION)
    if not any(each.answers for each in report.tallies):
        paper.line(words.NOT_RATED, paper.size - 2)
        return
    paper.picture(_bars(report))
    told = [
        (RATED[each.question], words.points(each.average), str(each.answers))
        for each in report.tallies
    ]
    paper.table([(words.QUESTION, words.AVERAGE, words.ANSWERS), *told], (0.6, 0.2, 0.2))
    paper.gap()
    paper.line(words.SCALE_NOTE, paper.size - 3)
    if report.helped.answers:
        paper.line(report.helped_says, paper.size - 2)


def _bars(report: SessionReport) -> bytes:
    pen = PngPen(WIDE, EACH * len(report.tallies), pixels=PIXELS)
    for place, tally in enumerate(reversed(report.tallies)):
        y = EACH * place + (EACH - THICK) / 2
        long = WIDE - ROOM
        average = 0.0 if tally.average is None else float(tally.average)
        pen.text(0, y, shortened(RATED[tally.question], TYPE, ROOM - 8), TYPE, INK)
        pen.box(ROOM, y, long, THICK, PALE)
        pen.box(ROOM, y, long * average / len(tally.counts), THICK, BLUE)
    return pen.png()


def _effect(paper: OfficeDocument, report: SessionReport) -> None:
    paper.heading(words.EFFECT)
    if report.spells:
        paper.table([words.EFFECT_HEADS, *report.spells], (0.28, 0.18, 0.18, 0.18, 0.18))
        paper.gap()
    paper.line(report.effect_says, paper.size - 2)
    if report.effect.offices:
        paper.line(words.effect_counts(report.effect.offices), paper.size - 3)
