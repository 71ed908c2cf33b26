"""Whose a ticket is that was noted down, and that it is not theirs: the card's two buttons."""

from __future__ import annotations

from bot.errors import NotNotedDown
from bot.rules.purpose import Purpose
from bot.words import linking as words
from handlers.actions import linking
from handlers.buttons import LinkReporter, UnlinkReporter
from handlers.desk.ticket_card import prompt
from handlers.turn import Turn


def ask(turn: Turn) -> None:
    ticket = turn.ticket(turn.button(LinkReporter).ticket)
    if not ticket.is_noted_down:
        raise NotNotedDown(number=str(ticket.number))
    prompt(turn, ticket, Purpose.LINK)


def undo(turn: Turn) -> None:
    ticket = turn.ticket(turn.button(UnlinkReporter).ticket)
    linking.undo(turn, ticket)
    turn.toast(words.unlinked_toast(ticket.number))
