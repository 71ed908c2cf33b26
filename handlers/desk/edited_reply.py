"""What an officer wrote to a reporter, or kept at the desk, is edited."""

from __future__ import annotations

from bot.errors import SecretAsked
from bot.rules.privacy.asking import asks_for_secret
from bot.words import undelivered
from faq.text.said.for_tomorrow import for_tomorrow
from handlers import pointing
from handlers.actions import ticket as actions
from handlers.actions.group_words import mention
from handlers.desk import commands
from handlers.desk.ticket_card import ANSWERED, NOTE_MARK, asks_in_breath
from handlers.turn import Turn
from storage.tables import MessageRef, Ticket


def put_right(turn: Turn, ref: MessageRef) -> None:
    """An answer is put right where its reporter reads it; anything else that was passed on stays,
    and the officer must not believe that it was taken back."""
    if not turn.is_officer:
        return
    ticket = turn.ticket(ref.ticket_id)
    passed = ref.purpose in ANSWERED and _passed_on(turn, ticket)
    words = undelivered.edit_passed if passed else undelivered.edit_not_passed
    turn.say(words(ticket.number))


def _passed_on(turn: Turn, ticket: Ticket) -> bool:
    """Raises SecretAsked and UnknownCommand."""
    text = (turn.incoming.text or "").strip()
    for_us = mention(turn.resources.username).match(text) is not None
    if not text or for_us or text.startswith(NOTE_MARK) or for_tomorrow(text) is not None:
        return False
    commands.refuse(text)
    if asks_for_secret(text) or asks_in_breath(turn, ticket, text):
        raise SecretAsked
    return actions.put_right(turn, ticket, pointing.to_reporter(turn, text))
