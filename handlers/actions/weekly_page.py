"""The figures: for the group that asks, and for the head, on Mondays and when a month is over.

Computed on a reading connection, and only then written down to be sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.papers.chart import IndicatorPage, PeriodChart, WeeklyChart
from bot.papers.registry import INDICATOR_PAGE, PERIOD_CHART, WEEKLY_CHART
from bot.rules import period_page
from bot.rules.apart import Apart, graded
from bot.rules.closing import Period, closes_at
from bot.rules.dates.report_days import Days, Span
from bot.rules.indicator import Window, summarise
from bot.rules.period_before import days_before
from bot.rules.period_page import By
from bot.rules.survey import SurveyRules
from bot.rules.weekly import history, reaches_back_to, week_window, weekly, window
from bot.wire.outgoing import Rendering
from bot.words import period_page as page_words
from bot.words import report_days
from bot.words import weekly as words
from bot.words.html import Html
from handlers.actions import figure_keys
from handlers.context import Context, keyed
from handlers.keyboard import Keyboard
from storage.unit import Unit

CHART = "chart"


@dataclass(frozen=True)
class Maker:
    """What the head's pages are made with: by the clock, for who asks, and on the terminal."""

    unit: Unit
    by: By
    survey: SurveyRules

    def apart(self, span: Window) -> Apart:
        found = self.unit.apart.of(span.start, span.end, as_of=span.as_of)
        return graded(found, self.by.calendar.today(span.as_of), self.survey)


def maker(context: Context) -> Maker:
    resources = context.resources
    by = By(resources.calendar, resources.editions.default)
    return Maker(context.unit, by, resources.survey)


def of_week(made: Maker, monday: date, *, as_of: datetime) -> WeeklyChart:
    """The week that began on `monday`, as it stood at a moment."""
    calendar = made.by.calendar
    since = reaches_back_to(monday, as_of, calendar)
    cases = made.unit.figures.cases(as_of=as_of, since=since)
    report = weekly(cases, monday, as_of, calendar, made.by.edition)
    report = replace(report, apart=made.apart(week_window(monday, as_of, calendar)))
    return WeeklyChart(report, tuple(history(cases, monday, calendar)), str(calendar.zone))


def of_period(made: Maker, days: Days, *, as_of: datetime) -> PeriodChart:
    """A month or a year, as it stood at a moment, and the one before it."""
    calendar = made.by.calendar
    was = _stretch_before(made, days, as_of)
    since = period_page.reaches_back_to(days, as_of, calendar)
    cases = made.unit.figures.cases(as_of=as_of, since=since)
    page = period_page.period_page(cases, days, as_of, was, made.by)
    now = replace(page.now, apart=made.apart(page.now.summary.indicator.window))
    months = period_page.months(cases, days, calendar)
    return PeriodChart(replace(page, now=now), tuple(months), str(calendar.zone))


def of_month(made: Maker, month: Period) -> tuple[PeriodChart, datetime]:
    """One that is over, as it stood when its page was due; and when that was."""
    due = closes_at(month, made.by.calendar)
    days = Days(month.first, month.last, Span.MONTH, ends=month.last)
    return of_period(made, days, as_of=due), due


def _stretch_before(made: Maker, days: Days, as_of: datetime) -> period_page.Stretch:
    calendar = made.by.calendar
    first, last, moment = days_before(days.first, days.last, as_of, calendar)
    cases = made.unit.figures.cases(as_of=moment, since=calendar.midnight(first))
    return period_page.stretch(cases, first, last, moment, made.by)


def of_days(context: Context, days: Days, *, as_of: datetime) -> IndicatorPage:
    """The ratio of those days, as it stood at a moment."""
    resources = context.resources
    span = window(days.first, days.last, as_of, resources.calendar)
    cases = context.unit.figures.cases(as_of=as_of, since=span.start)
    summary = summarise(cases, span, resources.editions.default)
    return IndicatorPage(summary, str(resources.zone), report_days.days(days))


def post(
    context: Context,
    chat_id: int,
    page: WeeklyChart,
    *,
    late: bool = False,
    extra: Mapping[str, object] | None = None,
) -> None:
    """One picture with the page under it; drawn, of the same figures, when it is sent."""
    report = page.report
    file_name = f"ringkasan-{report.monday:%Y-%m-%d}.png"
    drawn = Rendering(CHART, file_name, WEEKLY_CHART.name, WEEKLY_CHART.pack(page))
    said = words.weekly(report, zone=context.resources.zone, late=late)
    below = _below(said, figure_keys.of_week(page))
    _send(context, chat_id, drawn, below | dict(extra or {}))


def post_period(
    context: Context,
    chat_id: int,
    chart: PeriodChart,
    *,
    late: str | None = None,
    extra: Mapping[str, object] | None = None,
) -> None:
    """As `post`, about a month or a year."""
    page = chart.page
    file_name = f"laporan-{page.days.first:%Y-%m-%d}.png"
    drawn = Rendering(CHART, file_name, PERIOD_CHART.name, PERIOD_CHART.pack(chart))
    said = page_words.period_page(page, zone=context.resources.zone, late=late)
    below = _below(said, figure_keys.of_period(page))
    _send(context, chat_id, drawn, below | dict(extra or {}))


def post_days(
    context: Context, chat_id: int, page: IndicatorPage, *, extra: Mapping[str, object]
) -> None:
    window = page.summary.indicator.window
    file_name = f"pengaduan-{window.start.astimezone(context.resources.zone):%Y-%m-%d}.png"
    drawn = Rendering(CHART, file_name, INDICATOR_PAGE.name, INDICATOR_PAGE.pack(page))
    _send(context, chat_id, drawn, extra)


def _below(said: Html, keyboard: Keyboard) -> dict[str, object]:
    return {"caption": said, "parse_mode": "HTML"} | keyed(keyboard)


def _send(context: Context, chat_id: int, drawn: Rendering, params: Mapping[str, object]) -> None:
    photo: dict[str, object] = {"photo": f"attach://{CHART}"}
    context.unit.outbox.add(
        chat_id, "sendPhoto", photo | dict(params), now=context.now, renderings=[drawn]
    )
