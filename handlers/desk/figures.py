"""/laporan: the running week as a picture, and indicator 13 of the running year; and the pages of
weeks that were missed, each behind its button."""

from __future__ import annotations

from datetime import date

from bot.errors import StaleButton
from bot.rules.calendar import MONDAY, summary_due
from bot.words import report as words
from handlers.actions import weekly_page as actions
from handlers.actions.jobs import Say, answering, place_of
from handlers.buttons import WeekPage
from handlers.context import Context
from handlers.desk import evidence
from handlers.turn import TAPPED_TWICE, Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow


def show(turn: Turn) -> None:
    _may_see(turn)
    turn.ask_for(JobKind.FIGURES, f"figures:{turn.incoming.chat_id}:{turn.incoming.message_id}")


def week(turn: Turn) -> None:
    """Pressed for as often as anybody likes, but two quick taps are one."""
    pressed = turn.button(WeekPage)
    _may_see(turn)
    monday = _monday(turn, pressed.monday)
    key = f"week:{turn.incoming.chat_id}:{monday}"
    if not turn.unit.jobs.asked_since(turn.now - TAPPED_TWICE, key):
        turn.toast(words.making_toast())
        turn.ask_for(JobKind.WEEK, key, {"monday": monday.isoformat()})


def _may_see(turn: Turn) -> None:
    """In the helpdesk group officers; in the report chat whoever is let in there."""
    if turn.incoming.chat_id == turn.desk_chat:
        turn.officer()


def _monday(turn: Turn, written: str) -> date:
    """Raises StaleButton for what no button of ours names: no Monday, or no week that is over."""
    try:
        monday = date.fromisoformat(written)
    except ValueError:
        raise StaleButton from None
    if monday.weekday() != MONDAY or summary_due(monday, turn.resources.zone) > turn.now:
        raise StaleButton
    return monday


def figures(context: Context, job: JobRow) -> list[Say]:
    """As they stood when they were asked for."""
    monday = context.resources.calendar.monday_of(job.asked_at)
    page = actions.of_week(context, monday, as_of=job.asked_at)
    said = words.indicator(page.report.year, zone=context.resources.zone)
    today = context.resources.calendar.today(job.asked_at)
    proof = evidence.key(date(today.year, 1, 1), today)

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        actions.post(context, chat_id, page, extra=answering(job))
        context.tell(chat_id, said, ((proof,),), extra=answering(job))

    return [say]


def page_of_week(context: Context, job: JobRow) -> list[Say]:
    monday = date.fromisoformat(arguments_of(job)["monday"])
    due = summary_due(monday, context.resources.zone)
    page = actions.of_week(context, monday, as_of=due)

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        actions.post(context, chat_id, page, late=True, extra=answering(job))

    return [say]
