"""The figures: for the group that asks, and for the head on Monday morning.

Computed on a reading connection, and only then written down to be sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from bot.papers.chart import WeeklyChart
from bot.papers.registry import WEEKLY_CHART
from bot.rules.weekly import history, reaches_back_to, weekly
from bot.wire.outgoing import Rendering
from bot.words import report as words
from handlers.context import Context

CHART = "chart"


def of_week(context: Context, monday: date, *, as_of: datetime) -> WeeklyChart:
    """The week that began on `monday`, as it stood at a moment."""
    resources = context.resources
    since = reaches_back_to(monday, as_of, resources.calendar)
    cases = context.unit.figures.cases(as_of=as_of, since=since)
    report = weekly(cases, monday, as_of, resources.calendar, resources.editions.default)
    weeks = history(cases, monday, resources.calendar)
    return WeeklyChart(report, tuple(weeks), str(resources.zone))


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
        | dict(extra or {}),
        now=context.now,
        renderings=[Rendering(CHART, file_name, WEEKLY_CHART.name, WEEKLY_CHART.pack(page))],
    )
