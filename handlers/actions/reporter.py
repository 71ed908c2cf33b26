"""Talking with a ticket's reporter: telling, and hearing plain words as an answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.rules.complaint import File, Step
from bot.rules.ticket import Deed
from bot.words.html import Html
from handlers.actions import files
from handlers.buttons import Keyboard
from handlers.scene import Scene
from handlers.turn import Turn
from storage.refs import RELAY
from storage.tables import DialogKind, Ticket, TicketEvent
from storage.tickets import key, number_of

NO_FILES = "{}"
BEFORE = "before"  # in a draft: what the question for an office interrupted
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

    A talk that is open longer stays so, and files that wait for a report go on waiting. Whoever
    was asked for their office is not asked any more: what an officer says is answered first.
    """
    if busy(scene, ticket):
        return
    current = scene.unit.dialogs.of(ticket.reporter_id, now=scene.now)
    draft = json.loads(current.draft if current is not None else NO_FILES)
    before = draft.pop(BEFORE, None) or {}
    until = scene.now + lasts
    if current is not None and str(key(ticket)) in {current.step, before.get("step")}:
        until = max(until, current.expires_at or until)
    scene.unit.dialogs.put(
        ticket.reporter_id,
        kind=DialogKind.REPLY,
        step=str(key(ticket)),
        key=str(number_of(ticket)),
        draft=json.dumps(draft),
        now=scene.now,
        expires_at=until,
    )


def busy(scene: Scene, ticket: Ticket) -> bool:
    """The reporter is writing a report, to which plain words belong first."""
    current = scene.unit.dialogs.of(ticket.reporter_id, now=scene.now)
    return current is not None and current.kind == DialogKind.COMPLAINT


def close_reply(scene: Scene, ticket: Ticket) -> None:
    current = scene.unit.dialogs.of(ticket.reporter_id, now=scene.now)
    if current is not None and current.kind == DialogKind.REPLY:
        leave(scene, ticket.reporter_id, draft=current.draft, until=current.expires_at)


def leave(scene: Scene, reporter_id: int, *, draft: str, until: datetime | None) -> None:
    """A talk is over; files that wait for a report go on waiting."""
    if not json.loads(draft).get("files"):
        scene.unit.dialogs.drop(reporter_id)
        return
    scene.unit.dialogs.put(
        reporter_id,
        kind=DialogKind.LOOSE,
        step=Step.KIND,
        key="",
        draft=draft,
        now=scene.now,
        expires_at=until,
    )


def reminder(resolved: TicketEvent) -> tuple[str, str]:
    """The agenda's kind and period of the one that a closing note gets."""
    return "verdict", f"{resolved.ticket_id}:{resolved.id}"


def waits_for_verdict(scene: Scene, ticket: Ticket) -> bool:
    """Whether a settled ticket's closing note, or its reminder, is the last the reporter heard of
    it. An officer who has written since may have asked something else."""
    resolved = scene.unit.tickets.last(ticket, Deed.RESOLVE)
    written = scene.unit.tickets.last(ticket, Deed.REPLY)
    if resolved is None or written is None or (written.id or 0) < (resolved.id or 0):
        return True
    reminded = scene.unit.agenda.done_at(*reminder(resolved))
    return reminded is not None and reminded > written.at


def remember(turn: Turn, ticket: Ticket, message_id: int, *, purpose: str) -> None:
    """An own message of the reporter's, so that correcting it finds the ticket."""
    turn.unit.refs.put(turn.heard.chat_id, message_id, ticket_id=key(ticket), purpose=purpose)
