"""Which of one's own reports is called by its number, and what is wanted with it."""

from __future__ import annotations

from bot.rules.ticket import Number
from faq.text.language import plain
from faq.text.said import ticket_number
from faq.text.vocabulary import words
from handlers.turn import Turn
from storage.tables import Ticket

FEW = 5  # words that only say what is wanted


def named(turn: Turn, text: str) -> Ticket | None:
    return numbered(turn, ticket_number.number_in(text) if ticket_number.called_so(text) else None)


def numbered(turn: Turn, number: Number | None) -> Ticket | None:
    """Somebody else's is as one that was never given out."""
    me = turn.person.id
    return turn.unit.tickets.by_number(number, reporter_id=me) if number else None


def adds_only(text: str) -> bool:
    """Whether it only says that something is to be added, and perhaps to which report."""
    said = plain(ticket_number.cut_out(text))
    around = {*words("change to"), *words("adds to"), *words("adds"), *words("polite")}
    return len(said) <= FEW and begins(said, "adds") and set(said) <= around


def begins(said: tuple[str, ...], section: str) -> bool:
    around = {*words("polite"), *words("address")}
    told = [word for word in said if word not in around]
    return bool(told) and told[0] in words(section)
