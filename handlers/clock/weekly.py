"""Every Monday 08:00 the page of the week before goes to the head, once, also after downtime."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.rules.calendar import summary_due, week_number
from bot.words import labels
from bot.words import learning as learning_words
from bot.words import weekly as words
from handlers.actions import head_figures, learning, weekly_page
from handlers.actions.job_answers import Say, place_of
from handlers.buttons import WeekPage
from handlers.clock.page_due import ask_once
from handlers.context import Context, Look
from handlers.keyboard import Key, Keyboard
from storage.agenda import Once
from storage.jobs import arguments_of
from storage.tables import AgendaKind, JobKind, JobRow

WEEK = timedelta(days=7)
TOP = 10


def summaries(look: Look, since: datetime) -> int:
    """Claimed here and made as a job: the newest as ever; what else was missed is offered."""
    due = look.resources.calendar.summaries_due(since, look.now)
    mondays = {
        Once(AgendaKind.WEEKLY, period=week_number(day)): day
        for day in (moment.date() - WEEK for moment in due)
    }
    return ask_once(look, mondays, JobKind.WEEKLY, begins="monday", due=_due)


def _due(context: Context, monday: date) -> datetime:
    return summary_due(monday, context.resources.zone)


def page(context: Context, job: JobRow) -> list[Say]:
    """With it, for the head, how many questions the book left open, by its chapters; what people
    wrote is for the desk alone."""
    wanted = arguments_of(job)
    monday, late = date.fromisoformat(wanted["monday"]), wanted["late"]
    missed = [date.fromisoformat(day) for day in wanted["missed"]]
    due = _due(context, monday)
    page = head_figures.of_week(weekly_page.maker(context), monday, as_of=due)
    by_chapter = learning.unsolved_by_chapter(
        context.unit, context.resources.book, since=due - WEEK, until=due
    )
    unanswered = learning.top(_unanswered(context, due), TOP)

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        weekly_page.post(context, chat_id, page, late=late)
        if by_chapter:
            context.tell(chat_id, learning_words.by_chapter(by_chapter))
        if unanswered and context.desk_chat is not None:
            said = learning_words.top(unanswered)
            context.tell(context.desk_chat, said, quotes=True)
        if missed:
            context.tell(chat_id, words.missed(len(missed)), _pages(missed))

    return [say]


def _unanswered(context: Context, due: datetime) -> list[learning.Case]:
    return learning.cases(context, since=due - WEEK, until=due, also_answered=False)


def _pages(missed: list[date]) -> Keyboard:
    return tuple((Key(labels.week(day), WeekPage(str(day))),) for day in missed)
