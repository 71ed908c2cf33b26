"""What the clock brings about. Each thing is claimed for its period in the unit that does it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta

from bot.rules.calendar import week_number
from bot.rules.ticket import Deed, Status
from bot.wire.log import trace
from bot.words import dates, news, queue
from bot.words import learning as learning_words
from handlers.actions import card, learning, report, reporter
from handlers.desk import album
from handlers.house import House
from handlers.scene import Scene
from storage.engine import Database
from storage.tables import InboxStatus, OutboxStatus
from storage.tickets import number_of

logger = logging.getLogger(__name__)

CATCH_UP = timedelta(weeks=8)  # of missed summaries; older ones nobody waits for
LATE = timedelta(hours=1)
MORNING, EVENING = time(8, 0), time(17, 0)
REMIND_AFTER = timedelta(days=3)
OLDEST_SHOWN = 5
TOP = 10
KEEP_DONE = timedelta(days=7)  # Telegram repeats nothing older than a day
KEEP_DEAD = timedelta(days=90)  # long enough to look into; they hold people's words

Duty = Callable[[Scene, datetime], int]


def tick(database: Database, house: House, now: datetime) -> int:
    """Does whatever is due; returns how many things. Cheap when nothing is."""
    with database.unit() as unit:
        scene = Scene(unit, house, now)
        since = max(unit.agenda.installed_at(now), now - CATCH_UP)
        return sum(_do(each, scene, since) for each in DUTIES)


def _do(duty: Duty, scene: Scene, since: datetime) -> int:
    """One that fails is undone alone, and due again at the next look."""
    try:
        with scene.unit.savepoint():
            return duty(scene, since)
    except Exception as error:  # noqa: BLE001 - a broken row must not keep Monday's page back
        logger.error("%s failed: %s", duty.__name__, trace(error))
        return 0


def weekly_summaries(scene: Scene, since: datetime) -> int:
    """Every Monday 08:00 the week before goes to the head, once, also after downtime."""
    made = 0
    for due in scene.house.calendar.summaries_due(since, scene.now):
        monday = due.date() - timedelta(days=7)
        if scene.report_chat is None:
            continue
        if scene.unit.agenda.claim("weekly", week_number(monday), now=scene.now):
            late = scene.now - due > LATE
            report.post_weekly(scene, scene.report_chat, monday, as_of=due, late=late)
            _post_unanswered(scene, scene.report_chat, due)
            made += 1
    return made


def _post_unanswered(scene: Scene, chat_id: int, due: datetime) -> None:
    """What the book could not answer in the week before."""
    found = learning.cases(scene, since=due - timedelta(days=7), until=due)
    if found:
        scene.tell(chat_id, learning_words.top(learning.top(found, TOP)))


def morning(scene: Scene, since: datetime) -> int:
    """On working days, in office hours: what waits at the desk, and reminders to reporters.

    Nobody's phone is to ring at night; what fell into a downtime waits for the next morning.
    """
    local = scene.now.astimezone(scene.house.zone)
    due = datetime.combine(local.date(), MORNING, scene.house.zone)
    if (
        not MORNING <= local.time() < EVENING
        or due <= since
        or not scene.house.calendar.is_working_day(local.date())
        or not scene.unit.agenda.claim("morning", local.date().isoformat(), now=scene.now)
    ):
        return 0
    _list_waiting(scene)
    _remind_reporters(scene)
    return 1


def _list_waiting(scene: Scene) -> None:
    """Nothing waiting, nothing said."""
    waiting = scene.unit.tickets.open()
    if not waiting or scene.desk_chat is None:
        return
    oldest = [
        (number_of(ticket), card.address(ticket), dates.span(scene.now - ticket.created_at))
        for ticket in waiting[:OLDEST_SHOWN]
    ]
    scene.tell(
        scene.desk_chat,
        queue.morning(
            open_=len(waiting),
            untaken=sum(ticket.status is Status.OPEN for ticket in waiting),
            overdue=sum(ticket.due_at <= scene.now for ticket in waiting),
            oldest=oldest,
        ),
    )


def _remind_reporters(scene: Scene) -> None:
    """Once for each closing note that the reporter has not yet said yes or no to."""
    for ticket in scene.unit.tickets.in_state(Status.RESOLVED):
        resolved = scene.unit.tickets.last(ticket, Deed.RESOLVE)
        if resolved is None or scene.now - resolved.at < REMIND_AFTER:
            continue
        if scene.unit.agenda.claim(*reporter.reminder(resolved), now=scene.now):
            words = news.remind_verdict(number_of(ticket))
            reporter.tell(scene, ticket, words, card.verdict_keys(ticket))
            reporter.open_reply(scene, ticket, lasts=reporter.REPLY_OPEN)


def tidy(scene: Scene, _since: datetime) -> int:
    """Once a day: what was done, sent or parked long ago, and dialogs that ended by themselves."""
    if not scene.unit.agenda.claim(
        "tidy", scene.house.calendar.today(scene.now).isoformat(), now=scene.now
    ):
        return 0
    done, dead = scene.now - KEEP_DONE, scene.now - KEEP_DEAD
    scene.unit.inbox.forget(InboxStatus.DONE, before=done)
    scene.unit.inbox.forget(InboxStatus.DEAD, before=dead)
    scene.unit.outbox.forget(OutboxStatus.SENT, before=done)
    scene.unit.outbox.forget(OutboxStatus.DEAD, before=dead)
    scene.unit.albums.forget_taken(before=done)
    scene.unit.dialogs.drop_expired(scene.now)
    return 0


DUTIES: tuple[Duty, ...] = (
    album.answer_whole,
    weekly_summaries,
    morning,
    tidy,
)
