"""Talking with a ticket's reporter: telling, and hearing plain words as an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.rules.complaint import File
from bot.words.html import Html
from handlers.actions import files
from handlers.buttons import Keyboard
from handlers.scene import Scene
from handlers.turn import Turn
from storage.refs import RELAY
from storage.tables import DialogKind, Ticket
from storage.tickets import key, number_of

NO_FILES = "{}"
REPLY_OPEN = timedelta(hours=24)  # after an officer's words, plain text still goes to the ticket
REPLY_GOES_ON = timedelta(minutes=15)  # after the reporter's own words


def tell(scene: Scene, ticket: Ticket, text: Html, keyboard: Keyboard = ()) -> None:
    scene.tell(ticket.reporter_id, text, keyboard, ticket=ticket, purpose=RELAY)


def speak(
    scene: Scene,
    ticket: Ticket,
    parts: list[Html],
    sent: Sequence[File],
    keyboard: Keyboard = (),
) -> None:
    files.send(scene, ticket.reporter_id, sent, ticket, under_card=False)
    *before, last = parts
    for part in before:
        tell(scene, ticket, part)
    tell(scene, ticket, last, keyboard)
    open_reply(scene, ticket, lasts=REPLY_OPEN)


def open_reply(scene: Scene, ticket: Ticket, *, lasts: timedelta) -> None:
    """From now on the reporter's plain words belong to this ticket, unless a report is begun.

    A talk that is open longer stays so, and files that wait for a report go on waiting.
    """
    if busy(scene, ticket):
        return
    current = scene.unit.dialogs.of(ticket.reporter_id, now=scene.now)
    until = scene.now + lasts
    if current is not None and current.step == str(key(ticket)) and current.expires_at:
        until = max(until, current.expires_at)
    scene.unit.dialogs.put(
        ticket.reporter_id,
        kind=DialogKind.REPLY,
        step=str(key(ticket)),
        key=str(number_of(ticket)),
        draft=current.draft if current is not None else NO_FILES,
        now=scene.now,
        expires_at=until,
    )


def busy(scene: Scene, ticket: Ticket) -> bool:
    """The reporter is in the middle of something, to which plain words belong first."""
    current = scene.unit.dialogs.of(ticket.reporter_id, now=scene.now)
    return current is not None and current.kind not in {DialogKind.REPLY, DialogKind.LOOSE}


def close_reply(scene: Scene, ticket: Ticket) -> None:
    current = scene.unit.dialogs.of(ticket.reporter_id, now=scene.now)
    if current is not None and current.kind == DialogKind.REPLY:
        scene.unit.dialogs.drop(ticket.reporter_id)


def remember(turn: Turn, ticket: Ticket, message_id: int, *, purpose: str) -> None:
    """An own message of the reporter's, so that correcting it finds the ticket."""
    turn.unit.refs.put(turn.heard.chat_id, message_id, ticket_id=key(ticket), purpose=purpose)
