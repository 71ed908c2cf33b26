"""The figures of the head's pages and of any days: computed on a reading connection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.papers.chart import IndicatorPage, PeriodChart, WeeklyChart
from bot.rules import period_page
from bot.rules.apart import Apart, graded
from bot.rules.closing import Period, closes_at
from bot.rules.indicator import Window, summarise
from bot.rules.period_before import days_before
from bot.rules.period_page import By
from bot.rules.report_days import Days, Span
from bot.rules.survey import SurveyRules
from bot.rules.weekly import (
    Waiting,
    WeekTook,
    history,
    reaches_back_to,
    week_took,
    week_window,
    weekly,
    window,
)
from bot.words import report_days
from storage.figures_unit import HasFigures


@dataclass(frozen=True)
class Maker:
    """What the head's pages are made with: by the clock, for who asks, and on the terminal."""

    unit: HasFigures
    by: By
    survey: SurveyRules

    def apart(self, span: Window) -> Apart:
        found = self.unit.apart.of(span.start, span.end, as_of=span.as_of)
        return graded(found, self.by.calendar.today(span.as_of), self.survey)


def of_week(made: Maker, monday: date, *, as_of: datetime) -> WeeklyChart:
    """The week that began on `monday`, as it stood at a moment."""
    calendar = made.by.calendar
    since = reaches_back_to(monday, as_of, calendar)
    cases = made.unit.figures.cases(as_of=as_of, since=since)
    report = weekly(cases, monday, as_of, calendar, made.by.edition)
    report = replace(
        report,
        oldest=_with_officers(made, report.oldest),
        apart=made.apart(week_window(monday, as_of, calendar)),
        before=_week_before(made, monday, as_of),
    )
    return WeeklyChart(report, tuple(history(cases, monday, calendar)), str(calendar.zone))


def _week_before(made: Maker, monday: date, as_of: datetime) -> WeekTook:
    calendar = made.by.calendar
    first, _, moment = days_before(monday, monday + timedelta(days=6), as_of, calendar)
    cases = made.unit.figures.received(as_of=moment, since=calendar.midnight(first))
    return week_took(cases, week_window(first, moment, calendar), made.by.edition)


def _with_officers(made: Maker, waiting: Sequence[Waiting]) -> tuple[Waiting, ...]:
    names = made.unit.figures.officers([each.number for each in waiting])
    return tuple(replace(each, officer=names.get(each.number)) for each in waiting)


def of_period(made: Maker, days: Days, *, as_of: datetime) -> PeriodChart:
    """A month or a year, as it stood at a moment, and the one before it."""
    calendar = made.by.calendar
    was = _stretch_before(made, days, as_of)
    since = period_page.reaches_back_to(days, as_of, calendar)
    cases = made.unit.figures.cases(as_of=as_of, since=since)
    page = period_page.period_page(cases, days, as_of, was, made.by)
    now = replace(page.now, apart=made.apart(page.now.summary.indicator.window))
    oldest = _with_officers(made, page.oldest)
    months = period_page.months(cases, days, calendar)
    return PeriodChart(replace(page, now=now, oldest=oldest), tuple(months), str(calendar.zone))


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


def of_days(made: Maker, days: Days, *, as_of: datetime, agency: str) -> IndicatorPage:
    """The ratio of those days, as it stood at a moment, and whose it is."""
    calendar = made.by.calendar
    span = window(days.first, days.last, as_of, calendar)
    cases = made.unit.figures.received(as_of=as_of, since=span.start)
    summary = summarise(cases, span, made.by.edition)
    return IndicatorPage(summary, str(calendar.zone), report_days.days(days), agency)
