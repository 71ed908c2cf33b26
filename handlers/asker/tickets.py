"""/tiket: one's own reports, what became of them, and the last word on them."""

from __future__ import annotations

from bot.errors import UnknownTicket
from bot.rules.ticket import Number, Status
from bot.rules.verdict import verdict
from bot.words import labels, news, own
from faq.asking import asks
from faq.match import Answer
from handlers.actions import card, reporter
from handlers.actions import ticket as actions
from handlers.asker import complaint
from handlers.buttons import (
    AddToTicket,
    Confirm,
    Dispute,
    Key,
    Keyboard,
    ShowEntry,
    ShowTicket,
)
from handlers.turn import Turn
from storage.refs import RELAY
from storage.tables import Ticket
from storage.tickets import key, number_of

MOST_LISTED = 10


def tickets(turn: Turn, argument: str) -> None:
    if argument:
        _page(turn, _by_number(turn, argument))
        return
    mine = turn.unit.tickets.of_reporter(turn.person.id, limit=MOST_LISTED)
    if not mine:
        turn.say(own.no_tickets())
        return
    rows = [(number_of(ticket), ticket.status, ticket.story) for ticket in mine]
    keys = [
        (Key(labels.label(str(number_of(ticket))), ShowTicket(key(ticket))),) for ticket in mine
    ]
    turn.say(own.ticket_list(rows), tuple(keys))


def _by_number(turn: Turn, argument: str) -> Ticket:
    """Somebody else's number gets the answer of one that was never given out."""
    number = Number.parse(argument, this_year=turn.house.calendar.today(turn.now).year)
    ticket = turn.unit.tickets.by_number(number) if number else None
    if ticket is None or ticket.reporter_id != turn.person.id:
        raise UnknownTicket
    return ticket


def show(turn: Turn) -> None:
    pressed = turn.button(ShowTicket)
    ticket = turn.own_ticket(pressed.ticket)
    turn.toast()
    _page(turn, ticket)


def _page(turn: Turn, ticket: Ticket) -> None:
    officer = turn.unit.people.get(ticket.officer_id) if ticket.officer_id else None
    turn.say(
        own.ticket_page(
            number=number_of(ticket),
            kind=ticket.kind,
            category=ticket.category,
            status=ticket.status,
            story=ticket.story,
            officer=officer.name if officer else None,
            received=ticket.created_at,
            zone=turn.house.zone,
            history=turn.unit.tickets.history(ticket),
        ),
        card.reporter_keys(ticket),
        ticket=ticket,
        purpose=RELAY,
    )


def confirm(turn: Turn) -> None:
    pressed = turn.button(Confirm)
    ticket = turn.own_ticket(pressed.ticket)
    _solved(turn, ticket)
    turn.toast()
    turn.take_buttons_away()


def dispute(turn: Turn) -> None:
    pressed = turn.button(Dispute)
    ticket = turn.own_ticket(pressed.ticket)
    _not_solved(turn, ticket)
    turn.toast()
    turn.take_buttons_away()


def _solved(turn: Turn, ticket: Ticket) -> None:
    actions.confirm(turn, ticket)
    turn.say(news.thanks_closed(number_of(ticket)), ticket=ticket, purpose=RELAY)


def _not_solved(turn: Turn, ticket: Ticket) -> None:
    actions.dispute(turn, ticket)
    turn.say(news.disputed(number_of(ticket)), ticket=ticket, purpose=RELAY)


def add(turn: Turn) -> None:
    pressed = turn.button(AddToTicket)
    ticket = turn.own_ticket(pressed.ticket)
    reporter.open_reply(turn, ticket, lasts=reporter.REPLY_OPEN)
    turn.toast()
    words = news.write_more(number_of(ticket), busy=reporter.busy(turn, ticket))
    turn.say(words, ticket=ticket, purpose=RELAY)


def answer(turn: Turn, ticket: Ticket) -> None:
    """The reporter writes, or sends a file, that belongs to this ticket."""
    text = (turn.heard.text or "").strip()
    asked = ticket.status is Status.RESOLVED and turn.heard.file is None
    match verdict(text) if asked else None:
        case True:
            _solved(turn, ticket)
        case False:
            _not_solved(turn, ticket)
        case None:
            _pass_on(turn, ticket, text)


def _pass_on(turn: Turn, ticket: Ticket, text: str) -> None:
    actions.answer(turn, ticket, text, turn.heard.file)
    keys = _answer_in_book(turn, text)
    words = news.answer_passed(number_of(ticket), in_book=bool(keys))
    # Like all that is said of a ticket it can be replied to, also days later.
    in_album = turn.heard.file is not None and turn.heard.file.group_id is not None
    turn.say(
        words,
        keys,
        ticket=ticket,
        purpose=RELAY,
        coalesce=f"passed:{key(ticket)}",
        delay=complaint.ALBUM_SETTLES if in_album else None,
    )


def _answer_in_book(turn: Turn, text: str) -> Keyboard:
    """Plain words go to the open ticket; if they were a new question, its answer is a tap away."""
    if not asks(text):
        return ()
    found = turn.house.matcher.find(text)
    entry = turn.house.book.get(found.best) if isinstance(found, Answer) else None
    return ((Key(labels.label(entry.question), ShowEntry(entry.id)),),) if entry else ()
