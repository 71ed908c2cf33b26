"""The days of figures that are shown: in the buttons below them, and in what these ask for."""

from __future__ import annotations

from datetime import date

from bot.errors import StaleButton
from bot.rules.dates.report_days import FIRST
from bot.words.html import Html
from handlers.actions.making import key_of
from handlers.actions.report_rows import DaysAsked
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
    if once and promise is not None:
        turn.say(promise, coalesce=key_of(key))


def asked(job: JobRow) -> DaysAsked:
    """As it all stood when it was asked for."""
    given = arguments_of(job)
    first, last = (date.fromisoformat(given[each]) for each in ("first", "last"))
    return DaysAsked(first, last, job.asked_at)
