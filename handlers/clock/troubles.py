"""What the wire and the clock notice of the world around the bot, and what follows from it."""

from __future__ import annotations

from datetime import timedelta

from bot.wire.ports import Clock
from bot.wire.trouble import AnotherBot, ClockWrong, Tell, Trouble, WebhookFails, WebhookTaken
from bot.words import alarms
from bot.words.html import Html
from handlers.actions import alarm
from handlers.context import Context
from handlers.resources import Resources
from storage.agenda import Once
from storage.engine import Database
from storage.tables import AgendaKind

LONGEST_WAIT = timedelta(minutes=15)  # of a message at a start: Telegram rarely asks for more
FUTURE = timedelta(days=1)  # nobody does anything so far ahead of its time


def teller(database: Database, resources: Resources, clock: Clock) -> Tell:
    """Each sort of trouble is said once a day."""

    def tell(trouble: Trouble) -> None:
        with database.unit() as unit:
            context = Context(unit, resources, clock.now())
            today = resources.calendar.today(context.now)
            once = Once(_kind(trouble), period=today.isoformat())
            alarm.raise_once(context, once, _words(trouble))

    return tell


def _kind(trouble: Trouble) -> AgendaKind:
    match trouble:
        case ClockWrong():
            return AgendaKind.CLOCK_WRONG
        case AnotherBot():
            return AgendaKind.ANOTHER_BOT
        case WebhookTaken():
            return AgendaKind.WEBHOOK_TAKEN
        case WebhookFails():
            return AgendaKind.WEBHOOK_FAILS


def _words(trouble: Trouble) -> Html:
    match trouble:
        case ClockWrong(ahead):
            return alarms.clock_wrong(ahead=ahead)
        case AnotherBot(gives_way=True):
            return alarms.another_bot_was_first()
        case AnotherBot():
            return alarms.another_bot_is_to_go()
        case WebhookTaken():
            return alarms.webhook_taken()
        case WebhookFails(pending):
            return alarms.webhook_fails(pending=pending)


def start_right(database: Database, clock: Clock) -> None:
    """What the last run wrote by a wrong clock, if it did, must not hold up this one."""
    now = clock.now()
    with database.unit() as unit:
        unit.waits.release(beyond=now + LONGEST_WAIT)
        unit.waits.unclaim(beyond=now + FUTURE, now=now)


def put_back(database: Database, clock: Clock) -> None:
    """The time went back while we serve: what waits, waits for a moment of another time."""
    now = clock.now()
    with database.unit() as unit:
        unit.waits.release(beyond=now)
        unit.waits.unclaim(beyond=now + FUTURE, now=now)
