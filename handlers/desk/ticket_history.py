"""A ticket with all that ever happened to it, page by page."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import StaleButton
from bot.rules.rights import DeskAct
from bot.words import card as card_words
from bot.words import labels
from bot.words.html import Html
from bot.words.ticket import all_on_card
from handlers.actions import card
from handlers.buttons import HistoryPage
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.events import EventSeen
from storage.tables import Ticket


def rest(turn: Turn, ticket: Ticket, events: Sequence[EventSeen]) -> None:
    """Below a card that was asked for: what it could not show, if there is such."""
    if not all_on_card(events):
        text, keys = _page(turn, ticket, events, 0)
        turn.say(text, keys, quotes=True, prompted_id=ticket.reporter_id)


def show(turn: Turn) -> None:
    """From the card it is a message of its own, of which the pages are then turned."""
    pressed = turn.button(HistoryPage)
    turn.must(DeskAct.SEE)
    ticket = turn.ticket(pressed.ticket)
    events = turn.unit.events.history(ticket)
    text, keys = _page(turn, ticket, events, pressed.page)
    turn.toast()
    shown = turn.unit.refs.get(turn.incoming.chat_id, turn.incoming.message_id or 0)
    if shown is not None:
        turn.say(text, keys, quotes=True, prompted_id=ticket.reporter_id)
    else:
        reporter = turn.unit.people.get(ticket.reporter_id)
        turn.edit(text, keys, quotes=True, about=reporter)


def _page(
    turn: Turn, ticket: Ticket, events: Sequence[EventSeen], page: int
) -> tuple[Html, Keyboard]:
    history = card.as_the_desk_sees(events, ticket)
    pages = card_words.history_pages(ticket.number, history, zone=turn.resources.zone)
    if not 0 <= page < len(pages):
        raise StaleButton
    keys = []
    if page > 0:
        keys.append(Key(labels.PREVIOUS_PAGE, HistoryPage(ticket.id, page - 1)))
    if page + 1 < len(pages):
        keys.append(Key(labels.NEXT_PAGE, HistoryPage(ticket.id, page + 1)))
    return pages[page], ((tuple(keys),) if keys else ())
