"""The head's page on one sheet of A4: the picture, drawn as strokes, and the words below it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from zoneinfo import ZoneInfo

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from bot.papers.chart import PeriodChart, WeeklyChart, draw_period, draw_week
from bot.papers.office_pdf import (
    About,
    Block,
    OfficePages,
    Styles,
    bold,
    counted,
    head,
    paragraph,
    typeset,
)
from bot.papers.pen import PdfPen
from bot.papers.sheet import HEIGHT, WIDTH, Sheet
from bot.rules.letterhead import Letterhead
from bot.words import papers as words
from bot.words import period_page, report_days, weekly
from bot.words.head_page import Chapters
from bot.words.html import Html, as_text

WIDTHS = (0.7, 0.6, 0.5, 0.4)  # of the measure: the first with which all is on one sheet
TYPE, LEADING = 9, 11  # points, so that all of it stands on one sheet


def week_pdf(chart: WeeklyChart, letterhead: Letterhead, left_open: Chapters = ()) -> bytes:
    """`left_open`: questions that the book did not answer, by its chapters."""
    zone = ZoneInfo(chart.timezone)
    about = About(
        report_days.week(chart.report, zone), "", words.foot_of_page(), chart.report.as_of
    )
    said = weekly.whole(chart.report, zone=zone, left_open=left_open)
    return _on_one_sheet(letterhead, about, chart, said)


def period_pdf(chart: PeriodChart, letterhead: Letterhead, left_open: Chapters = ()) -> bytes:
    page, zone = chart.page, ZoneInfo(chart.timezone)
    about = About(report_days.days(page.days), "", words.foot_of_page(), page.as_of)
    said = period_page.whole(page, zone=zone, left_open=left_open)
    return _on_one_sheet(letterhead, about, chart, said)


def _on_one_sheet(
    letterhead: Letterhead, about: About, chart: WeeklyChart | PeriodChart, said: Html
) -> bytes:
    def write(width: float, pages: OfficePages) -> None:
        style = Styles(letterhead.size)
        pages.flow(_flow(letterhead, _Picture(chart, width), said, style, pages.measure))

    for width in WIDTHS:
        flow = partial(write, width)
        count = counted(letterhead, about, flow).page
        if count == 1:
            break
    return typeset(letterhead, about, flow, of=count)


def _flow(
    letterhead: Letterhead, picture: _Picture, said: Html, style: Styles, measure: float
) -> Iterable[Block]:
    yield from head(letterhead, style, measure)
    yield picture
    yield Spacer(1, 4)
    plain = ParagraphStyle("page", parent=style.cell, fontSize=TYPE, leading=LEADING)
    for line in said.split("\n"):
        strong = line.startswith("<b>") and line.endswith("</b>") and line.count("<b>") == 1
        words_ = as_text(Html(line))
        yield paragraph(words_, bold(plain) if strong else plain) if words_ else Spacer(1, 4)


class _Picture(Flowable):
    def __init__(self, chart: WeeklyChart | PeriodChart, wide: float) -> None:
        super().__init__()
        self.chart, self.wide = chart, wide

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.share = width * self.wide / WIDTH
        return width, HEIGHT * self.share

    def draw(self) -> None:
        self.canv.scale(self.share, self.share)
        sheet = Sheet(PdfPen(self.canv, 0, 0))
        if isinstance(self.chart, WeeklyChart):
            draw_week(sheet, self.chart)
        else:
            draw_period(sheet, self.chart)
