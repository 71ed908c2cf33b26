"""`main.py report`: the same figures as in the chat, on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.papers.chart import indicator_png, weekly_png
from bot.rules.indicator import Edition, summarise
from bot.rules.weekly import history, weekly, window, year_window
from bot.words import report as words
from handlers.house import House
from storage.unit import Unit


@dataclass(frozen=True)
class Wanted:
    """What was asked for on the command line."""

    which: str
    start: date | None
    end: date | None
    edition: Edition
    form: str


def draw(unit: Unit, house: House, wanted: Wanted, now: datetime) -> bytes:
    """UTF-8 text or a PNG. Raises ValueError when the window ends before it begins."""
    if wanted.which == "weekly":
        return _weekly(unit, house, wanted, now)
    return _indicator(unit, house, wanted, now)


def _weekly(unit: Unit, house: House, wanted: Wanted, now: datetime) -> bytes:
    """The week that `--from` lies in; the last full week without it."""
    calendar = house.calendar
    day = wanted.start or calendar.today(now) - timedelta(days=7)
    monday = day - timedelta(days=day.weekday())
    cases = unit.figures.cases(as_of=now)
    report = weekly(cases, monday, now, calendar, wanted.edition)
    if wanted.form == "png":
        return weekly_png(report, zone=house.zone, history=history(cases, monday, calendar))
    return words.as_text(words.weekly(report, zone=house.zone)).encode()


def _indicator(unit: Unit, house: House, wanted: Wanted, now: datetime) -> bytes:
    """`--from` to `--to`; the running year without them."""
    calendar = house.calendar
    if wanted.start is None and wanted.end is None:
        span = year_window(now, now, calendar)
    else:
        end = wanted.end or calendar.today(now)
        span = window(wanted.start or date(end.year, 1, 1), end, now, calendar)
    summary = summarise(unit.figures.cases(as_of=now), span, wanted.edition)
    if wanted.form == "png":
        return indicator_png(summary, zone=house.zone)
    return words.as_text(words.indicator(summary, zone=house.zone)).encode()
