"""The days of figures that are shown: in the buttons below them, and in what these ask for."""

from __future__ import annotations

from datetime import date, datetime

from bot.errors import StaleButton
from bot.rules.closing import PeriodKind, holding
from bot.rules.report_days import FIRST, Days, Span
from bot.words.html import Html
from handlers.actions import figure_keys, making
from handlers.actions.report_rows import DaysAsked
from handlers.buttons import FigureGroup, PagePaper
from handlers.context import Context
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow


def written(first: date, last: date) -> tuple[str, str]:
    """As buttons carry them."""
    return f"{first:%Y%m%d}", f"{last:%Y%m%d}"


def read(turn: Turn, first: str, last: str) -> tuple[date, date]:
    """Raises StaleButton for what no button of ours names."""
    since, until = day(first), day(last)
    if not FIRST <= since <= until or since > turn.resources.calendar.today(turn.now):
        raise StaleButton
    return since, until


def day(said: str) -> date:
    """Raises StaleButton."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise StaleButton from None


def ask(
    turn: Turn,
    kind: JobKind,
    days: tuple[date, date],
    *,
    saying: str,
    form: str | None = None,
    promise: Html | None = None,
) -> None:
    """As `Turn.ask_once`, for what is made of these days. `promise`: said at once, and rewritten
    while it is made, where that takes long."""
    first, last = (each.isoformat() for each in days)
    key = f"{kind.value}:{turn.incoming.chat_id}:{first}:{last}:{form or ''}"
    more = {} if form is None else {"form": form}
    once = turn.ask_once(kind, key, {"first": first, "last": last, **more}, saying=saying)
    job = turn.unit.jobs.waiting(key) if once and promise is not None else None
    if job is not None and promise is not None:
        turn.say(promise, subject=making.subject_of(job), coalesce=making.key_for(job))


def asked(job: JobRow) -> DaysAsked:
    """As it all stood when it was asked for."""
    given = arguments_of(job)
    first, last = (date.fromisoformat(given[each]) for each in ("first", "last"))
    return DaysAsked(first, last, job.asked_at)


def page_of(context: Context, pressed: PagePaper | FigureGroup) -> tuple[Days, datetime]:
    """Which of the head's pages it was below. Raises StaleButton for what no button says."""
    try:
        span = PeriodKind(pressed.about)
        first = date.fromisoformat(pressed.first)
        as_of = figure_keys.read(pressed.as_of)
        today = context.resources.calendar.today(as_of)
    except (ValueError, OverflowError):
        raise StaleButton from None
    if not FIRST <= first <= today or holding(first, span).first != first or as_of > context.now:
        raise StaleButton
    last = holding(first, span).last
    return Days(first, min(last, today), Span(span.value), ends=last), as_of
