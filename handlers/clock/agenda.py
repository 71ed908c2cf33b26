"""What the clock brings about. Each thing is claimed for its period in the unit that does it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from bot.rules.calendar import week_number
from bot.rules.ticket import Deed, Status
from bot.words import dates, news, queue
from bot.words import learning as learning_words
from handlers.actions import card, learning, report, reporter
from handlers.desk import album
from handlers.house import House
from handlers.scene import Scene
from storage.engine import Database
from storage.inbox import KEEP_DONE
from storage.tickets import key, number_of

CATCH_UP = timedelta(weeks=8)  # of missed summaries; older ones nobody waits for
LATE = timedelta(hours=1)
MORNING, EVENING = time(8, 0), time(17, 0)
REMIND_AFTER = timedelta(days=3)
OLDEST_SHOWN = 5
TOP = 10


def tick(database: Database, house: House, now: datetime) -> int:
    """Does whatever is due; returns how many things. Cheap when nothing is."""
    with database.unit() as unit:
        scene = Scene(unit, house, now)
        since = max(unit.agenda.installed_at(now), now - CATCH_UP)
        return sum(each(scene, since) for each in DUTIES)


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
        if scene.unit.agenda.claim("verdict", f"{key(ticket)}:{resolved.id}", now=scene.now):
            words = news.remind_verdict(number_of(ticket))
            reporter.tell(scene, ticket, words, card.verdict_keys(ticket))
            reporter.open_reply(scene, ticket, lasts=reporter.REPLY_OPEN)


def tidy(scene: Scene, _since: datetime) -> int:
    """Once a day: what was done and sent long ago, and dialogs that ended by themselves."""
    if not scene.unit.agenda.claim(
        "tidy", scene.house.calendar.today(scene.now).isoformat(), now=scene.now
    ):
        return 0
    scene.unit.inbox.forget_done(before=scene.now - KEEP_DONE)
    scene.unit.outbox.forget_sent(before=scene.now - KEEP_DONE)
    scene.unit.albums.forget_taken(before=scene.now - KEEP_DONE)
    scene.unit.dialogs.drop_expired(scene.now)
    return 0


DUTIES: tuple[Callable[[Scene, datetime], int], ...] = (
    album.answer_whole,
    weekly_summaries,
    morning,
    tidy,
)
