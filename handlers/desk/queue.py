"""/antrian: what is still to be done, what is due first in front, whole or a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.errors import StaleButton
from bot.rules.deadline import soon_until
from bot.rules.queue_view import ShownView, View
from bot.words import desk as desk_words
from bot.words import labels
from bot.words import queue as words
from bot.words.html import Html, paragraphs
from faq.text.said.queue_view import view_said
from handlers.actions import card, confidential
from handlers.buttons import Queue, QueueChoices
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.queue import OpenGroup, Waiting

ON_A_PAGE = 10
MOST_GROUPS = 24
IN_A_ROW = 2
GROUPED = (View.CATEGORY, View.OFFICE)


def queue(turn: Turn, said: str) -> None:
    officer = turn.person
    shown = _wanted(turn, said, officer.id)
    text, keys = _page(turn, shown or ShownView(View.ALL), 0)
    turn.say(text if shown else paragraphs(words.no_such_part(), text), keys, quotes=True)


def turn_page(turn: Turn) -> None:
    pressed = turn.button(Queue)
    officer = turn.person
    view = _view(pressed.part)
    about = officer.id if view is View.MINE and not pressed.about else pressed.about
    turn.toast()
    turn.edit(*_page(turn, ShownView(view, about), pressed.page), quotes=True)


def choices(turn: Turn) -> None:
    pressed = turn.button(QueueChoices)
    view = _view(pressed.part)
    if view not in GROUPED:
        raise StaleButton
    found = turn.unit.queue.groups(view, most=MOST_GROUPS)
    keys = [_group_key(view, group) for group in found]
    back = Key(labels.BACK, _key_of(ShownView(View.ALL)))
    turn.toast()
    turn.edit(words.choices(view), (*_rows(keys), (back,)), quotes=True)


def _view(name: str) -> View:
    try:
        return View(name)
    except ValueError:
        raise StaleButton from None


def _wanted(turn: Turn, said: str, officer_id: int) -> ShownView | None:
    """None for words that name no part of it."""
    if not said.strip():
        return ShownView(View.ALL)
    view = view_said(said)
    if view is not None:
        return ShownView(view, officer_id if view is View.MINE else 0)
    sought = said.casefold().strip()
    for kind in GROUPED:
        for group in turn.unit.queue.groups(kind, most=MOST_GROUPS):
            if group.name and sought in group.name.casefold():
                return ShownView(kind, group.ticket_id)
    return None


def _page(turn: Turn, shown: ShownView, page: int) -> tuple[Html, Keyboard]:
    unit, now, soon = turn.unit, turn.now, soon_until(turn.resources.calendar, turn.now)
    counts = unit.queue.counts(now=now, soon=soon, officer_id=turn.person.id)
    if not counts[View.ALL]:
        return words.queue_empty(), ()
    counted = shown.view not in GROUPED and shown.about in {0, turn.person.id}
    total = counts[shown.view] if counted else unit.queue.count(shown, now=now, soon=soon)
    page = min(page, max(0, total - 1) // ON_A_PAGE)
    first = page * ON_A_PAGE
    found = unit.queue.page(shown, now=now, soon=soon, first=first, most=ON_A_PAGE)
    text = words.queue(
        [row_of(each, now, soon) for each in found],
        view=shown.view,
        office=_name(turn, shown, found),
        total=total,
        first=first + 1,
        now=now,
        zone=turn.resources.zone,
    )
    return text, (*_pages(shown, page, total), *_rows(_views(shown, counts)))


def _name(turn: Turn, shown: ShownView, found: list[Waiting]) -> str | None:
    """Whose tickets these are, or of what."""
    if shown.view is View.MINE:
        officer = turn.unit.people.get(shown.about)
        return officer.name if officer else None
    if not found:
        return None
    return found[0].office if shown.view is View.OFFICE else found[0].ticket.category


def row_of(row: Waiting, now: datetime, soon: datetime) -> words.QueueRow:
    ticket = row.ticket
    return words.QueueRow(
        number=ticket.number,
        status=ticket.status,
        kind=ticket.kind,
        story="" if ticket.hides_words else ticket.story,
        reporter=None if ticket.is_known_erased else confidential.called(ticket, row.reporter),
        office=None if ticket.visibility.hides_who else row.office,
        officer=(row.officer or desk_words.FORMER_OFFICER) if ticket.officer_id else None,
        clock=ticket.clock,
        standing=ticket.clock.standing(now, soon),
        card=card.address(ticket),
    )


def _key_of(shown: ShownView, page: int = 0) -> Queue:
    return Queue(page, shown.view.value, shown.about)


def _pages(shown: ShownView, page: int, total: int) -> Keyboard:
    keys = []
    if page > 0:
        keys.append(Key(labels.PREVIOUS_PAGE, _key_of(shown, page - 1)))
    if (page + 1) * ON_A_PAGE < total:
        keys.append(Key(labels.NEXT_PAGE, _key_of(shown, page + 1)))
    return (tuple(keys),) if keys else ()


def _views(shown: ShownView, counts: dict[View, int]) -> Iterator[Key]:
    """What else there is to look at. Whose "mine" are is known when it is pressed."""
    taken = counts[View.ALL] - counts[View.UNTAKEN]
    for view, count in counts.items():
        if view is View.MINE and taken:
            yield Key(labels.QUEUE_VIEWS[view], _key_of(ShownView(view)))
        elif view not in {shown.view, View.MINE} and count:
            yield Key(labels.counted(labels.QUEUE_VIEWS[view], count), _key_of(ShownView(view)))
    for view in GROUPED:
        yield Key(labels.QUEUE_VIEWS[view], QueueChoices(view.value))


def _group_key(view: View, group: OpenGroup) -> Key:
    name = labels.counted(group.name or words.NO_OFFICE, group.tickets)
    return Key(name, _key_of(ShownView(view, group.ticket_id)))


def _rows(keys: Iterator[Key] | list[Key]) -> Keyboard:
    all_keys = tuple(keys)
    return tuple(all_keys[at : at + IN_A_ROW] for at in range(0, len(all_keys), IN_A_ROW))
