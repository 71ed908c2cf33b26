"""The figures: for the group that asks, and for the head on Monday morning."""

from __future__ import annotations

from datetime import date, datetime

from bot.papers.chart import WeeklyChart
from bot.papers.registry import WEEKLY_CHART
from bot.rules.weekly import Weekly, history, reaches_back_to, weekly
from bot.wire.outgoing import Rendering
from bot.words import report as words
from handlers.context import Context

CHART = "chart"


def post_weekly(
    context: Context, chat_id: int, monday: date, *, as_of: datetime, late: bool
) -> Weekly:
    """One picture with the page under it, for the week that began on `monday`; its figures.

    The picture is drawn of the same figures when it is sent, not here: that takes a moment, in
    which the database would let nobody else write.
    """
    resources = context.resources
    since = reaches_back_to(monday, as_of, resources.calendar)
    cases = context.unit.figures.cases(as_of=as_of, since=since)
    report = weekly(cases, monday, as_of, resources.calendar, resources.editions.default)
    weeks = history(cases, monday, resources.calendar)
    picture = WEEKLY_CHART.pack(WeeklyChart(report, tuple(weeks), str(resources.zone)))
    file_name = f"ringkasan-{monday:%Y-%m-%d}.png"
    context.unit.outbox.add(
        chat_id,
        "sendPhoto",
        {
            "photo": f"attach://{CHART}",
            "caption": words.weekly(report, zone=resources.zone, late=late),
            "parse_mode": "HTML",
        },
        now=context.now,
        renderings=[Rendering(CHART, file_name, WEEKLY_CHART.name, picture)],
    )
    return report
