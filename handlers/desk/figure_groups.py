""" "Tiket baris lain" below the head's page: the figures that have no button of their own there,
by what they are about; each then leads to its tickets."""

from __future__ import annotations

from datetime import datetime

from bot.errors import StaleButton
from bot.rules.figure_lines import LineGroup
from bot.rules.report_days import Days, Span
from bot.rules.weekly import SHOWN_UNTIL
from bot.words import figure_rows as words
from bot.words import labels, weekly
from handlers.actions import figure_groups, head_figures, weekly_page
from handlers.actions.job_answers import Say, place_of
from handlers.buttons import FigureGroup
from handlers.context import Context, message
from handlers.desk import figure_days
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow

IN_A_ROW = 2


def show(turn: Turn) -> None:
    """What they are about, to choose from; or those of one group, in that message's place."""
    pressed = turn.button(FigureGroup)
    days, as_of = figure_days.page_of(turn, pressed)
    offered = _offered(turn, pressed, days, as_of)
    if not pressed.group:
        zone = turn.resources.zone
        turn.say(words.groups(days, as_of=as_of, zone=zone), offered)
        return
    _group(pressed)
    turn.must_show_what_was_pressed()
    key = f"group:{turn.incoming.chat_id}:{turn.incoming.message_id}:{pressed.pack()}"
    given = {"pressed": list(vars(pressed).values())}
    turn.ask_once(JobKind.FIGURE_GROUP, key, given, saying=weekly.making_toast())


def _group(pressed: FigureGroup) -> LineGroup:
    """Raises StaleButton."""
    try:
        return LineGroup(pressed.group)
    except ValueError:
        raise StaleButton from None


def _offered(context: Context, pressed: FigureGroup, days: Days, as_of: datetime) -> Keyboard:
    """Where the year before stands on the page, that as well."""
    today = context.resources.calendar.today(as_of)
    left_out = {
        Span.WEEK: set[LineGroup](),
        Span.MONTH: {LineGroup.AGES},
        Span.YEAR: {LineGroup.AGES, LineGroup.YEAR, LineGroup.BEFORE},
    }[days.span]
    if today.month > SHOWN_UNTIL:
        left_out = left_out | {LineGroup.BEFORE}
    page = pressed.about, pressed.first, pressed.as_of
    found = [
        Key(labels.figure_group(group, days.span, today.year), FigureGroup(*page, group.value))
        for group in LineGroup
        if group not in left_out
    ]
    return tuple(tuple(found[at : at + IN_A_ROW]) for at in range(0, len(found), IN_A_ROW))


def group(context: Context, job: JobRow) -> list[Say]:
    pressed = FigureGroup(*arguments_of(job)["pressed"])
    days, as_of = figure_days.page_of(context, pressed)
    chosen, zone = _group(pressed), context.resources.zone
    maker = weekly_page.maker(context)
    page = (
        head_figures.of_week(maker, days.first, as_of=as_of).report
        if days.span is Span.WEEK
        else head_figures.of_period(maker, days, as_of=as_of).page
    )
    found = figure_groups.keys(page, chosen, zone)
    text = words.group(chosen, days, as_of=as_of, zone=zone, empty=not found)
    keyboard = (*found, *_offered(context, pressed, days, as_of))

    def say(context: Context) -> None:
        params = message(text, keyboard) | {"message_id": job.message_id}
        context.unit.outbox.add(place_of(context, job), "editMessageText", params, now=context.now)

    return [say]
