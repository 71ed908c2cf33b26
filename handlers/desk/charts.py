""" "Grafik" below the figures: the papers' charts of those days, to be looked at on a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.papers.chart_picture import CHARTS, ChartPicture
from bot.papers.registry import CHART_PICTURE
from bot.rules.report_rows import recap, series
from bot.wire.outgoing import Rendering
from bot.words import dates, evidence, labels, weekly
from handlers.actions.job_answers import Say, answering, place_of
from handlers.actions.making import Making
from handlers.actions.report_rows import DaysAsked, rows_of
from handlers.buttons import Charts
from handlers.context import Context
from handlers.desk import figure_days
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import JobKind, JobRow


def key(first: date, last: date) -> Key:
    return Key(labels.CHARTS, Charts(*figure_days.written(first, last)))


def show(turn: Turn) -> None:
    pressed = turn.button(Charts)
    days = figure_days.read(turn, pressed.first, pressed.last)
    figure_days.ask(turn, JobKind.CHARTS, days, saying=weekly.making_toast())


def pictures(context: Making, job: JobRow) -> list[Say]:
    """In one album."""
    asked = figure_days.asked(job)
    drawn = _drawn(context, asked)
    media = [{"type": "photo", "media": f"attach://{each.name}"} for each in drawn]
    caption = {"caption": evidence.charts_caption(asked.first, asked.last), "parse_mode": "HTML"}

    def say(context: Context) -> None:
        context.unit.outbox.add(
            place_of(context, job),
            "sendMediaGroup",
            {"media": [media[0] | caption, *media[1:]]} | answering(job),
            now=context.now,
            renderings=drawn,
        )

    return [say]


def _drawn(context: Making, asked: DaysAsked) -> list[Rendering]:
    resources, calendar = context.resources, context.resources.calendar
    rows = list(rows_of(context.unit, resources.measures, asked, context.progress.reading))
    shown = max(asked.first, min(asked.last, calendar.today(asked.as_of)))
    of = ChartPicture(
        place=0,
        series=series(rows, asked.first, shown, calendar),
        categories=recap(rows).categories,
        edition=resources.editions.default,
        about=dates.days(asked.first, asked.last),
        as_of=asked.as_of,
        timezone=str(calendar.zone),
    )
    return [
        Rendering(
            f"chart{place}",
            f"grafik-{place + 1}-{asked.first:%Y%m%d}-{asked.last:%Y%m%d}.png",
            CHART_PICTURE.name,
            CHART_PICTURE.pack(replace(of, place=place)),
        )
        for place in range(CHARTS)
    ]
