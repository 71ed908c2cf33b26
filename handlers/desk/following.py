"""Ikuti: to hear privately of a ticket that a colleague has."""

from __future__ import annotations

from bot.errors import UnknownTicketAtDesk
from bot.words import following as words
from bot.words.html import Html, as_text
from faq.text.said import ticket_number
from handlers.actions import card, confidential
from handlers.actions import following as actions
from handlers.buttons import Follow
from handlers.turn import Turn
from storage.tables import Ticket


def press(turn: Turn) -> None:
    ticket = turn.ticket(turn.button(Follow).ticket)
    on = actions.toggle(turn, ticket)
    turn.show_keys(card.keys(ticket))
    if on and not turn.person.reachable:
        turn.toast(as_text(_start_first(turn, ticket)), alert=True)
        return
    say = words.following_toast if on else words.not_following_toast
    turn.toast(say(ticket.number))


def command(turn: Turn, argument: str) -> None:
    """`/ikuti nomor`; given again, it ends."""
    number = ticket_number.number_in(argument)
    ticket = turn.unit.tickets.by_number(number) if number else None
    if ticket is None or confidential.is_of_abuse(ticket):
        raise UnknownTicketAtDesk
    on = actions.toggle(turn, ticket)
    if on and not turn.person.reachable:
        turn.say(_start_first(turn, ticket))
        return
    turn.say(words.following(ticket.number, on=on))


def _start_first(turn: Turn, ticket: Ticket) -> Html:
    """To whom nothing can be said privately yet."""
    return words.start_first(ticket.number, username=turn.resources.username)
