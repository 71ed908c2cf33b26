"""What the clock brings about. Each thing is claimed for its period in the unit that does it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.rules.calendar import week_number
from bot.rules.ticket import Deed, Status
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import alarms, dates, news, queue
from bot.words import learning as learning_words
from handlers.actions import alarm, card, learning, reporter, weekly_page
from handlers.context import Context
from handlers.desk import album
from handlers.resources import Resources
from storage.engine import Database
from storage.tables import InboxStatus, OutboxStatus

CATCH_UP = timedelta(weeks=8)  # of missed summaries; older ones nobody waits for
LATE = timedelta(hours=1)
REMIND_AFTER = timedelta(days=3)
OLDEST_SHOWN = 5
TOP = 10
KEEP_DONE = timedelta(days=7)  # Telegram repeats nothing older than a day
KEEP_DEAD = timedelta(days=90)  # long enough to look into; they hold people's words

Duty = Callable[[Context, datetime], int]


def run_due(database: Database, resources: Resources, now: datetime) -> int:
    """Does whatever is due; returns how many things. Cheap when nothing is."""
    with database.unit() as unit:
        context = Context(unit, resources, now)
        since = max(unit.agenda.installed_at(now), now - CATCH_UP)
        return sum(_do(each, context, since) for each in DUTIES)


def _do(duty: Duty, context: Context, since: datetime) -> int:
    """One that fails is undone alone, and due again at the next look."""
    try:
        with context.unit.savepoint():
            return duty(context, since)
    except Exception as error:  # noqa: BLE001 - a broken row must not keep Monday's page back
        record(Action.DUTY_FAILED, duty=duty.__name__, error=error)
        return 0


def weekly_summaries(context: Context, since: datetime) -> int:
    """Every Monday 08:00 the week before goes to the head, once, also after downtime."""
    made = 0
    for due in context.resources.calendar.summaries_due(since, context.now):
        monday = due.date() - timedelta(days=7)
        if context.report_chat is None:
            continue
        if context.unit.agenda.claim("weekly", week_number(monday), now=context.now):
            late = context.now - due > LATE
            weekly_page.post_weekly(context, context.report_chat, monday, as_of=due, late=late)
            _post_unanswered(context, context.report_chat, due)
            made += 1
    return made


def _post_unanswered(context: Context, chat_id: int, due: datetime) -> None:
    """What the book could not answer in the week before."""
    found = learning.cases(context, since=due - timedelta(days=7), until=due)
    if found:
        context.tell(chat_id, learning_words.top(learning.top(found, TOP)))


def morning(context: Context, since: datetime) -> int:
    """On working days, in office hours: what waits at the desk, and reminders to reporters.

    Nobody's phone is to ring at night; what fell into a downtime waits for the next morning.
    """
    local = context.now.astimezone(context.resources.zone)
    calendar = context.resources.calendar
    hours = calendar.office_hours(local.date())
    if (
        hours is None
        or not hours.has(local.time())
        or datetime.combine(local.date(), hours.opens, calendar.zone) <= since
        or not calendar.is_working_day(local.date())
        or not context.unit.agenda.claim("morning", local.date().isoformat(), now=context.now)
    ):
        return 0
    _list_waiting(context)
    _remind_reporters(context)
    _warn_of_holidays(context)
    return 1


def _warn_of_holidays(context: Context) -> None:
    """Without them due dates would be promised too early; once for each end."""
    calendar = context.resources.calendar
    if calendar.runs_out(context.now, context.unit.tickets.last_due()):
        until = calendar.known_until
        alarm.raise_once(context, f"holidays:{until}", alarms.holidays_end(until=until))


def _list_waiting(context: Context) -> None:
    """Nothing waiting, nothing said."""
    waiting = context.unit.tickets.open()
    if not waiting or context.desk_chat is None:
        return
    oldest = [
        (ticket.number, card.address(ticket), dates.span(context.now - ticket.created_at))
        for ticket in waiting[:OLDEST_SHOWN]
    ]
    context.tell(
        context.desk_chat,
        queue.morning(
            open_=len(waiting),
            untaken=sum(ticket.status is Status.OPEN for ticket in waiting),
            overdue=sum(ticket.due_at <= context.now for ticket in waiting),
            oldest=oldest,
        ),
    )


def _remind_reporters(context: Context) -> None:
    """Once for each closing note that the reporter has not yet said yes or no to."""
    for ticket in context.unit.tickets.in_state(Status.RESOLVED):
        resolved = context.unit.tickets.last(ticket, Deed.RESOLVE)
        if resolved is None or context.now - resolved.at < REMIND_AFTER:
            continue
        if context.unit.agenda.claim(*reporter.reminder(resolved), now=context.now):
            words = news.remind_verdict(ticket.number)
            reporter.tell(context, ticket, words, card.verdict_keys(ticket))
            reporter.open_reply(context, ticket, lasts=reporter.REPLY_OPEN)


def tidy(context: Context, _since: datetime) -> int:
    """Once a day: what was done, sent or parked long ago, and dialogs that ended by themselves."""
    if not context.unit.agenda.claim(
        "tidy", context.resources.calendar.today(context.now).isoformat(), now=context.now
    ):
        return 0
    done, dead = context.now - KEEP_DONE, context.now - KEEP_DEAD
    context.unit.inbox.forget(InboxStatus.DONE, before=done)
    context.unit.inbox.forget(InboxStatus.DEAD, before=dead)
    context.unit.outbox.forget(OutboxStatus.SENT, before=done)
    context.unit.outbox.forget(OutboxStatus.HELD, before=dead)
    context.unit.outbox.forget(OutboxStatus.DEAD, before=dead)
    context.unit.albums.forget_taken(before=done)
    context.unit.dialogs.drop_expired(context.now)
    return 0


DUTIES: tuple[Duty, ...] = (
    album.answer_whole,
    weekly_summaries,
    morning,
    tidy,
)
