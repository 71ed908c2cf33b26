"""Who at the desk has a ticket: looked at, given back, handed to a colleague."""

from __future__ import annotations

from bot.errors import AlreadyTaken, NoLongerOfficer
from bot.rules.rights import DeskAct, may
from bot.rules.ticket import Deed
from bot.words import desk, news
from bot.words.html import mention
from handlers.actions import card, reporter
from handlers.actions.moving import move
from handlers.turn import Turn
from storage.tables import Person, Ticket


def verify(turn: Turn, ticket: Ticket) -> None:
    move(turn, ticket, Deed.VERIFY, by=turn.person)
    reporter.tell(turn, ticket, news.verified(ticket.number))


def release(turn: Turn, ticket: Ticket) -> None:
    """Back to the queue, for whoever takes it next."""
    move(turn, ticket, Deed.RELEASE, by=turn.person, officer_id=None)
    reporter.tell(turn, ticket, news.released(ticket.number))


def hand_over(turn: Turn, ticket: Ticket, to: Person) -> None:
    """To a colleague, who hears of it aloud, or to oneself from a colleague. Raises
    NoLongerOfficer."""
    officer = turn.person
    if not may(to.role, DeskAct.WORK):
        raise NoLongerOfficer
    held_by = turn.unit.people.get(ticket.officer_id) if ticket.officer_id else None
    if held_by is not None and held_by.id == to.id:
        raise AlreadyTaken(number=str(ticket.number), by=to.name, yours=to.id == officer.id)
    former = None
    if held_by is not None and held_by.id != officer.id and held_by.name:
        former = mention(held_by.name, held_by.id)
    move(turn, ticket, Deed.HAND_OVER, by=officer, officer_id=to.id)
    reporter.tell(turn, ticket, news.handed_over(ticket.number, to=to.name))
    words = None
    if to.id != officer.id:
        called = mention(to.name, to.id)
        words = desk.handed_over(ticket.number, by=officer.name, to=called, former=former)
    elif former is not None:
        words = desk.taken_over(ticket.number, by=officer.name, former=former)
    if words is not None:
        card.under_card(turn, ticket, words)


def colleagues(turn: Turn, ticket: Ticket) -> list[Person]:
    """To whom it can go, oneself first."""
    others = [each for each in turn.unit.people.officers() if each.id != ticket.officer_id]
    return sorted(others, key=lambda each: each.id != turn.person.id)
