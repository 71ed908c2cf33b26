"""A card that was to follow, asked for now."""

from __future__ import annotations

from bot.words import burst as words
from handlers.actions import burst
from handlers.buttons import LateCard
from handlers.turn import Turn


def show(turn: Turn) -> None:
    ticket = turn.ticket(turn.button(LateCard).ticket)
    say = words.shown_toast if burst.show(turn, ticket) else words.there_already_toast
    turn.toast(say(ticket.number))
