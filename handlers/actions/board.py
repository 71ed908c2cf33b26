"""The board of the helpdesk group: one pinned message, edited in place when something changed."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.deadline import soon_until
from bot.rules.purpose import Purpose, Subject
from bot.wire.log_actions import Action
from bot.wire.outgoing import CardGone, OutgoingCall, Refused, SendResult, Unreachable
from bot.words import alarms
from bot.words import board as words
from bot.words.html import Html
from handlers.actions import alarm, card
from handlers.context import Context, message
from storage.agenda import Once
from storage.tables import AgendaKind

KEY = coalesce_key(Waiting.BOARD)
PIN = "pinChatMessage"
SHOWN = 5
PAUSE = timedelta(minutes=1)  # an edit is one of the group's twenty messages a minute


def due(context: Context) -> Html | None:
    """What it should say, without the hour; None where it says so, or has just changed."""
    if context.desk_chat is None:
        return None
    row = context.unit.board.of(context.desk_chat)
    if row is not None and timedelta() <= context.now - row.updated_at < PAUSE:
        return None
    if row is None and not context.unit.open_tickets.oldest(most=1):
        return None  # nothing has ever been there to show
    body = words.body(_seen(context), context.resources.zone)
    stands = row is not None and (
        row.message_id is not None or context.unit.outbox.is_waiting(KEY)
    )
    return None if row is not None and stands and row.mark == _mark(body) else body


def say(context: Context, body: Html) -> None:
    chat_id = context.desk_chat
    if chat_id is None:
        return
    row = context.unit.board.of(chat_id)
    at = None if row is None else row.message_id
    context.unit.board.said(chat_id, _mark(body), now=context.now)
    said = words.board(body, at=context.now, zone=context.resources.zone)
    params = message(said) | ({} if at is None else {"message_id": at})
    context.unit.outbox.add(
        chat_id,
        "sendMessage" if at is None else "editMessageText",
        params,
        now=context.now,
        subject=Subject(Purpose.BOARD),
        coalesce=KEY,
    )


def sent(context: Context, call: OutgoingCall, message_id: int) -> None:
    """A new one is pinned, without a sound."""
    if call.method == "sendMessage":
        context.unit.board.place(call.chat_id, message_id)
        pin(context, call.chat_id)


def pin(context: Context, chat_id: int) -> None:
    row = context.unit.board.of(chat_id)
    if row is not None and row.message_id is not None:
        params: dict[str, object] = {"message_id": row.message_id, "disable_notification": True}
        context.unit.outbox.add(chat_id, PIN, params, now=context.now)


def refused(context: Context, call: OutgoingCall, result: SendResult) -> Action | None:
    """Where it was deleted, or must stand unpinned, that is written down, and told in the log."""
    match result:
        case CardGone() if call.purpose is Purpose.BOARD:
            context.unit.board.place(call.chat_id, None)
            action = Action.CARD_GONE
        case Unreachable() | Refused() if call.method == PIN:
            _say_not_pinned(context, call.chat_id)
            action = Action.PIN_REFUSED
        case _:
            return None
    context.unit.outbox.sent(call, message_id=None, now=context.now)  # nothing is to be done more
    return action


def _say_not_pinned(context: Context, chat_id: int) -> None:
    """Once, until the bot may do more there."""
    if context.unit.agenda.claim(_unpinned(chat_id), now=context.now):
        context.tell(chat_id, alarms.not_pinned())


def may_pin_again(context: Context, chat_id: int) -> None:
    if context.unit.agenda.done_at(_unpinned(chat_id)) is not None:
        alarm.over(context, _unpinned(chat_id))
        pin(context, chat_id)


def _unpinned(chat_id: int) -> Once:
    return Once(AgendaKind.BOARD_UNPINNED, chat_id=chat_id)


def _mark(body: Html) -> str:
    return hashlib.blake2b(body.encode(), digest_size=8).hexdigest()


def _seen(context: Context) -> words.Seen:
    soon = soon_until(context.resources.calendar, context.now)
    return words.Seen(
        *context.unit.open_tickets.counts(context.now),
        urgent=tuple(
            words.Urgent(
                number=ticket.number,
                card=card.address(ticket),
                officer=name,
                clock=ticket.clock,
                standing=ticket.clock.standing(context.now, soon),
            )
            for ticket, name in context.unit.open_tickets.most_urgent(SHOWN)
        ),
    )
