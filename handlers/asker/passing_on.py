"""A report that is under way may be what the words are about: one tap takes them there."""

from __future__ import annotations

from bot.words import labels
from faq.matching.follow_ups import NoMore
from faq.matching.matcher import Answer
from faq.matching.results import Found
from faq.text.asking import asks
from handlers.buttons import PassOn
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import Ticket


def key(asked: int, ticket: Ticket) -> Keyboard:
    return ((Key(labels.pass_on(ticket.number), PassOn(asked, ticket.id)),),)


def beside(turn: Turn, asked: int, text: str, found: Found | NoMore) -> Keyboard:
    """Under what the book was not sure of, or what was no question to it; the newest report."""
    if isinstance(found, Answer) and asks(text):
        return ()
    if turn.unit.own_tickets.has_none(turn.person.id):
        return ()
    mine = turn.unit.own_tickets.newest_open(turn.person.id, most=1)
    return key(asked, mine[0]) if mine else ()
