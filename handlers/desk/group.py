"""The group itself: joined, renamed by Telegram, made a supergroup."""

from __future__ import annotations

from bot.rules.rights import is_staff
from bot.rules.ticket import Role
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import desk_staff, groups, labels
from handlers.actions import board, card, reachability
from handlers.actions.job_answers import Say, in_pieces, place_of
from handlers.buttons import SetRole
from handlers.context import Context
from handlers.keyboard import CopyText, Key
from handlers.turn import Turn
from storage.tables import HoldReason, JobKind, JobRow

GROUPS = {"group", "supergroup"}
PRESENT, AWAY = {"member", "administrator"}, {"left", "kicked"}


def joined(turn: Turn) -> None:
    """Added to a group; a change of the bot's rights alone is no news, and a channel no place."""
    incoming = turn.incoming
    if incoming.membership in AWAY:
        reachability.not_found(turn, incoming.chat_id)
    if incoming.chat_type not in GROUPS or incoming.membership not in PRESENT:
        return
    turn.unit.outbox.retry_now(incoming.chat_id)
    reachability.found(turn, incoming.chat_id)
    turn.unit.outbox.release(incoming.chat_id, HoldReason.NO_FILES)
    board.may_pin_again(turn, incoming.chat_id)
    if incoming.membership_before in AWAY:
        welcome(turn)


def left(turn: Turn) -> None:
    """Somebody of the desk is in the group no more; whether of the desk, is for others to say."""
    gone = turn.incoming.left
    person = turn.unit.people.get(gone.id) if gone is not None else None
    if person is None or turn.incoming.chat_id != turn.desk_chat or not is_staff(person.role):
        return
    keys = ((Key(labels.APPOINT[Role.ASKER], SetRole(person.id, Role.ASKER.value)),),)
    said = desk_staff.left_group(person.name, person.role)
    turn.tell(turn.desk_chat, said, keys, quotes=True, prompted_id=person.id)


def welcome(turn: Turn) -> None:
    """What comes in this group if it is ours, else the id that the settings want."""
    if turn.incoming.chat_id == turn.desk_chat:
        turn.say(groups.group_ready())
    elif turn.incoming.chat_id == turn.report_chat:
        turn.say(groups.reports_ready())
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
        context.tell(new, groups.group_moved())
        context.unit.jobs.ask(JobKind.CARDS, f"cards:{old}", chat_id=new, now=context.now)


def cards(context: Context, job: JobRow) -> list[Say]:
    """Open tickets get a card in the new group."""
    return in_pieces(context.unit.open_tickets.elsewhere(place_of(context, job)), _redraw)


def _redraw(context: Context, ticket_id: int) -> None:
    ticket = context.unit.tickets.get(ticket_id)
    if ticket is not None and not card.is_here(context, ticket):
        card.redraw(context, ticket)


def show_id(turn: Turn) -> None:
    copied = CopyText(str(turn.incoming.chat_id))
    turn.say(groups.group_id(turn.incoming.chat_id), ((Key(labels.COPY_ID, copied),),))


def at_desk_only(turn: Turn) -> None:
    turn.say(groups.at_desk_only())


def private_only(turn: Turn) -> None:
    turn.say(groups.private_only(turn.resources.username))
