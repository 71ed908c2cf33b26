"""In the morning, to each officer who wants it: what they have in hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.rules.deadline import soon_until
from bot.rules.digest import Digest
from bot.rules.queue_view import ShownView, View
from bot.words import digest as words
from handlers.actions import card
from handlers.clock import office
from handlers.context import Context, Look
from storage.agenda import Once
from storage.tables import AgendaKind

SHOWN = 5


def send_digests(look: Look, since: datetime) -> int:
    return office.once_a_day(look, since, AgendaKind.DIGESTS_SENT, _readers, _send)


def _readers(context: Context) -> Sequence[int]:
    often = (Digest.DAILY, Digest.WEEKLY) if _week_begins(context) else (Digest.DAILY,)
    return context.unit.digests.readers(*often)


def _week_begins(context: Context) -> bool:
    """Whether this is the first working day of its week."""
    calendar = context.resources.calendar
    monday, today = calendar.monday_of(context.now), calendar.today(context.now)
    before = (monday + timedelta(days=step) for step in range((today - monday).days))
    return not any(map(calendar.is_working_day, before))


def _send(context: Context, person_id: int) -> int:
    today = context.resources.calendar.today(context.now).isoformat()
    once = Once(AgendaKind.DIGEST_SENT, chat_id=person_id, period=today)
    if not context.unit.agenda.claim(once, now=context.now):
        return 0
    unit, now = context.unit, context.now
    soon = soon_until(context.resources.calendar, now)
    found = unit.queue.page(
        ShownView(View.MINE, person_id), now=now, soon=soon, first=0, most=SHOWN
    )
    seen = words.InHand(
        *unit.digests.in_hand(person_id, now=now, soon=soon),
        untaken=unit.open_tickets.counts(now).untaken,
        first=tuple(
            words.HeldTicket(
                number=each.ticket.number,
                card=card.address(each.ticket),
                story=each.ticket.story,
                clock=each.ticket.clock,
                standing=each.ticket.clock.standing(now, soon),
            )
            for each in found
        ),
    )
    if not (seen.open or seen.untaken):
        return 0
    context.tell(person_id, words.digest(seen, now=now, zone=context.resources.zone))
    return 1
