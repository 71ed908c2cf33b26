"""More new tickets within a minute than a group can take as cards: one list now, and the cards one
after the other, so that answers to reporters and officers need not wait behind them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.rules.coalesce import Waiting, coalesce_key
from bot.words import burst as words
from bot.words import labels
from handlers.actions import card
from handlers.buttons import LateCard
from handlers.context import Context
from handlers.keyboard import Key, Keyboard
from storage.agenda import Once
from storage.tables import AgendaKind, Ticket

KEY = coalesce_key(Waiting.BURST)
WITHIN = timedelta(minutes=1)
AT_ONCE = 8  # cards within that time, before the rest is listed
KEPT = timedelta(days=7)
MOST_KEYS, IN_A_ROW = 12, 3


def post(context: Context, ticket: Ticket) -> None:
    """A new ticket at the desk: its card, or its number among others whose cards follow."""
    desk = context.desk_chat
    if desk is None or ticket.hides_words or not _is_too_fast(context):
        card.post(context, ticket)
        return
    context.unit.agenda.claim(_late(ticket), now=context.now)
    numbers = _noted(context, since=context.now - WITHIN)
    newest = _tickets(context, numbers[-words.LISTED :])
    rows = [(each.number, each.kind, each.category) for each in newest]
    context.tell(desk, words.burst(rows, total=len(numbers)), _keys(newest), coalesce=KEY)


def _is_too_fast(context: Context) -> bool:
    return context.unit.tickets.filed_after(context.now - WITHIN, most=AT_ONCE + 1) > AT_ONCE


def waiting(context: Context, *, most: int) -> list[Ticket]:
    """Those that still want a card, in the order in which they came."""
    return _tickets(context, _noted(context, since=context.now - KEPT)[:most])


def _noted(context: Context, *, since: datetime) -> list[int]:
    found = context.unit.agenda.made_since(AgendaKind.LATE_CARD, since)
    return sorted(once.subject_id for once in found)


def _late(ticket: Ticket) -> Once:
    """Until its card was sent."""
    return Once(AgendaKind.LATE_CARD, subject_id=ticket.id)


def _tickets(context: Context, numbers: Sequence[int]) -> list[Ticket]:
    return [*filter(None, map(context.unit.tickets.get, numbers))]


def show(context: Context, ticket: Ticket) -> bool:
    """Its card now, if it has none here yet."""
    context.unit.agenda.unclaim(_late(ticket))
    if card.is_here(context, ticket) or card.waits(context, ticket):
        return False
    card.post(context, ticket)
    return True


def _keys(tickets: Sequence[Ticket]) -> Keyboard:
    keys = [
        Key(labels.label(str(ticket.number)), LateCard(ticket.id))
        for ticket in tickets[:MOST_KEYS]
    ]
    return tuple(tuple(keys[at : at + IN_A_ROW]) for at in range(0, len(keys), IN_A_ROW))
