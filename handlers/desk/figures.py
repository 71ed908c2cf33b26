"""/laporan: the running week as a picture, and the ratio of the running year; the ratio of the
days that are named behind it; and the pages of weeks and months that were missed, each behind its
button."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from bot.data.letterhead import letterhead
from bot.errors import StaleButton
from bot.rules.calendar import MONDAY, summary_due
from bot.rules.closing import PeriodKind, closes_at, holding
from bot.rules.indicator import Indicator
from bot.rules.period_page import HAVE_A_PAGE
from bot.rules.report_days import FIRST, Days, Span
from bot.words import dates, indicator, labels, report_days
from bot.words import weekly as words
from faq.text.dates.report_days import days_said
from handlers.actions import figure_keys, head_figures
from handlers.actions import weekly_page as actions
from handlers.actions.job_answers import Say, answering, place_of
from handlers.buttons import MonthPage, ReportDays, WeekPage
from handlers.context import Context
from handlers.desk import beside_ratio, charts, evidence, figure_days
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow

DAYS = TypeAdapter(Days)
IN_A_ROW = 2
LONGEST_KEY = 120


def show(turn: Turn, said: str) -> None:
    turn.ask_for(JobKind.FIGURES, _key(turn, said), _meant(turn, said))


def other_days(turn: Turn) -> None:
    pressed = turn.button(ReportDays)
    if pressed.said not in labels.REPORT_DAYS:
        raise StaleButton
    key, days = _key(turn, pressed.said), _meant(turn, pressed.said)
    turn.ask_once(JobKind.FIGURES, key, days, saying=words.making_toast())


def _meant(turn: Turn, said: str) -> dict[str, Any]:
    """Raises WindowUnknown and its like: no other days are shown than those that were meant."""
    days = days_said(said, turn.resources.calendar.today(turn.now)) if said.strip() else None
    return {} if days is None else {"days": DAYS.dump_python(days, mode="json")}


def _key(turn: Turn, said: str) -> str:
    return f"figures:{turn.incoming.chat_id}:{turn.incoming.message_id}:{said}"[:LONGEST_KEY]


def week(turn: Turn) -> None:
    """Raises StaleButton for what no button of ours names: no Monday, or no week that is over."""
    monday = figure_days.day(turn.button(WeekPage).monday)
    if monday.weekday() != MONDAY or summary_due(monday, turn.resources.zone) > turn.now:
        raise StaleButton
    key = f"week:{turn.incoming.chat_id}:{monday}"
    given = {"monday": monday.isoformat()}
    turn.ask_once(JobKind.WEEK, key, given, saying=words.making_toast())


def figures(context: Context, job: JobRow) -> list[Say]:
    """As they stood when they were asked for."""
    named = arguments_of(job).get("days")
    days = None if named is None else DAYS.validate_python(named)
    if days is None or days.span is Span.WEEK:
        return [_week_and_year(context, job, days)]
    return [(_period if days.span in HAVE_A_PAGE else _window)(context, job, days)]


def _week_and_year(context: Context, job: JobRow, days: Days | None) -> Say:
    """Without days it is the running week, and the year's ratio in full."""
    monday = days.first if days else context.resources.calendar.monday_of(job.asked_at)
    page = head_figures.of_week(actions.maker(context), monday, as_of=job.asked_at)
    said = indicator.indicator(page.report.year, zone=context.resources.zone)
    today = context.resources.calendar.today(job.asked_at)
    first, last = (days.first, days.last) if days else (date(today.year, 1, 1), today)
    figures = page.report.year.indicator
    below = _below(first, last)
    keyboard = (*below, *_keys(figures, context.resources.zone))

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        actions.post(context, chat_id, page, extra=answering(job))
        context.tell(chat_id, said, keyboard, extra=answering(job))

    return say


def _period(context: Context, job: JobRow, days: Days) -> Say:
    """The head's page of a month or year, with the ratio of its days in full."""
    chart = head_figures.of_period(actions.maker(context), days, as_of=job.asked_at)
    summary, zone = chart.page.now.summary, context.resources.zone
    said = indicator.indicator(summary, zone=zone, title=report_days.days(days))
    below = _below(days.first, days.last)
    keyboard = (*below, *_keys(summary.indicator, zone))

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        actions.post_period(context, chat_id, chart, extra=answering(job))
        context.tell(chat_id, said, keyboard, extra=answering(job))

    return say


def _window(context: Context, job: JobRow, days: Days) -> Say:
    maker, agency = actions.maker(context), letterhead().issuer
    page = head_figures.of_days(maker, days, as_of=job.asked_at, agency=agency)
    said = indicator.indicator(page.summary, zone=context.resources.zone, title=page.days)
    figures = page.summary.indicator
    below = _below(days.first, days.last)
    keyboard = (*below, *_keys(figures, context.resources.zone))

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        actions.post_days(context, chat_id, page, extra=answering(job))
        context.tell(chat_id, said, keyboard, extra=answering(job))

    return say


def _below(first: date, last: date) -> Keyboard:
    return (
        (evidence.key(first, last), beside_ratio.key(first, last)),
        (charts.key(first, last), evidence.reach_key(first, last)),
    )


def _keys(figures: Indicator, zone: ZoneInfo) -> Keyboard:
    """The tickets behind the ratio; and other days."""
    keys = [Key(label, ReportDays(said)) for said, label in labels.REPORT_DAYS.items()]
    days = tuple(tuple(keys[at : at + IN_A_ROW]) for at in range(0, len(keys), IN_A_ROW))
    return figure_keys.of_ratio(figures, zone) + days


def month(turn: Turn) -> None:
    """Raises StaleButton for what no button of ours names: no month, or none that is over."""
    first = figure_days.day(turn.button(MonthPage).first)
    period = holding(first, PeriodKind.MONTH)
    if not FIRST <= first == period.first or closes_at(period, turn.resources.calendar) > turn.now:
        raise StaleButton
    key = f"month:{turn.incoming.chat_id}:{first}"
    given = {"first": first.isoformat()}
    turn.ask_once(JobKind.MONTH, key, given, saying=words.making_toast())


def page_of_month(context: Context, job: JobRow) -> list[Say]:
    period = holding(date.fromisoformat(arguments_of(job)["first"]), PeriodKind.MONTH)
    chart, due = head_figures.of_month(actions.maker(context), period)

    def say(context: Context) -> None:
        late = dates.stamp(due, context.resources.zone)
        chat_id = place_of(context, job)
        actions.post_period(context, chat_id, chart, late=late, extra=answering(job))

    return [say]


def page_of_week(context: Context, job: JobRow) -> list[Say]:
    monday = date.fromisoformat(arguments_of(job)["monday"])
    due = summary_due(monday, context.resources.zone)
    page = head_figures.of_week(actions.maker(context), monday, as_of=due)

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        actions.post(context, chat_id, page, late=True, extra=answering(job))

    return [say]
