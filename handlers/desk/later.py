"""An answer that ends in "//besok" goes out when the office opens next, unless called off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.errors import OnlyAnswersLater, Refusal
from bot.rules.complaint import File
from bot.rules.purpose import PROMPTS, Purpose
from bot.rules.ticket import Deed
from bot.words import labels, refusals
from bot.words import later as words
from faq.text.said.for_tomorrow import for_tomorrow
from handlers import pointing
from handlers.actions import card, moving
from handlers.actions import ticket as actions
from handlers.buttons import CallOffLater, SendLaterNow
from handlers.context import Context, Look
from handlers.incoming import Author, Incoming
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.later_answers import files_of
from storage.tables import LaterAnswer, Ticket


def kept(turn: Turn, ticket: Ticket, purpose: Purpose, text: str, files: Sequence[File]) -> bool:
    """False where the answer is to go out now. Raises OnlyAnswersLater."""
    answer = for_tomorrow(text)
    if answer is None:
        return False
    if purpose in PROMPTS:
        raise OnlyAnswersLater
    moving.must_have_reporter(ticket, Deed.REPLY)
    assert turn.incoming.message_id is not None
    send_at = turn.resources.calendar.next_morning(turn.now)
    row = turn.unit.later_answers.add(
        ticket_id=ticket.id,
        officer_id=turn.person.id,
        chat_id=turn.incoming.chat_id,
        message_id=turn.incoming.message_id,
        text=pointing.to_reporter(turn, answer),
        files=files,
        send_at=send_at,
    )
    card.redraw(turn, ticket)
    said = words.kept(ticket.number, send_at=send_at, zone=turn.resources.zone)
    turn.say(said, _keys(row), ticket=ticket, purpose=Purpose.RELAY)
    return True


def _keys(row: LaterAnswer) -> Keyboard:
    return (
        (
            Key(labels.SEND_NOW, SendLaterNow(row.id)),
            Key(labels.CALL_OFF_ANSWER, CallOffLater(row.id)),
        ),
    )


def call_off(turn: Turn) -> None:
    row = _taken(turn, turn.button(CallOffLater).number)
    if row is not None:
        ticket = turn.ticket(row.ticket_id)
        turn.toast()
        turn.edit(words.called_off(ticket.number))
        card.redraw(turn, ticket)


def send_now(turn: Turn) -> None:
    row = _taken(turn, turn.button(SendLaterNow).number)
    if row is not None:
        ticket = turn.ticket(row.ticket_id)
        turn.toast()
        officer = turn.unit.people.get(row.officer_id)
        turn.edit(words.sent(ticket.number, officer=officer.name if officer else "petugas"))
        _send(turn, row)


def _taken(turn: Turn, number: int) -> LaterAnswer | None:
    """For the first who presses, or the clock; the others are told."""
    row = turn.unit.later_answers.get(number)
    turn.must_show_what_was_pressed()
    if row is None:
        turn.toast(words.gone_toast())
        return None
    turn.unit.session.expunge(row)
    return row if turn.unit.later_answers.take(number) else None


def send_due(look: Look, _since: datetime) -> int:
    """Each in a unit of its own."""
    with look.reading() as context:
        due = context.unit.later_answers.due(look.now)
        for row in due:
            context.unit.session.expunge(row)
    sent = 0
    for row in due:
        with look.writing() as context:
            if context.unit.later_answers.take(row.id):
                _send(context, row)
                sent += 1
    return sent


def _send(context: Context, row: LaterAnswer) -> None:
    """As if the officer had just written it."""
    officer, ticket = context.unit.people.get(row.officer_id), _ticket(context, row)
    assert officer is not None
    heard = Incoming(
        kind="message",
        chat_id=row.chat_id,
        chat_type="supergroup",
        who=Author(officer.id, officer.name, officer.username),
        message_id=row.message_id,
    )
    turn = Turn(context.unit, context.resources, context.now, heard, officer)
    try:
        with context.unit.savepoint():
            actions.reply(turn, ticket, row.text, files_of(row))
            turn.receipt(ticket)
    except Refusal as refusal:
        card.redraw(context, ticket)
        turn.say(words.not_sent(ticket.number, reason=refusals.explain(refusal)))


def _ticket(context: Context, row: LaterAnswer) -> Ticket:
    ticket = context.unit.tickets.get(row.ticket_id)
    assert ticket is not None
    return ticket
