"""How satisfied reporters are: asked once a ticket is closed, by four buttons or plain words."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.dialog import DialogKind, may_begin
from bot.rules.satisfaction import LEAST, MOST, RatingStep
from bot.words import labels
from handlers.buttons import RateTicket
from handlers.context import Context
from handlers.keyboard import Key, Keyboard
from storage.tables import Ticket

WORDS_OPEN = timedelta(minutes=15)


def keys(ticket: Ticket) -> Keyboard:
    steps = [
        Key(labels.SATISFACTION[step], RateTicket(ticket.id, step))
        for step in range(LEAST, MOST + 1)
    ]
    return (tuple(steps[:2]), tuple(steps[2:]))


def ask(context: Context, ticket: Ticket) -> None:
    """Noted as asked; what says so, with the keys, is said by the caller."""
    context.unit.satisfaction.asked(ticket.id, now=context.now)
    listen(context, ticket, RatingStep.SCORE)


def listen(
    context: Context, ticket: Ticket, step: RatingStep, lasts: timedelta | None = None
) -> bool:
    """Plain words may be the answer from now on, unless a report is being written."""
    opened = context.unit.dialogs.open(ticket.reporter_id, now=context.now)
    if not may_begin(DialogKind.RATING, opened):
        return False
    context.unit.dialogs.begin(
        ticket.reporter_id,
        DialogKind.RATING,
        now=context.now,
        until=None if lasts is None else context.now + lasts,
        step=step,
        ticket_id=ticket.id,
    )
    return True
