"""The tickets behind a figure of a report: no number that cannot be traced to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.errors import StaleButton
from bot.rules.figure_lines import Figure, behind
from bot.rules.figure_lines import read as figure_of
from bot.rules.report_days import FIRST, LAST
from bot.rules.weekly import window
from bot.words import figure_rows as words
from bot.words import labels
from handlers.actions import confidential, figure_keys
from handlers.actions.job_answers import Say, answering, place_of
from handlers.buttons import FigureRows
from handlers.context import Context, message
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow

ON_A_PAGE = 15


def show(turn: Turn) -> None:
    """Where the report is."""
    pressed = turn.button(FigureRows)
    _checked(pressed)
    if pressed.turned:
        turn.must_show_what_was_pressed()
    key = f"rows:{turn.incoming.chat_id}:{turn.incoming.message_id}:{pressed.pack()}"
    turn.ask_once(JobKind.ROWS, key, {"pressed": list(vars(pressed).values())})


def _checked(pressed: FigureRows) -> tuple[Figure, date, date, datetime]:
    """Raises StaleButton for what no button of ours says."""
    try:
        figure = figure_of(pressed.line)
        first, last = (date.fromordinal(int(day, 16)) for day in pressed.span.split("-"))
        as_of = figure_keys.read(pressed.as_of)
    except (ValueError, OverflowError):
        raise StaleButton from None
    if not FIRST <= first <= last <= LAST or pressed.page < 0:
        raise StaleButton
    return figure, first, last, as_of


def page(context: Context, job: JobRow) -> list[Say]:
    """A message of its own; further pages take its place."""
    pressed = FigureRows(*arguments_of(job)["pressed"])
    figure, first, last, as_of = _checked(pressed)
    calendar = context.resources.calendar
    span = window(first, last, as_of, calendar)
    cases = context.unit.figures.cases(as_of=as_of, since=span.start)
    found = behind(figure, cases, span)
    pages = max(1, -(-len(found) // ON_A_PAGE))
    number = min(pressed.page, pages - 1)
    shown = found[number * ON_A_PAGE : (number + 1) * ON_A_PAGE]
    hidden = _kept_from(context, job, [case.number for case in shown])
    text = words.rows(
        [(case, case.number in hidden) for case in shown],
        figure=figure,
        days=(first, max(first, min(last, calendar.today(as_of)))),
        first=number * ON_A_PAGE + 1,
        total=len(found),
        as_of=as_of,
        zone=context.resources.zone,
    )
    turning = _turning(replace(pressed, turned=True), number, pages)

    def say(context: Context) -> None:
        chat_id = place_of(context, job)
        if not pressed.turned:
            context.tell(chat_id, text, turning, extra=answering(job))
        else:
            params = message(text, turning) | {"message_id": job.message_id}
            context.unit.outbox.add(chat_id, "editMessageText", params, now=context.now)

    return [say]


def _kept_from(context: Context, job: JobRow, numbers: Sequence[str]) -> set[str]:
    """Of reports of abuse no group hears: they count, and only who may read one sees which."""
    asker = None if job.asker_id is None else context.unit.people.get(job.asker_id)
    alone = asker is not None and place_of(context, job) == asker.id
    of_abuse = context.unit.figures.of_abuse(numbers)
    readers = {each.id for each in confidential.hear_abuse(context)} if of_abuse else set()
    return set() if alone and asker is not None and asker.id in readers else of_abuse


def _turning(pressed: FigureRows, number: int, pages: int) -> Keyboard:
    found = []
    if number > 0:
        found.append(Key(labels.PREVIOUS_PAGE, replace(pressed, page=number - 1)))
    if number + 1 < pages:
        found.append(Key(labels.NEXT_PAGE, replace(pressed, page=number + 1)))
    return (tuple(found),) if found else ()
