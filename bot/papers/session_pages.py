"""How the report of a session is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    Spacer,
    Table,
    TableStyle,
)

from bot.papers.pdf import boxes, styles
from bot.papers.pdf.document import About, typeset
from bot.papers.pdf.fonts import BODY
from bot.papers.pdf.markup import bold, paragraph, text
from bot.papers.session_report import SessionReport
from bot.rules.clinic import Tally
from bot.words import clinic_papers as words
from bot.words.clinic_day import HELPED as HELPED_ANSWERS
from bot.words.clinic_day import RATED

BAR, THICK, ROOM = 130, 8, 120  # points


def pages(report: SessionReport) -> bytes:
    about = About(
        title=f"{words.REPORT} – sesi {report.number}",
        full_title=f"{words.REPORT}: {report.topic}",
        author="BKPSDM",
        subject=report.topic,
        foot=f"{words.FOOT}, {report.made}",
    )
    return typeset(about, lambda _canvas: None, lambda _pages: _flow(report))


def _flow(report: SessionReport) -> Iterator[Flowable]:
    head, *address = report.letterhead
    yield paragraph(bold(head), styles.TEXT)
    yield from (paragraph(text(each), styles.SMALL) for each in address)
    yield boxes.rule()
    yield paragraph(text(f"{words.REPORT}, sesi {report.number}"), styles.KICKER)
    yield paragraph(bold(report.topic), styles.INTRO)
    yield from _schedule(report)
    # Kept together with its title, a long list would begin on a page of its own.
    yield CondPageBreak(ROOM)
    yield paragraph(bold(f"{words.ATTENDANCE} ({len(report.attended)})"), styles.ITEM)
    yield _attendance(report) if report.attended else _line(words.NOBODY)
    yield from _evaluation(report)
    yield from _title(words.RAISED)
    yield from map(_line, _lines(report.questions, words.NONE_RAISED))
    yield from _title(words.FOLLOW_UP)
    yield from map(_line, _lines(report.follow_up, words.NO_FOLLOW_UP))
    signed = (*_title(words.SIGNED), Spacer(1, 48), *map(_line, words.SIGNATORY))
    yield KeepTogether([*signed])


def _line(said: str) -> Flowable:
    return paragraph(text(said), styles.TEXT)


def _title(said: str) -> Iterable[Flowable]:
    return (Spacer(1, 8), paragraph(bold(said), styles.LEAD_IN))


def _lines(said: str, otherwise: str) -> list[str]:
    return [each for each in said.splitlines() if each.strip()] or [otherwise]


def _schedule(report: SessionReport) -> Iterator[Flowable]:
    yield from _title(words.SCHEDULE)
    facts = (
        (words.WHEN, report.when),
        (words.PLACE, report.place),
        (words.TRAINERS, report.trainers or words.TO_FILL),
        (words.OFFICES, report.offices or words.ALL_OFFICES),
        (words.ASSIGNMENT, report.assignment or words.TO_FILL),
        (words.COUNTED, report.counted),
        (words.FILES, words.files(report.files)),
    )
    rows = [
        (paragraph(bold(name), styles.TEXT), paragraph(text(said), styles.TEXT))
        for name, said in facts
    ]
    yield boxes.ruled_table(rows, (0.25, 0.75))


def _attendance(report: SessionReport) -> Flowable:
    """With room to sign in; its head comes again on each page."""
    head = (words.NO, words.NAME, words.OFFICE, words.CAME, words.SIGNATURE)
    rows = [[paragraph(bold(each), styles.BOX) for each in head]]
    for place, each in enumerate(report.attended, 1):
        told = (str(place), each.name, each.office or "–", each.came, "")
        rows.append([paragraph(text(said), styles.BOX) for said in told])
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), BODY),
            ("GRID", (0, 0), (-1, -1), 0.5, styles.LINE),
            ("BACKGROUND", (0, 0), (-1, 0), styles.WASH),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 1), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 1), (-1, -1), 8),
        ]
    )
    widths = [styles.MEASURE * share for share in (0.07, 0.29, 0.27, 0.17, 0.20)]
    return Table(rows, colWidths=widths, style=look, repeatRows=1)


def _evaluation(report: SessionReport) -> Iterator[Flowable]:
    """A row for each question, with its average as a bar."""
    yield from _title(words.EVALUATION)
    if not any(each.answers for each in report.tallies):
        yield _line(words.NOT_RATED)
        return
    head = (words.QUESTION, "", words.AVERAGE, words.ANSWERS)
    rows: list[list[Flowable]] = [[paragraph(bold(each), styles.BOX) for each in head]]
    for tally in report.tallies:
        told = (words.points(tally.average), str(tally.answers))
        asked = paragraph(text(RATED[tally.question]), styles.BOX)
        rows.append([asked, _bar(tally), *(paragraph(text(each), styles.BOX) for each in told)])
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), BODY),
            ("LINEABOVE", (0, 1), (-1, -1), 0.5, styles.LINE),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
        ]
    )
    widths = [styles.MEASURE * share for share in (0.42, 0.32, 0.14, 0.12)]
    yield Table(rows, colWidths=widths, style=look)
    yield paragraph(text(words.SCALE_NOTE), styles.SMALL)
    if report.helped.answers:
        given = zip(HELPED_ANSWERS.values(), report.helped.counts, strict=True)
        yield _line(f"{words.HELPED}: {', '.join(f'{each}: {count}' for each, count in given)}")


def _bar(tally: Tally) -> Flowable:
    drawn = Drawing(BAR, THICK + 2)
    share = 0 if tally.average is None else float(tally.average) / len(tally.counts)
    for width, color in ((BAR, styles.TINT), (BAR * share, styles.DEEP)):
        bar = Rect(0, 1, width, THICK)
        bar.fillColor, bar.strokeColor = color, None
        drawn.add(bar)
    return drawn
