"""A report that an officer noted down comes to the Telegram user it belongs to, if they say so."""

from __future__ import annotations

from bot.errors import (
    NeverMet,
    NotNotedDown,
    OwnLink,
    ReporterHidden,
    StaleButton,
    UnknownTicketAtDesk,
    WhoseUnclear,
)
from bot.rules.noting import LinkStatus
from bot.rules.purpose import Purpose
from bot.rules.rights import DeskAct
from bot.rules.ticket import Deed
from bot.words import labels
from bot.words import linking as words
from faq.text.said import ticket_number
from handlers.actions import card, confidential, reporter
from handlers.actions.blanking import blank
from handlers.actions.moving import move
from handlers.buttons import IsMine, NotMine, ShowTicket
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import Person, Ticket, TicketLink

TOLD = (Purpose.RELAY, Purpose.ANSWER, Purpose.OFFER)


def offer(turn: Turn, ticket: Ticket, whose: str) -> None:
    """Asks whoever the officer means. Raises NotNotedDown, and what `_meant` raises."""
    officer = turn.must(DeskAct.WORK)
    if not ticket.is_noted_down:
        raise NotNotedDown(number=str(ticket.number))
    person = _meant(turn, whose)
    if person.id == officer.id:
        raise OwnLink
    link = turn.unit.links.ask(ticket, person.id, by=officer.id, now=turn.now)
    said = words.is_it_yours(
        ticket.number,
        by=officer.name,
        channel=ticket.channel,
        received=ticket.created_at,
        zone=turn.resources.zone,
    )
    keys = (
        (Key(labels.IS_MINE, IsMine(link.id, mine=True)),),
        (Key(labels.IS_NOT_MINE, IsMine(link.id, mine=False)),),
    )
    turn.tell(person.id, said, keys, ticket=ticket, purpose=Purpose.OFFER)
    turn.say_about(person, words.asked(ticket.number, name=person.name))


def _meant(turn: Turn, whose: str) -> Person:
    """By @username, or by another ticket of theirs that does not keep its reporter to itself.
    Raises WhoseUnclear, NeverMet, UnknownTicketAtDesk, ReporterHidden."""
    named = whose.strip()
    if named.startswith("@"):
        person = turn.unit.people.by_username(named.removeprefix("@"))
        if person is None:
            raise NeverMet(called=named[:33], username=turn.resources.username)
        return person
    number = ticket_number.number_in(named)
    if number is None:
        raise WhoseUnclear
    other = turn.unit.tickets.by_number(number)
    if other is None or confidential.is_of_abuse(other):
        raise UnknownTicketAtDesk
    person = turn.unit.people.get(other.reporter_id)
    if other.visibility.hides_who:
        raise ReporterHidden(number=str(other.number))
    if person is None or not other.has_chat:
        raise WhoseUnclear
    return person


def accept(turn: Turn, link: TicketLink) -> None:
    """Raises StaleButton where it has come to somebody else, or was taken back."""
    ticket, me = turn.ticket(link.ticket_id), turn.person
    if not (ticket.is_noted_down and _decided(turn, link, LinkStatus.LINKED)):
        raise StaleButton
    move(turn, ticket, Deed.LINK, by=me, also={"reporter_id": me.id})
    reporter.talks_here(turn, ticket)
    keys = (
        (Key(labels.SEE_TICKET, ShowTicket(ticket.id)),),
        (Key(labels.IS_NOT_MINE, NotMine(ticket.id)),),
    )
    turn.edit(words.yours_now(ticket.number, story=ticket.story), keys)
    card.under_card(turn, ticket, words.linked(ticket.number, name=me.name))


def refuse(turn: Turn, link: TicketLink) -> None:
    if not _decided(turn, link, LinkStatus.REFUSED):
        raise StaleButton
    number = turn.ticket(link.ticket_id).number
    turn.edit(words.not_yours())
    turn.tell_desk_about(turn.person, words.refused(number, name=turn.person.name))


def _decided(turn: Turn, link: TicketLink, to: LinkStatus) -> bool:
    return turn.unit.links.decide(link, LinkStatus.ASKED, to, now=turn.now)


def undo(turn: Turn, ticket: Ticket) -> None:
    """Whom the officer named is its reporter again; what the other was told of it goes. Raises
    StaleButton."""
    link = turn.unit.links.of(ticket.id, LinkStatus.LINKED)
    person = turn.unit.people.get(ticket.reporter_id)
    if link is None or person is None or link.person_id != person.id:
        raise StaleButton
    turn.unit.links.decide(link, LinkStatus.LINKED, LinkStatus.ENDED, now=turn.now)
    reporter.close_reply(turn, ticket)
    also = {"reporter_id": link.noted_id, "thread_id": None}
    move(turn, ticket, Deed.UNLINK, by=turn.person, also=also)
    turn.unit.outbox.drop(person.id, purposes=TOLD, ticket_id=ticket.id)
    for ref in turn.unit.refs.of([ticket.id], chat_id=person.id):
        if ref.purpose in TOLD:
            blank(turn, person.id, ref.message_id, ref.file, words.taken_back())
        turn.unit.refs.forget(person.id, [ref.message_id])
    turn.tell(person.id, words.no_longer_yours(ticket.number))
    said = words.unlinked(ticket.number, name=person.name, by=turn.person.name)
    turn.tell_desk_about(person, said)
