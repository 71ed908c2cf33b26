"""Talking with a ticket's reporter: telling, and hearing plain words as an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.rules.coalesce import CoalesceKey, Waiting, coalesce_key
from bot.rules.complaint import File
from bot.rules.dialog import POLICIES, DialogKind, may_begin
from bot.rules.purpose import Purpose
from bot.rules.ticket import ENDED_STATES, RESOLVING, Deed, Status
from bot.words.html import Html
from handlers.actions import files
from handlers.context import Context, message
from handlers.keyboard import Keyboard
from handlers.turn import Turn
from storage.agenda import Once
from storage.tables import AgendaKind, DialogRow, OutboxStatus, Ticket

REPLY_OPEN = POLICIES[
    DialogKind.REPLY
].lasts  # after an officer's words, plain text still goes to the ticket
ASKED = "asked"  # the step of a talk in which somebody waits for an answer
OFFERED = "offered"  # the step after the offer to open a ticket again
OFFER_LASTS = timedelta(minutes=10)
AWAITED = (Status.RESOLVED, Status.MERGED)  # ended, with other buttons than that
JUST_SPOKEN = timedelta(hours=1)
Written = tuple[int, int]
"""A message of somebody's: its chat, and its number there."""
REPLY_GOES_ON = timedelta(minutes=15)  # after the reporter's own words


def tell(
    context: Context,
    ticket: Ticket,
    text: Html,
    keyboard: Keyboard = (),
    *,
    purpose: Purpose = Purpose.RELAY,
    coalesce: CoalesceKey | None = None,
) -> None:
    if not ticket.has_chat:
        return
    context.tell(
        ticket.reporter_id,
        text,
        keyboard,
        ticket=ticket,
        purpose=purpose,
        coalesce=coalesce,
        extra=place_of(ticket),
    )


def place_of(ticket: Ticket) -> dict[str, object]:
    """The topic of the reporter's chat in which the ticket is talked about."""
    return {} if ticket.thread_id is None else {"message_thread_id": ticket.thread_id}


def talks_here(turn: Turn, ticket: Ticket) -> None:
    """From now on the ticket is talked about where its reporter just wrote."""
    ticket.thread_id = turn.incoming.place.get("message_thread_id")


def speak(
    context: Context,
    ticket: Ticket,
    parts: list[Html],
    sent: Sequence[File],
    keyboard: Keyboard = (),
    *,
    asks: bool = False,
    written: Written | None = None,
) -> None:
    """`asks`: what is said wants an answer. `written`: the message in which an officer wrote it,
    and may put it right."""
    if not ticket.has_chat:
        return
    place = place_of(ticket)
    files.send(context, ticket.reporter_id, sent, ticket, under_card=False, place=place)
    *before, last = parts
    for part in before:
        tell(context, ticket, part)
    if written is None or before:
        tell(context, ticket, last, keyboard)
    else:
        key = _key(ticket, written)
        tell(context, ticket, last, keyboard, purpose=Purpose.ANSWER, coalesce=key)
    open_reply(context, ticket, lasts=REPLY_OPEN, asked=asks)


def _key(ticket: Ticket, written: Written) -> CoalesceKey:
    return coalesce_key(Waiting.ANSWER, ticket.id, *written)


def put_right(context: Context, ticket: Ticket, parts: list[Html], *, written: Written) -> bool:
    """What an officer wrote, as it is now: where the reporter has it already, in its place. False
    where it came another way, or takes several messages."""
    key = _key(ticket, written)
    said = context.unit.outbox.answer(key)
    if said is None or len(parts) != 1:
        return False
    if said.status is OutboxStatus.WAITING:
        tell(context, ticket, parts[0], purpose=Purpose.ANSWER, coalesce=key)
        return True
    if said.message_id is None:
        return False
    params = message(parts[0]) | {"message_id": said.message_id}
    context.unit.outbox.add(
        said.chat_id, "editMessageText", params, now=context.now, ticket_id=ticket.id
    )
    return True


