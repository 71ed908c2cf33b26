"""The group itself: joined, renamed by Telegram, made a supergroup."""

from __future__ import annotations

from bot.words import desk
from handlers.actions import card
from handlers.scene import Scene
from handlers.turn import Turn

GROUPS = {"group", "supergroup"}
PRESENT, AWAY = {"member", "administrator"}, {"left", "kicked"}


def joined(turn: Turn) -> None:
    """Added to a group; a change of the bot's rights alone is no news, and a channel no place."""
    heard = turn.heard
    if heard.chat_type not in GROUPS or heard.membership not in PRESENT:
        return
    turn.unit.outbox.release(heard.chat_id)
    turn.unit.outbox.revive_files(heard.chat_id)
    if heard.membership_before in AWAY:
        welcome(turn)


def welcome(turn: Turn) -> None:
    """What comes in this group if it is ours, else the id that the settings want."""
    if turn.heard.chat_id == turn.desk_chat:
        turn.say(desk.group_ready())
    elif turn.heard.chat_id == turn.report_chat:
        turn.say(desk.reports_ready())
    else:
        show_id(turn)


def moved(turn: Turn) -> None:
    """Either of Telegram's two service messages; the first one does it, the other is quiet."""
    heard = turn.heard
    old = heard.moved_from if heard.moved_from is not None else heard.chat_id
    new = heard.moved_to if heard.moved_to is not None else heard.chat_id
    move(turn, old, new)


def move(scene: Scene, old: int, new: int) -> None:
    was_desk = scene.desk_chat == old
    if scene.unit.chats.moved(old, new) and was_desk:
        scene.tell(new, desk.group_moved())
        for ticket in scene.unit.tickets.open():
            card.redraw(scene, ticket)


def show_id(turn: Turn) -> None:
    turn.say(desk.group_id(turn.heard.chat_id))


def private_only(turn: Turn) -> None:
    turn.say(desk.private_only(turn.house.username))
