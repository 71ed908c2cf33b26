"""/antrian: what is still to be done, oldest first."""

from __future__ import annotations

from bot.rules.purpose import Purpose
from bot.words import desk as desk_words
from bot.words import labels
from bot.words import queue as words
from bot.words.html import Html
from handlers.actions import card
from handlers.buttons import Key, Keyboard, Queue
from handlers.turn import Turn
from storage.tables import Ticket

ON_A_PAGE = 10


def queue(turn: Turn) -> None:
    turn.officer()
    turn.say(*_page(turn, 0), purpose=Purpose.QUOTES)


def turn_page(turn: Turn) -> None:
    pressed = turn.button(Queue)
    turn.officer()
    turn.toast()
    turn.edit(*_page(turn, pressed.page), purpose=Purpose.QUOTES)


def _page(turn: Turn, page: int) -> tuple[Html, Keyboard]:
    total = turn.unit.tickets.load(turn.now).open
    if not total:
        return words.queue_empty(), ()
    page = min(page, (total - 1) // ON_A_PAGE)
    first = page * ON_A_PAGE
    rows = [_row(turn, each) for each in turn.unit.tickets.open(first=first, most=ON_A_PAGE)]
    return words.queue(rows, now=turn.now, total=total, first=first + 1), _pages(page, total)


def _row(turn: Turn, ticket: Ticket) -> words.QueueRow:
    officer = turn.unit.people.get(ticket.officer_id) if ticket.officer_id else None
    return words.QueueRow(
        number=ticket.number,
        status=ticket.status,
        kind=ticket.kind,
        story=ticket.story,
        officer=(officer.name or desk_words.FORMER_OFFICER) if officer else None,
        received=ticket.created_at,
        late=ticket.due_at <= turn.now,
        card=card.address(ticket),
    )


def _pages(page: int, total: int) -> Keyboard:
    keys = []
    if page > 0:
        keys.append(Key(labels.PREVIOUS_PAGE, Queue(page - 1)))
    if (page + 1) * ON_A_PAGE < total:
        keys.append(Key(labels.NEXT_PAGE, Queue(page + 1)))
    return (tuple(keys),) if keys else ()
