"""Talking with a ticket's reporter: telling, and hearing plain words as an answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.rules.complaint import File, Step
from bot.rules.purpose import Purpose
from bot.rules.ticket import Deed
from bot.words.html import Html
from handlers.actions import files
from handlers.buttons import Keyboard
from handlers.context import Context
from handlers.turn import Turn
from storage.tables import DialogKind, Ticket, TicketEvent

NO_FILES = "{}"
BEFORE = "before"  # in a draft: what the question for an office interrupted
REPLY_OPEN = timedelta(hours=24)  # after an officer's words, plain text still goes to the ticket
REPLY_GOES_ON = timedelta(minutes=15)  # after the reporter's own words


def tell(context: Context, ticket: Ticket, text: Html, keyboard: Keyboard = ()) -> None:
    context.tell(ticket.reporter_id, text, keyboard, ticket=ticket, purpose=Purpose.RELAY)


def speak(
    context: Context,
    ticket: Ticket,
    parts: list[Html],
    sent: Sequence[File],
    keyboard: Keyboard = (),
) -> None:
    files.send(context, ticket.reporter_id, sent, ticket, under_card=False)
    *before, last = parts
    for part in before:
        tell(context, ticket, part)
    tell(context, ticket, last, keyboard)
    open_reply(context, ticket, lasts=REPLY_OPEN)


def open_reply(context: Context, ticket: Ticket, *, lasts: timedelta) -> None:
    """From now on the reporter's plain words belong to this ticket, unless a report is begun.

    A talk that is open longer stays so, and files that wait for a report go on waiting. Whoever
    was asked for their office is not asked any more: what an officer says is answered first.
    """
    if busy(context, ticket):
        return
    current = context.unit.dialogs.of(ticket.reporter_id, now=context.now)
    draft = json.loads(current.draft if current is not None else NO_FILES)
    before = draft.pop(BEFORE, None) or {}
    until = context.now + lasts
    if current is not None and str(ticket.id) in {current.step, before.get("step")}:
        until = max(until, current.expires_at or until)
    context.unit.dialogs.put(
        ticket.reporter_id,
        kind=DialogKind.REPLY,
        step=str(ticket.id),
        key=str(ticket.number),
        draft=json.dumps(draft),
        now=context.now,
        expires_at=until,
    )


def busy(context: Context, ticket: Ticket) -> bool:
    """The reporter is writing a report, to which plain words belong first."""
    current = context.unit.dialogs.of(ticket.reporter_id, now=context.now)
    return current is not None and current.kind == DialogKind.COMPLAINT


def close_reply(context: Context, ticket: Ticket) -> None:
    current = context.unit.dialogs.of(ticket.reporter_id, now=context.now)
    if current is not None and current.kind == DialogKind.REPLY:
        leave(context, ticket.reporter_id, draft=current.draft, until=current.expires_at)


def leave(context: Context, reporter_id: int, *, draft: str, until: datetime | None) -> None:
    """A talk is over; files that wait for a report go on waiting."""
    if not json.loads(draft).get("files"):
        context.unit.dialogs.drop(reporter_id)
        return
    context.unit.dialogs.put(
        reporter_id,
        kind=DialogKind.LOOSE,
        step=Step.KIND,
        key="",
        draft=draft,
        now=context.now,
        expires_at=until,
    )


def reminder(resolved: TicketEvent) -> tuple[str, str]:
    """The agenda's kind and period of the one that a closing note gets."""
    return "verdict", f"{resolved.ticket_id}:{resolved.id}"


def waits_for_verdict(context: Context, ticket: Ticket) -> bool:
    """Whether a settled ticket's closing note, or its reminder, is the last the reporter heard of
    it. An officer who has written since may have asked something else."""
    resolved = context.unit.tickets.last(ticket, Deed.RESOLVE)
    written = context.unit.tickets.last(ticket, Deed.REPLY)
    if resolved is None or written is None or written.id < resolved.id:
        return True
    reminded = context.unit.agenda.done_at(*reminder(resolved))
    return reminded is not None and reminded > written.at


def remember(turn: Turn, ticket: Ticket, message_id: int, *, purpose: Purpose) -> None:
    """An own message of the reporter's, so that correcting it finds the ticket."""
    turn.unit.refs.put(turn.incoming.chat_id, message_id, ticket_id=ticket.id, purpose=purpose)
