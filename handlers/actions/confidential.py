"""What a ticket keeps from the group: whose it is, what it says, or that it exists at all.

What the group must not read goes to those who may, each alone with the bot.
"""

from __future__ import annotations

from collections.abc import Collection

from bot.rules import visibility
from bot.rules.coalesce import CoalesceKey, Waiting, also_of, coalesce_key
from bot.rules.purpose import PROMPTS, Purpose
from bot.rules.rights import DeskAct, may
from bot.rules.ticket import Role
from bot.words import confidential as words
from bot.words.html import Html
from handlers.context import Context, message
from handlers.keyboard import Keyboard
from storage.tables import MessageRef, Person, Ticket


def is_of_abuse(ticket: Ticket) -> bool:
    """No group hears of it."""
    return visibility.is_of_abuse(ticket.deadline_class)


def called(ticket: Ticket, name: str) -> str:
    """Its reporter, as the desk is told."""
    return words.NOBODY if ticket.visibility.hides_who else name


def hear_abuse(context: Context) -> list[Person]:
    """Those an admin named; until somebody is, the admins themselves."""
    named = context.unit.people.hear_abuse()
    return named or [p for p in context.unit.people.officers() if p.role is Role.ADMIN]


def may_read(context: Context, person: Person, ticket: Ticket) -> bool:
    return visibility.may_read(
        ticket.visibility,
        ticket.deadline_class,
        role=person.role,
        has_it=ticket.officer_id == person.id,
        hears_abuse=is_of_abuse(ticket) and person.id in {p.id for p in hear_abuse(context)},
    )


def readers(context: Context, ticket: Ticket) -> list[Person]:
    """To whom what it says goes: who has it; while nobody has, all who might take it up."""
    if is_of_abuse(ticket):
        may = hear_abuse(context)
    else:
        may = context.unit.people.who_may(DeskAct.CONFIDENTIAL)
    holder = context.unit.people.get(ticket.officer_id) if ticket.officer_id else None
    has_it = holder is not None and may_read(context, holder, ticket)
    return [holder] if holder is not None and has_it else may


def tell(
    context: Context, ticket: Ticket, text: Html, *, coalesce: CoalesceKey | None = None
) -> None:
    """What would otherwise stand under the card."""
    for person in readers(context, ticket):
        key = None if coalesce is None else also_of(coalesce, person.id)
        context.tell(person.id, text, ticket=ticket, purpose=Purpose.OWN_COPY, coalesce=key)


def redraw(context: Context, ticket: Ticket, text: Html, keys: Keyboard) -> None:
    """The card of each who reads it, edited in place; of who no longer does, it goes."""
    now = readers(context, ticket)
    shown = context.unit.refs.alone(ticket.id)
    people = {ref.chat_id: context.unit.people.get(ref.chat_id) for ref in shown}
    may_keep = {i for i, person in people.items() if person and may_read(context, person, ticket)}
    take_back(context, [ref for ref in shown if ref.chat_id not in may_keep])
    cards = {ref.chat_id: ref.message_id for ref in shown if ref.purpose is Purpose.OWN_CARD}
    for person in {p.id: p for p in now}.values():
        put(context, ticket, person, text, keys, at=cards.get(person.id))


def put(
    context: Context,
    ticket: Ticket,
    person: Person,
    text: Html,
    keys: Keyboard,
    *,
    at: int | None = None,
) -> None:
    """Rewritten where it stands, or sent."""
    if at is not None:
        params = message(text, keys) | {"message_id": at}
        context.unit.outbox.add(
            person.id, "editMessageText", params, now=context.now, ticket_id=ticket.id
        )
        return
    key = coalesce_key(Waiting.OWN_CARD, ticket.id, person.id)
    context.tell(person.id, text, keys, ticket=ticket, purpose=Purpose.OWN_CARD, coalesce=key)


def take_back(context: Context, shown: Collection[MessageRef]) -> None:
    """What stands alone with somebody who may not read it any more; a file is deleted, as far as
    Telegram still lets us."""
    for ref in shown:
        if ref.file is None:
            params: dict[str, object] = message(words.no_longer_yours())
            params |= {"message_id": ref.message_id}
            context.unit.outbox.add(ref.chat_id, "editMessageText", params, now=context.now)
        else:
            gone: dict[str, object] = {"message_ids": [ref.message_id]}
            context.unit.outbox.add(ref.chat_id, "deleteMessages", gone, now=context.now)
        context.unit.refs.forget(ref.chat_id, [ref.message_id])


def review(context: Context, person: Person) -> None:
    """Somebody has other rights, or none: what stands alone with them, and they may not read any
    more, goes; nor is sent what waits for somebody who is of the desk no longer."""
    if not may(person.role, DeskAct.WORK):
        waiting = (Purpose.OWN_CARD, Purpose.OWN_COPY, *PROMPTS)
        context.unit.outbox.drop(person.id, purposes=waiting)
    take_back(
        context,
        [
            ref
            for ref in context.unit.refs.alone_with(person.id)
            if not _may_still(context, person, ref)
        ],
    )


def _may_still(context: Context, person: Person, ref: MessageRef) -> bool:
    ticket = context.unit.tickets.get(ref.ticket_id)
    return ticket is not None and may_read(context, person, ticket)
