"""How the report of a session is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from bot.papers import office_fonts as fonts
from bot.papers.office_pdf import (
    LINE,
    WASH,
    About,
    Block,
    Drawing,
    Styles,
    bold,
    fields,
    flowed,
    head,
    paragraph,
    signed,
)
from bot.papers.pen import Pen
from bot.papers.session_report import SessionReport
from bot.papers.sheet import BLUE, PALE
from bot.rules.clinic import Tally
from bot.words import clinic_papers as words
from bot.words.clinic_day import RATED

THICK = 8  # points


def pages(report: SessionReport) -> bytes:
    title = words.session(report.number)
    about = About(
        title=f"{title}: {report.topic}",
        subject=report.topic,
        foot=words.foot(report.number, made=report.when_made),
        at=report.made,
    )
    return flowed(report.letterhead, about, partial(_flow, report))


def _flow(report: SessionReport, style: Styles, measure: float) -> Iterator[Block]:
    yield from head(report.letterhead, style, measure)
    yield paragraph(words.REPORT.upper(), style.title)
    yield paragraph(words.called(report.number, report.topic), style.centred)
    held = fields(report.schedule, style, measure, first=0.22)
    yield (paragraph(words.SCHEDULE, style.heading), held)
    present = paragraph(f"{words.ATTENDANCE} ({len(report.attended)})", style.heading)
    if report.attended:
        yield _attendance(report, present, style, measure)
    else:
        yield (present, paragraph(words.NOBODY, style.cell))
    yield from _evaluation(report, style, measure)
    yield tuple(_effect(report, style, measure))
    yield tuple(_noted(words.RAISED, report.raised, style))
    last = tuple(_noted(words.FOLLOW_UP, report.followed, style))
    yield from signed([last], report.letterhead, style, measure)


def _noted(title: str, lines: Iterable[str], style: Styles) -> Iterator[Flowable]:
    yield paragraph(title, style.heading)
    yield from (paragraph(line, style.cell) for line in lines)


def _attendance(report: SessionReport, title: Flowable, style: Styles, measure: float) -> Flowable:
    """With room to sign in; its head comes again on each page. The title is part of it: kept
    together with its title, a long list would begin on a page of its own."""
    titles = (words.NO, words.NAME, words.OFFICE, words.CAME, words.SIGNATURE)
    rows: list[list[Flowable | str]] = [[title, *[""] * (len(titles) - 1)]]
    rows.append([paragraph(each, bold(style.cell)) for each in titles])
    for told in report.present:
        rows.append([paragraph(said, style.cell) for said in told])
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
            ("SPAN", (0, 0), (-1, 0)),
            ("GRID", (0, 1), (-1, -1), 0.5, LINE),
            ("BACKGROUND", (0, 1), (-1, 1), WASH),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, 0), 0),
            ("LEFTPADDING", (0, 1), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 2), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 2), (-1, -1), 7),
        ]
    )
    widths = [measure * share for share in (0.07, 0.28, 0.28, 0.16, 0.21)]
    return Table(rows, colWidths=widths, style=look, repeatRows=2, spaceBefore=8)


def _evaluation(report: SessionReport, style: Styles, measure: float) -> Iterator[Block]:
    """A row for each question, with its average as a bar."""
    title = paragraph(words.EVALUATION, style.heading)
    if not any(each.answers for each in report.tallies):
        yield (title, paragraph(words.NOT_RATED, style.cell))
        return
    titles = (words.QUESTION, "", words.AVERAGE, words.ANSWERS)
    rows: list[list[Flowable]] = [[paragraph(each, bold(style.cell)) for each in titles]]
    for tally in report.tallies:
        told = (words.points(tally.average), str(tally.answers))
        asked = paragraph(RATED[tally.question], style.cell)
        rows.append([asked, _bar(tally), *(paragraph(each, style.cell) for each in told)])
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
            ("LINEABOVE", (0, 1), (-1, -1), 0.5, LINE),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
        ]
    )
    widths = [measure * share for share in (0.42, 0.24, 0.17, 0.17)]
    rated = Table(rows, colWidths=widths, style=look)
    yield (title, rated, paragraph(words.SCALE_NOTE, style.small), Spacer(1, 4))
    if report.helped.answers:
        yield paragraph(report.helped_says, style.cell)


def _effect(report: SessionReport, style: Styles, measure: float) -> Iterator[Flowable]:
    yield paragraph(words.EFFECT, style.heading)
    if report.spells:
        look = TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
                ("BACKGROUND", (0, 0), (-1, 0), WASH),
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ]
        )
        heads = [paragraph(each, bold(style.cell)) for each in words.EFFECT_HEADS]
        rows = [heads, *([paragraph(each, style.cell) for each in row] for row in report.spells)]
        widths = [measure * share for share in (0.28, 0.18, 0.18, 0.18, 0.18)]
        yield Table(rows, colWidths=widths, style=look)
        yield Spacer(1, 4)
    yield paragraph(report.effect_says, style.cell)
    if report.effect.offices:
        yield paragraph(words.effect_counts(report.effect.offices), style.small)


def _bar(tally: Tally) -> Flowable:
    share = 0.0 if tally.average is None else float(tally.average) / len(tally.counts)

    def drawn(pen: Pen, width: float, height: float) -> None:
        pen.box(0, 0, width, height, PALE)
        pen.box(0, 0, width * share, height, BLUE)

    return Drawing(drawn, THICK)
