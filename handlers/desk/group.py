"""The group itself: joined, renamed by Telegram, made a supergroup."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import desk
from handlers.actions import card
from handlers.actions.jobs import Say, place_of
from handlers.context import Context
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import HoldReason, JobKind, JobRow

GROUPS = {"group", "supergroup"}
AT_ONCE = 10  # cards in one unit
PRESENT, AWAY = {"member", "administrator"}, {"left", "kicked"}


def joined(turn: Turn) -> None:
    """Added to a group; a change of the bot's rights alone is no news, and a channel no place."""
    incoming = turn.incoming
    if incoming.chat_type not in GROUPS or incoming.membership not in PRESENT:
        return
    turn.unit.outbox.retry_now(incoming.chat_id)
    turn.unit.outbox.release(incoming.chat_id, HoldReason.NO_FILES)
    if incoming.membership_before in AWAY:
        welcome(turn)


def welcome(turn: Turn) -> None:
    """What comes in this group if it is ours, else the id that the settings want."""
    if turn.incoming.chat_id == turn.desk_chat:
        turn.say(desk.group_ready())
    elif turn.incoming.chat_id == turn.report_chat:
        turn.say(desk.reports_ready())
    else:
        show_id(turn)


def moved(turn: Turn) -> None:
    """Either of Telegram's two service messages; the first one does it, the other is quiet."""
    incoming = turn.incoming
    old = incoming.moved_from if incoming.moved_from is not None else incoming.chat_id
    new = incoming.moved_to if incoming.moved_to is not None else incoming.chat_id
    move(turn, old, new)


def move(context: Context, old: int, new: int) -> None:
    was_desk = context.desk_chat == old
    if not context.unit.chats.moved(old, new):
        return
    record(Action.CHAT_MOVED, chat=old, to=new)
    if was_desk:
        context.tell(new, desk.group_moved())
    key, arguments = f"cards:{old}", {"old": old, "redraw": was_desk}
    context.unit.jobs.ask(JobKind.CARDS, key, chat_id=new, arguments=arguments, now=context.now)


def cards(context: Context, job: JobRow) -> list[Say]:
    """Open tickets get a card in the new group, and what belonged to messages of the old is
    forgotten. Each of it may be done twice."""
    old, redraw = arguments_of(job)["old"], arguments_of(job)["redraw"]
    chat_id = place_of(context, job)
    anew = context.unit.tickets.open_elsewhere(chat_id) if redraw else []
    return [
        *(
            partial(_redraw, anew[first : first + AT_ONCE])
            for first in range(0, len(anew), AT_ONCE)
        ),
        *(partial(_forget, old) for _ in range(context.unit.refs.batches(old))),
        _nothing_more,
    ]


def _redraw(tickets: Sequence[int], context: Context) -> None:
    for ticket_id in tickets:
        ticket = context.unit.tickets.get(ticket_id)
        if ticket is not None and not card.is_here(context, ticket):
            card.redraw(context, ticket)


def _forget(old: int, context: Context) -> None:
    context.unit.refs.forget(old)


def _nothing_more(_context: Context) -> None:
    """Done, once all the others are."""


def show_id(turn: Turn) -> None:
    turn.say(desk.group_id(turn.incoming.chat_id))


def private_only(turn: Turn) -> None:
    turn.say(desk.private_only(turn.resources.username))
