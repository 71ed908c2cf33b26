"""Plain words about one's own reports: news, taking one back, and whether it is solved."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.intent import Intent, Situation
from bot.rules.purpose import Purpose
from bot.rules.ticket import ENDED_STATES, RESOLVING, Status
from bot.words import news, own
from faq.text.intent import solved
from faq.text.small_talk import small_talk
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
    return (
        addressed_ticket.heard(turn, text)
        or _asks_for_news(turn, text, on_a_topic=on_a_topic)
        or _takes_back(turn, text)
        or _judges(turn, text, on_a_topic=on_a_topic)
    )


def is_wish(text: str) -> bool:
    """What is answered here though an officer is being talked with."""
    return small_talk(text, Situation.OPEN) in {Intent.WAITING, Intent.WITHDRAW}


def _asks_for_news(turn: Turn, text: str, *, on_a_topic: bool) -> bool:
    meant = small_talk(text, Situation.NONE if on_a_topic else Situation.OPEN)
    if meant is not Intent.WAITING:
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


def _takes_back(turn: Turn, text: str) -> bool:
    if small_talk(text, Situation.OPEN) is not Intent.WITHDRAW:
        return False
    most = turn.resources.limits.open_tickets
    still_open = turn.unit.own_tickets.newest_open(turn.person.id, most=most)
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


def _is_closed(ticket: Ticket) -> bool:
    return ticket.status in DONE


def _closed(turn: Turn, ticket: Ticket, within: timedelta) -> bool:
    resolved = turn.unit.events.last(ticket, *RESOLVING)
    return _is_closed(ticket) and resolved is not None and turn.now - resolved.at < within


def officer_waits(turn: Turn, ticket: Ticket) -> bool:
    """Whether what is written now may be the answer to what somebody asked."""
    return ticket.status is Status.WAITING or reporter.was_asked(turn, ticket)
