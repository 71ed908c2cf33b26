"""The figures: for the group that asks, and for the head on Monday morning."""

from __future__ import annotations

from datetime import date, datetime

from bot.papers.chart import weekly_png
from bot.rules.indicator import Summary, summarise
from bot.rules.weekly import history, weekly, year_window
from bot.words import report as words
from handlers.scene import Scene


def post_weekly(scene: Scene, chat_id: int, monday: date, *, as_of: datetime, late: bool) -> None:
    """One picture with the page under it, for the week that began on `monday`."""
    cases = scene.unit.figures.cases(as_of=as_of)
    calendar = scene.house.calendar
    report = weekly(cases, monday, as_of, calendar, scene.house.editions.default)
    points = history(cases, monday, calendar)
    scene.unit.outbox.add(
        chat_id,
        "sendPhoto",
        {
            "caption": words.weekly(report, zone=scene.house.zone, late=late),
            "parse_mode": "HTML",
            "file_name": f"ringkasan-{monday:%Y-%m-%d}.png",
        },
        now=scene.now,
        file=weekly_png(report, zone=scene.house.zone, history=points),
    )


def year_so_far(scene: Scene) -> Summary:
    cases = scene.unit.figures.cases(as_of=scene.now)
    window = year_window(scene.now, scene.now, scene.house.calendar)
    return summarise(cases, window, scene.house.editions.default)
