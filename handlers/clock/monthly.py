"""On a month's first working morning the page of the month before goes to the head, once;
also after downtime."""

from __future__ import annotations

from datetime import date, datetime

from bot.rules.calendar import Calendar
from bot.rules.closing import Period, PeriodKind, closes_at, closing, holding
from bot.words import dates, labels
from bot.words import learning as learning_words
from bot.words import period_page as words
from handlers.actions import head_figures, learning, weekly_page
from handlers.actions.job_answers import Say, place_of
from handlers.buttons import MonthPage
from handlers.clock.page_due import ask_once
from handlers.context import Context, Look
from handlers.keyboard import Key, Keyboard
from storage.agenda import Once
from storage.jobs import arguments_of
from storage.tables import AgendaKind, JobKind, JobRow


def pages(look: Look, since: datetime) -> int:
    """Claimed here and made as a job, behind Monday's where both are due: the newest as ever; what
    else was missed is offered."""
    months = {
        Once(AgendaKind.MONTHLY, period=each.key): each.first
        for each in _over(since, look.now, look.resources.calendar)
    }
    return ask_once(look, months, JobKind.MONTHLY, begins="first", due=_due)


def _over(since: datetime, now: datetime, calendar: Calendar) -> list[Period]:
    """The earliest first."""
    return [each for each in closing(since, now, calendar) if each.span is PeriodKind.MONTH]


def _due(context: Context, first: date) -> datetime:
    return closes_at(holding(first, PeriodKind.MONTH), context.resources.calendar)


def page(context: Context, job: JobRow) -> list[Say]:
    """With how many questions the book left open, by its chapters. Nothing that people wrote: the
    desk reads that each Monday."""
    wanted = arguments_of(job)
    month = holding(date.fromisoformat(wanted["first"]), PeriodKind.MONTH)
    missed = [date.fromisoformat(day) for day in wanted["missed"]]
    chart, due = head_figures.of_month(weekly_page.maker(context), month)
    window = chart.page.now.summary.indicator.window
    by_chapter = learning.unsolved_by_chapter(
        context.unit, context.resources.book, since=window.start, until=window.end
    )
    late = dates.stamp(due, context.resources.zone) if wanted["late"] else None

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        weekly_page.post_period(context, chat_id, chart, late=late)
        if by_chapter:
            named = dates.month(month.first)
            context.tell(chat_id, learning_words.by_chapter(by_chapter, month=named))
        if missed:
            context.tell(chat_id, words.missed(len(missed)), _pages(missed))

    return [say]


def _pages(missed: list[date]) -> Keyboard:
    return tuple((Key(labels.month(first), MonthPage(str(first))),) for first in missed)
