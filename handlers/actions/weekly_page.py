"""The figures, written down to be sent: for the group that asks, and for the head, on Mondays and
when a month is over."""

from __future__ import annotations

from collections.abc import Mapping

from bot.papers.chart import IndicatorPage, PeriodChart, WeeklyChart
from bot.papers.registry import INDICATOR_PAGE, PERIOD_CHART, WEEKLY_CHART
from bot.rules.period_page import By
from bot.wire.outgoing import Rendering
from bot.words import period_page as page_words
from bot.words import weekly as words
from bot.words.html import Html
from handlers.actions import figure_keys
from handlers.actions.head_figures import Maker
from handlers.context import Context, keyed
from handlers.keyboard import Keyboard

CHART = "chart"


def maker(context: Context) -> Maker:
    resources = context.resources
    by = By(resources.calendar, resources.editions.default)
    return Maker(context.unit, by, resources.survey)


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
