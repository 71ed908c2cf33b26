"""Plain words about one's own reports: news, taking one back, and whether it is solved."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.intent import Intent, Situation
from bot.rules.purpose import Purpose
from bot.rules.ticket import ENDED_STATES, RESOLVING, SETTLED_STATES, Status
from bot.words import news, own
from bot.words.ticket import OF_THE_DESK
from faq.text.language import plain
from faq.text.said.own_report import asks_how_it_stands, asks_when, keeps, names_ticket
from faq.text.small_talk.meaning import solved
from faq.text.small_talk.talk import small_talk
from handlers.actions import card, manners, reporter
from handlers.actions import ticket as actions
from handlers.asker import addressed_ticket, own_tickets
from handlers.asker.ticket_state import states, to_each
from handlers.buttons import Withdraw
from handlers.keyboard import Keyboard
from handlers.turn import Turn
from storage.tables import Ticket

FRESH = timedelta(days=2)  # a plain "belum" may still be about what was closed
RECURS_WITHIN = timedelta(days=30)  # "error lagi" is about what was closed
MOST_TOLD = 3
DONE = {*ENDED_STATES} - {Status.RESOLVED, Status.MERGED}  # they wait for nobody's word
VERDICTS = frozenset({Intent.YES, Intent.NO, Intent.AGAIN})


def heard(turn: Turn, text: str, *, on_a_topic: bool) -> bool:
    """False where the words are about no report of theirs. `on_a_topic`: they may go on about
    what the book has just said."""
    if turn.unit.own_tickets.has_none(turn.person.id):
        return _has_none_to_take_back(turn, text)
    on_a_topic = on_a_topic and not _moved_since(turn)
    return (
        addressed_ticket.heard(turn, text, on_a_topic=on_a_topic)
        or _asks_for_news(turn, text, on_a_topic=on_a_topic)
        or _keeps(turn, text)
        or _takes_back(turn, text)
        or _judges(turn, text, on_a_topic=on_a_topic)
    )


def _moved_since(turn: Turn) -> bool:
    """Whether something became of a report since the book has spoken: that was heard last."""
    spoken = turn.unit.people.topic(turn.person)
    mine = turn.unit.own_tickets.newest(turn.person.id, limit=own_tickets.MOST_LISTED)
    latest = turn.unit.events.latest([ticket.id for ticket in mine], but=OF_THE_DESK)
    return spoken is not None and any(event.at > spoken.at for event in latest.values())


def is_wish(turn: Turn, text: str, ticket: Ticket) -> bool:
    """What is answered here though its officer is being talked with: not what may be to what they
    have just said ("kira-kira kapan, pak?"), unless a report is named."""
    meant = small_talk(text, Situation.OPEN)
    waiting = meant is Intent.WAITING and not _is_verdict(ticket, text)
    if reporter.has_just_spoken(turn, ticket):
        to_the_officer = asks_when(text) and not names_ticket(plain(text))
        return (waiting and not to_the_officer) or (meant is Intent.WITHDRAW and not keeps(text))
    return waiting or meant is Intent.WITHDRAW or keeps(text) or asks_how_it_stands(text)


def _is_verdict(ticket: Ticket, text: str) -> bool:
    """ "Sudah tidak ada lagi" of what was settled."""
    return ticket.status in SETTLED_STATES and small_talk(text, Situation.RESOLVED) in VERDICTS


def _asks_for_news(turn: Turn, text: str, *, on_a_topic: bool) -> bool:
    meant = small_talk(text, Situation.NONE if on_a_topic else Situation.OPEN)
    if meant is not Intent.WAITING and not asks_how_it_stands(text, on_a_topic=on_a_topic):
        return False
    mine = turn.unit.own_tickets.newest(turn.person.id, limit=own_tickets.MOST_LISTED)
    waiting = [ticket for ticket in mine if ticket.status not in DONE][:MOST_TOLD]
    if not waiting:
        return False
    told = own.news(states(turn, waiting))
    turn.say(manners.kindly(turn, told), _news_keys(waiting))
    return True


def _news_keys(tickets: list[Ticket]) -> Keyboard:
    if len(tickets) == 1:
        return card.reporter_keys(tickets[0])
    return to_each(tickets)


def _keeps(turn: Turn, text: str) -> bool:
    if not keeps(text):
        return False
    still_open = turn.own_open_tickets()
    if still_open:
        turn.say(own.goes_on([ticket.number for ticket in still_open]))
    return bool(still_open)


def _takes_back(turn: Turn, text: str) -> bool:
    if small_talk(text, Situation.OPEN) is not Intent.WITHDRAW:
        return False
    still_open = turn.own_open_tickets()
    if still_open:
        own_tickets.offer_to_withdraw(turn, still_open)
        return True
    if _judges(turn, text, on_a_topic=False):
        return True
    return _has_none_to_take_back(turn, text)


def _has_none_to_take_back(turn: Turn, text: str) -> bool:
    wished = all(
        small_talk(text, at) is Intent.WITHDRAW for at in (Situation.NONE, Situation.OPEN)
    )
    if wished:
        turn.say(own.nothing_open())
    return wished


def withdraw(turn: Turn) -> None:
    """One tap ends it; pressed twice, the desk is told once."""
    ticket = turn.own_ticket(turn.button(Withdraw).ticket)
    if ticket.status is Status.WITHDRAWN:
        turn.toast(own.withdrawn_already_toast())
        return
    actions.withdraw(turn, ticket)
    turn.toast()
    turn.take_buttons_away()
    keys = card.reporter_keys(ticket)
    turn.say(news.withdrawn(ticket.number), keys, ticket=ticket, purpose=Purpose.RELAY)
    own_tickets.offer_again(turn, ticket)


def _judges(turn: Turn, text: str, *, on_a_topic: bool) -> bool:
    """What a settled ticket waits for, or tells that a closed one is not solved after all."""
    said = solved(text)
    verdict = small_talk(text, Situation.RESOLVED) in VERDICTS
    again = small_talk(text, Situation.ENDED) is Intent.AGAIN
    if said is None and not verdict and not again:
        return False
    mine = turn.unit.own_tickets.newest(turn.person.id, limit=own_tickets.MOST_LISTED)
    if not mine:
        return False
    resolved = [ticket for ticket in mine if ticket.status is Status.RESOLVED]
    ticket = resolved[0] if resolved else mine[0]
    if resolved:
        meant = said is not None or (verdict and not on_a_topic)
    else:
        within = RECURS_WITHIN if again else FRESH
        meant = not on_a_topic and (again or said is False) and _closed(turn, ticket, within)
    if meant and len(resolved) > 1:
        turn.say(own.which_one(states(turn, resolved)), to_each(resolved))
        return True
    if meant:
        ask_whether(turn, ticket, text)
    return meant


def ask_whether(turn: Turn, ticket: Ticket, text: str) -> None:
    """By the buttons under it; and where the words may be a question, with its answer at hand."""
    keys = (*card.reporter_keys(ticket), *own_tickets.in_book(turn, text))
    words = manners.kindly(turn, news.about_this(ticket.number, closed=_is_closed(ticket)))
    turn.say(words, keys, ticket=ticket, purpose=Purpose.RELAY)
    own_tickets.offer_again(turn, ticket, text)


def _is_closed(ticket: Ticket) -> bool:
    return ticket.status in DONE


def _closed(turn: Turn, ticket: Ticket, within: timedelta) -> bool:
    resolved = turn.unit.events.last(ticket, *RESOLVING)
    return _is_closed(ticket) and resolved is not None and turn.now - resolved.at < within


def officer_waits(turn: Turn, ticket: Ticket) -> bool:
    """Whether what is written now may be the answer to what somebody asked."""
    return ticket.status is Status.WAITING or reporter.was_asked(turn, ticket)
