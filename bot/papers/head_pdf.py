"""The head's page on one sheet of A4: the picture, drawn as strokes, and the words below it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from zoneinfo import ZoneInfo

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from bot.papers.chart import PeriodChart, WeeklyChart, draw_period, draw_week
from bot.papers.office_pdf import About, Block, Styles, bold, flowed, head, paragraph
from bot.papers.pen import PdfPen
from bot.papers.sheet import HEIGHT, WIDTH, Sheet
from bot.rules.letterhead import Letterhead
from bot.words import papers as words
from bot.words import period_page, report_days, weekly
from bot.words.html import Html, as_text

WIDE = 0.7  # of the measure
TYPE, LEADING = 9, 11  # points, so that all of it stands on one sheet


def week_pdf(chart: WeeklyChart, letterhead: Letterhead) -> bytes:
    zone = ZoneInfo(chart.timezone)
    about = About(
        report_days.week(chart.report, zone), "", words.foot_of_page(), chart.report.as_of
    )
    said = weekly.whole(chart.report, zone=zone)
    return flowed(letterhead, about, partial(_flow, letterhead, _Picture(chart), said))


def period_pdf(chart: PeriodChart, letterhead: Letterhead) -> bytes:
    page, zone = chart.page, ZoneInfo(chart.timezone)
    about = About(report_days.days(page.days), "", words.foot_of_page(), page.as_of)
    said = period_page.whole(page, zone=zone)
    return flowed(letterhead, about, partial(_flow, letterhead, _Picture(chart), said))


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
    """As large as it is on a phone's screen."""

    def __init__(self, chart: WeeklyChart | PeriodChart) -> None:
        super().__init__()
        self.chart = chart

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.share = width * WIDE / WIDTH
        return width, HEIGHT * self.share

    def draw(self) -> None:
        self.canv.scale(self.share, self.share)
        sheet = Sheet(PdfPen(self.canv, 0, 0))
        if isinstance(self.chart, WeeklyChart):
            draw_week(sheet, self.chart)
        else:
            draw_period(sheet, self.chart)
