"""A survey's report on the office's own paper, as PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from reportlab.lib.styles import ParagraphStyle
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
from bot.papers.sheet import BLUE, PALE
from bot.papers.survey_report import FollowUp, SurveyReport
from bot.rules.survey import SCORES, ElementResult
from bot.words import survey_papers as words

THICK = 8  # points
SHARES = (0.06, 0.3, 0.055, 0.055, 0.055, 0.055, 0.07, 0.1, 0.13, 0.12)


def pdf(report: SurveyReport) -> bytes:
    about = About(
        title=f"{words.TITLE.capitalize()} {report.number}",
        subject=words.served(report.days),
        foot=words.foot(report.number, report.when_made),
        at=report.made,
    )
    return flowed(report.letterhead, about, partial(_flow, report))


def _flow(report: SurveyReport, style: Styles, measure: float) -> Iterator[Block]:
    yield from head(report.letterhead, style, measure)
    yield paragraph(words.TITLE, style.title)
    yield paragraph(f"{words.survey(report.number)}, {words.served(report.days)}", style.centred)
    held = fields(report.about, style, measure, first=0.22)
    yield (paragraph(words.ABOUT, style.heading), held)
    yield (paragraph(words.RESULT, style.heading), _elements(report, style, measure))
    yield (Spacer(1, 6), *_totals(report, style, measure))
    yield from _bars(report, style, measure)
    yield from (paragraph(note, style.small) for note in report.notes)
    if report.graded:
        low = [paragraph(words.as_low(report.as_low), style.cell)] if report.as_low else []
        yield (
            paragraph(words.LOWEST, style.heading),
            _done(report.done, style, measure),
            *low,
        )
    yield tuple(_before(report, style, measure))
    yield from signed(_testimonies(report, style), report.letterhead, style, measure)


def _totals(report: SurveyReport, style: Styles, measure: float) -> Iterator[Flowable]:
    strong = bold(style.cell)
    rows = [[paragraph(name, strong), paragraph(value, strong)] for name, value in report.totals]
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
            ("BACKGROUND", (0, 0), (-1, -1), WASH),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
        ]
    )
    yield Table(rows, colWidths=[measure * 0.6, measure * 0.4], style=look)
    if not report.graded:
        yield paragraph(words.TOO_FEW, style.cell)


def _elements(report: SurveyReport, style: Styles, measure: float) -> Flowable:
    rows = [[paragraph(each, bold(style.cell)) for each in words.HEADS]]
    rows += [[paragraph(each, style.cell) for each in row] for row in report.rows]
    return _grid(rows, [measure * share for share in SHARES])


def _grid(rows: Sequence[Sequence[Flowable]], widths: Sequence[float]) -> Flowable:
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
            ("GRID", (0, 0), (-1, -1), 0.5, LINE),
            ("BACKGROUND", (0, 0), (-1, 0), WASH),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ]
    )
    return Table([list(row) for row in rows], colWidths=list(widths), style=look, repeatRows=1)


def _bars(report: SurveyReport, style: Styles, measure: float) -> Iterator[Block]:
    """Each element's value from 1 to 4."""
    rows: list[list[Flowable]] = [
        [
            paragraph(name, style.cell),
            _bar(each),
            paragraph(f"{words.decimal(each.average)} (n={each.answers})", style.cell),
        ]
        for name, each in zip(report.names, report.result.elements, strict=True)
    ]
    look = TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.PLAIN),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
    )
    widths = [measure * share for share in (0.4, 0.38, 0.22)]
    yield (Spacer(1, 8), Table(rows, colWidths=widths, style=look), Spacer(1, 8))


def _bar(each: ElementResult) -> Flowable:
    share = float(each.average) / SCORES[-1]

    def drawn(pen: Pen, width: float, height: float) -> None:
        pen.box(0, 0, width, height, PALE)
        pen.box(0, 0, width * share, height, BLUE)

    return Drawing(drawn, THICK)


def _done(done: Iterable[FollowUp], style: Styles, measure: float) -> Flowable:
    heads = (words.ELEMENT, words.AVERAGE, words.FOLLOW_UP)
    rows: list[list[Flowable]] = [[paragraph(each, bold(style.cell)) for each in heads]]
    rows += [
        [paragraph(each.name, style.cell), paragraph(each.average, style.cell), _text(each, style)]
        for each in done
    ]
    return _grid(rows, [measure * share for share in (0.36, 0.12, 0.52)])


def _text(each: FollowUp, style: Styles) -> Flowable:
    return paragraph(" ".join(each.text.split()) or words.NOT_WRITTEN, style.cell)


def _before(report: SurveyReport, style: Styles, measure: float) -> Iterator[Flowable]:
    yield paragraph(words.BEFORE, style.heading)
    before = report.before
    if before is None:
        yield paragraph(words.NO_SURVEY_BEFORE, style.cell)
        return
    yield paragraph(words.before(before.number, before.days, before.answers), style.cell)
    yield Spacer(1, 4)
    if before.done:
        yield _done(before.done, style, measure)
    else:
        yield paragraph(words.NOTHING_BEFORE, style.cell)


def _testimonies(report: SurveyReport, style: Styles) -> Iterator[tuple[Flowable, ...]]:
    title = paragraph(words.TESTIMONIES, style.heading)
    if not report.testimonies:
        yield (title, paragraph(words.NO_TESTIMONIES, style.cell))
        return
    yield (title, paragraph(words.TESTIMONIES_SAY, style.small))
    apart = ParagraphStyle("said", parent=style.cell, spaceAfter=5)
    for said, by in report.testimonies:
        yield (paragraph(words.told(said, by), apart),)
