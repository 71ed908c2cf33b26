"""Somebody of the desk hears privately of a ticket: they follow it, or a colleague named them."""

from __future__ import annotations

import re

from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.purpose import Purpose
from bot.rules.rights import DeskAct, may
from bot.rules.ticket import Deed
from bot.words import following as words
from bot.words.html import Html
from handlers.actions import card, confidential
from handlers.turn import Turn
from storage.tables import Person, Ticket

TOLD = frozenset(words.HAPPENED)
MOST_NAMED = 5
_NAMED = re.compile(r"(?<![\w@])@(\w{5,32})\b", re.ASCII)  # Telegram's usernames


def toggle(turn: Turn, ticket: Ticket) -> bool:
    """Whether they follow it from now on."""
    followers, me = turn.unit.followers, turn.person.id
    follows = followers.has(ticket.id, me)
    deed = Deed.UNFOLLOW if follows else Deed.FOLLOW
    turn.must(deed)
    change = followers.remove if follows else followers.add
    change(ticket.id, me)
    turn.unit.tickets.move(ticket, deed, to=ticket.status, now=turn.now, actor_id=me)
    return not follows


def tell(turn: Turn, ticket: Ticket, deed: Deed) -> None:
    """That something happened, and where it can be read; never what was said."""
    if deed not in TOLD:
        return
    own = turn.person.id == ticket.reporter_id and ticket.visibility.hides_who
    by = None if own else turn.person.name
    said = words.happened(ticket.number, deed, by=by, card=card.address(ticket))
    for person in turn.unit.followers.of(ticket.id):
        if _hears(turn, person, ticket):
            key = coalesce_key(Waiting.FOLLOWED, ticket.id, person.id)
            turn.unit.outbox.overtaken(person.id, key)
            turn.tell(person.id, said, purpose=Purpose.FOLLOWED, coalesce=key)


def tell_named(turn: Turn, ticket: Ticket, note: str) -> Html | None:
    """Colleagues whose @username stands in an internal note; what its writer hears of names that
    reach nobody."""
    found = dict.fromkeys(name.lower() for name in _NAMED.findall(note))
    names = [name for name in found if name != turn.resources.username.lower()]
    strangers, kept_from = [], []
    for name in names[:MOST_NAMED]:
        person = turn.unit.people.by_username(name)
        if person is None or not may(person.role, DeskAct.SEE):
            strangers.append(name)
        elif _hears(turn, person, ticket):
            where = card.address(ticket)
            said = words.named(ticket.number, by=turn.person.name, note=note, card=where)
            turn.tell(person.id, said, purpose=Purpose.FOLLOWED)
        elif person.id != turn.person.id:
            kept_from.append(name)
    return words.not_told(strangers, kept_from, names[MOST_NAMED:])


def _hears(turn: Turn, person: Person, ticket: Ticket) -> bool:
    """Whoever has not started the bot hears once they have."""
    if person.id == turn.person.id or not may(person.role, DeskAct.SEE):
        return False
    return not ticket.hides_words or confidential.may_read(turn, person, ticket)