def open_reply(context: Context, ticket: Ticket, *, lasts: timedelta, asked: bool = False) -> None:
    """From now on the reporter's plain words belong to this ticket, unless a report is begun.
    A talk that is open longer stays so. `asked`: whatever is written next."""
    if not ticket.has_chat or busy(context, ticket):
        return
    until = context.now + lasts
    current = _opened(context, ticket).get(DialogKind.REPLY)
    if current is not None and current.ticket_id == ticket.id and current.step != OFFERED:
        until = max(until, current.expires_at)
    context.unit.dialogs.begin(
        ticket.reporter_id,
        DialogKind.REPLY,
        now=context.now,
        until=until,
        step=ASKED if asked else None,
        ticket_id=ticket.id,
    )


def offer_again(context: Context, ticket: Ticket, *, draft: str | None = None) -> None:
    """A button to open it again was just shown: words that say yes to it are heard, for a while.
    Whatever else is talked about stays. `draft`: what the officer then reads."""
    ended = ticket.status in ENDED_STATES and ticket.status not in AWAITED
    if not ended or busy(context, ticket) or DialogKind.REPLY in _opened(context, ticket):
        return
    context.unit.dialogs.begin(
        ticket.reporter_id,
        DialogKind.REPLY,
        now=context.now,
        until=context.now + OFFER_LASTS,
        step=OFFERED,
        ticket_id=ticket.id,
        draft=draft,
    )


def was_asked(context: Context, ticket: Ticket) -> bool:
    """Whether what the reporter writes next may be the answer to somebody's question."""
    current = _opened(context, ticket).get(DialogKind.REPLY)
    return current is not None and current.step == ASKED


def has_just_spoken(context: Context, ticket: Ticket) -> bool:
    """Whether an officer's words are the last that were said of it, and not long ago."""
    said = context.unit.events.last(ticket, Deed.REPLY, Deed.ASK_INFO)
    if said is None or context.now - said.at > JUST_SPOKEN:
        return False
    answered = context.unit.events.last(ticket, Deed.ANSWER, Deed.DISPUTE)
    return answered is None or answered.id < said.id


def busy(context: Context, ticket: Ticket) -> bool:
    """The reporter is writing a report, to which plain words belong first."""
    return not may_begin(DialogKind.REPLY, _opened(context, ticket))


def close_reply(context: Context, ticket: Ticket) -> None:
    current = _opened(context, ticket).get(DialogKind.REPLY)
    if current is not None and current.ticket_id == ticket.id:
        context.unit.dialogs.end(ticket.reporter_id, DialogKind.REPLY)


def _opened(context: Context, ticket: Ticket) -> Mapping[DialogKind, DialogRow]:
    return context.unit.dialogs.open(ticket.reporter_id, now=context.now)


def reminder(ticket_id: int, resolved_id: int) -> Once:
    """The one that a closing note gets."""
    return Once(AgendaKind.VERDICT_REMINDED, subject_id=ticket_id, part_id=resolved_id)


def waits_for_verdict(context: Context, ticket: Ticket) -> bool:
    """Whether a settled ticket's closing note, or its reminder, is the last the reporter heard of
    it. An officer who has written since may have asked something else."""
    resolved = context.unit.events.last(ticket, *RESOLVING)
    written = context.unit.events.last(ticket, Deed.REPLY)
    if resolved is None or written is None or written.id < resolved.id:
        return True
    reminded = context.unit.agenda.done_at(reminder(ticket.id, resolved.id))
    return reminded is not None and reminded > written.at


def remember(turn: Turn, ticket: Ticket, message_id: int, *, purpose: Purpose) -> None:
    """An own message of the reporter's, so that correcting it finds the ticket."""
    turn.unit.refs.put(turn.incoming.chat_id, message_id, ticket_id=ticket.id, purpose=purpose)
