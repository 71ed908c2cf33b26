"""The figures: for the group that asks, and for the head on Monday morning.

Computed on a reading connection, and only then written down to be sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.papers.chart import IndicatorPage, WeeklyChart
from bot.papers.registry import INDICATOR_PAGE, WEEKLY_CHART
from bot.rules.dates.report_days import Days
from bot.rules.indicator import summarise
from bot.rules.weekly import history, reaches_back_to, week_window, weekly, window
from bot.wire.outgoing import Rendering
from bot.words import report_days
from bot.words import weekly as words
from handlers.actions import figure_keys
from handlers.context import Context, keyed

CHART = "chart"


def of_week(context: Context, monday: date, *, as_of: datetime) -> WeeklyChart:
    """The week that began on `monday`, as it stood at a moment."""
    resources = context.resources
    since = reaches_back_to(monday, as_of, resources.calendar)
    cases = context.unit.figures.cases(as_of=as_of, since=since)
    report = weekly(cases, monday, as_of, resources.calendar, resources.editions.default)
    week = week_window(monday, as_of, resources.calendar)
    report = replace(report, apart=context.unit.apart.of(week.start, week.end, as_of=as_of))
    weeks = history(cases, monday, resources.calendar)
    return WeeklyChart(report, tuple(weeks), str(resources.zone))


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
    context.unit.outbox.add(
        chat_id,
        "sendPhoto",
        {
            "photo": f"attach://{CHART}",
            "caption": words.weekly(report, zone=context.resources.zone, late=late),
            "parse_mode": "HTML",
        }
        | keyed(figure_keys.of_week(page))
        | dict(extra or {}),
        now=context.now,
        renderings=[Rendering(CHART, file_name, WEEKLY_CHART.name, WEEKLY_CHART.pack(page))],
    )


def post_days(
    context: Context, chat_id: int, page: IndicatorPage, *, extra: Mapping[str, object]
) -> None:
    window = page.summary.indicator.window
    file_name = f"pengaduan-{window.start.astimezone(context.resources.zone):%Y-%m-%d}.png"
    params: dict[str, object] = {"photo": f"attach://{CHART}"}
    context.unit.outbox.add(
        chat_id,
        "sendPhoto",
        params | dict(extra),
        now=context.now,
        renderings=[Rendering(CHART, file_name, INDICATOR_PAGE.name, INDICATOR_PAGE.pack(page))],
    )
