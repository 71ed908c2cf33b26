"""The figures: for the group that asks, and for the head on Monday morning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.papers.chart import WeeklyChart, weekly_png
from bot.rules.indicator import Summary, summarise
from bot.rules.purpose import Purpose
from bot.rules.weekly import history, reaches_back_to, weekly, year_window
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.outgoing import OutgoingCall
from bot.words import report as words
from handlers.context import Context
from handlers.resources import Resources
from storage.unit import Unit

CHART = "chart"


def post_weekly(
    context: Context, chat_id: int, monday: date, *, as_of: datetime, late: bool
) -> None:
    """One picture with the page under it, for the week that began on `monday`.

    The picture is drawn when it is sent, not here: that takes a moment, in which the database
    would let nobody else write.
    """
    since = reaches_back_to(monday, as_of, context.resources.calendar)
    cases = context.unit.figures.cases(as_of=as_of, since=since)
    report = weekly(
        cases, monday, as_of, context.resources.calendar, context.resources.editions.default
    )
    context.unit.outbox.add(
        chat_id,
        "sendPhoto",
        {
            "caption": words.weekly(report, zone=context.resources.zone, late=late),
            "parse_mode": "HTML",
            "file_name": f"ringkasan-{monday:%Y-%m-%d}.png",
            CHART: [monday.isoformat(), as_of.isoformat()],
        },
        now=context.now,
        purpose=Purpose.CHART,
    )


def drawn(unit: Unit, resources: Resources, call: OutgoingCall) -> OutgoingCall:
    """The call with its picture; without a picture the page still goes out, as text.

    Raises nothing: it would keep every other call back.
    """
    params = dict(call.params)
    try:
        week = params.pop(CHART)  # a page whose markup was refused comes without
        assert isinstance(week, list)  # as post_weekly wrote it
        png = _draw(unit, resources, date.fromisoformat(week[0]), datetime.fromisoformat(week[1]))
    except Exception as error:  # noqa: BLE001 - the head gets the figures, whatever matplotlib says
        record(Action.CHART_FAILED, message=call.id, error=error)
        text = {"text": params.pop("caption", "")}
        params.pop("file_name", None)
        return replace(call, method="sendMessage", params=params | text)
    return replace(call, params=params, file=png)


def without_picture(call: OutgoingCall) -> dict[str, object]:
    """What a drawn call's row then says, so that the page goes out as text."""
    return {name: value for name, value in call.params.items() if name != "chat_id"}


def _draw(unit: Unit, resources: Resources, monday: date, as_of: datetime) -> bytes:
    since = reaches_back_to(monday, as_of, resources.calendar)
    cases = unit.figures.cases(as_of=as_of, since=since)
    report = weekly(cases, monday, as_of, resources.calendar, resources.editions.default)
    weeks = history(cases, monday, resources.calendar)
    return weekly_png(WeeklyChart(report, tuple(weeks), str(resources.zone)))


def year_so_far(context: Context) -> Summary:
    window = year_window(context.now, context.resources.calendar)
    cases = context.unit.figures.cases(as_of=context.now, since=window.start)
    return summarise(cases, window, context.resources.editions.default)
