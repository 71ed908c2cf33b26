"""What stands behind "Lainnya…" on a ticket's card: its buttons change in place, so that no
message is spent on them, and any change of the ticket brings back the usual ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from bot.errors import NobodyElse, StaleButton
from bot.rules.purpose import CLOSINGS, Purpose
from bot.rules.ticket import ENDED_STATES, SETTLED_STATES, Number, Status
from bot.words import labels
from bot.words.labels import Label
from handlers.actions import assigning, card, confidential, correcting
from handlers.actions.correcting import Field
from handlers.buttons import (
    CardMenu,
    Closing,
    Correct,
    Defer,
    Follow,
    ForgetNoted,
    HandOver,
    HistoryPage,
    LinkReporter,
    Merge,
    OutOfScope,
    Release,
    Split,
    UnlinkReporter,
    Verify,
)
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import Ticket

IN_A_ROW = 2
MOST_COLLEAGUES = 12
DAYS_AHEAD = (1, 3, 7, 14)
MOST_LIKELY = 4
MOST_SUGGESTED = 3
LOOKED_AT = 100  # open tickets, for one that may be the same
ALIKE = 0.35  # by handlers.resources.Resources.clusters


class Menu(StrEnum):
    CARD = "card"
    MORE = card.MORE
    HAND_OVER = card.HAND_OVER
    DEFER = card.DEFER
    MERGE = "merge"
    CORRECT = "fix"
    KIND = Field.KIND.value
    CATEGORY = Field.CATEGORY.value
    PRIORITY = Field.PRIORITY.value
    DEADLINE_CLASS = Field.DEADLINE_CLASS.value
    RESULT = Field.RESULT.value


BACK_TO = (
    dict.fromkeys((Menu.MORE, Menu.HAND_OVER, Menu.DEFER), Menu.CARD)
    | {Menu.CORRECT: Menu.MORE}
    | {Menu(field.value): Menu.CORRECT for field in Field}
)


def show(turn: Turn) -> None:
    pressed = turn.button(CardMenu)
    ticket = turn.ticket(pressed.ticket)
    try:
        menu = Menu(pressed.menu)
    except ValueError:
        raise StaleButton from None
    keys = _keys(turn, ticket, menu)
    if menu is not Menu.CARD:
        back = CardMenu(ticket.id, BACK_TO.get(menu, Menu.MORE))
        keys = (*keys, (Key(labels.BACK, back),))
    turn.show_keys(keys)
    turn.toast()


def _keys(turn: Turn, ticket: Ticket, menu: Menu) -> Keyboard:
    match menu:
        case Menu.CARD:
            return card.keys(ticket)
        case Menu.MORE:
            return (*_likeliest(turn, ticket), *_categories(turn, ticket), *_more(ticket))
        case Menu.HAND_OVER:
            return _colleagues(turn, ticket)
        case Menu.DEFER:
            return _days(turn, ticket)
        case Menu.MERGE:
            return _likely(turn, ticket)
        case Menu.CORRECT:
            return _fields(ticket)
        case _:
            return _values(turn, ticket, Field(menu.value))


def _more(ticket: Ticket) -> Keyboard:
    """What can be done to it beside the common deeds, as its state is."""
    this = ticket.id

    def menu(label: Label, which: Menu) -> Key:
        return Key(label, CardMenu(this, which))

    keys = []
    if ticket.status not in ENDED_STATES:
        if ticket.status is Status.OPEN:
            keys.append(Key(labels.VERIFY, Verify(this)))
        if ticket.officer_id is not None:
            keys.append(Key(labels.RELEASE, Release(this)))
        if ticket.is_noted_down:  # its card has fewer
            keys.append(menu(labels.HAND_OVER, Menu.HAND_OVER))
            keys.append(menu(labels.DEFER, Menu.DEFER))
        keys += [
            menu(labels.MERGE, Menu.MERGE),
            Key(labels.SPLIT, Split(this)),
            Key(labels.OUT_OF_SCOPE, OutOfScope(this)),
        ]
    if ticket.is_noted_down:
        keys.append(Key(labels.LINK_REPORTER, LinkReporter(this)))
        keys.append(Key(labels.FORGET_NOTED, ForgetNoted(this)))
    if ticket.is_linked:
        keys.append(Key(labels.UNLINK_REPORTER, UnlinkReporter(this)))
    keys += [
        menu(labels.CORRECT, Menu.CORRECT),
        Key(labels.FOLLOW, Follow(this)),
        Key(labels.HISTORY, HistoryPage(this, 0)),
    ]
    return rows(keys)


def _colleagues(turn: Turn, ticket: Ticket) -> Keyboard:
    """Raises NobodyElse."""
    found = assigning.colleagues(turn, ticket)[:MOST_COLLEAGUES]
    if not found:
        raise NobodyElse
    return rows([Key(labels.label(each.name), HandOver(ticket.id, each.id)) for each in found])


def _days(turn: Turn, ticket: Ticket) -> Keyboard:
    """Working days only: on others nobody would go on with it."""
    calendar = turn.resources.calendar
    today = calendar.today(turn.now)
    days: list[date] = []
    for ahead in DAYS_AHEAD:
        day = today + timedelta(days=ahead)
        while not calendar.is_working_day(day) or day in days:
            day += timedelta(days=1)
        days.append(day)
    keys = [Key(labels.until(day), Defer(ticket.id, day.isoformat())) for day in days]
    return (*rows(keys), (Key(labels.OTHER_DATE, Defer(ticket.id, "")),))


def _likeliest(turn: Turn, ticket: Ticket) -> Keyboard:
    """What it is merged with by one tap, if there is such."""
    found = [] if ticket.status in ENDED_STATES else _alike(turn, ticket)
    return tuple((_same_key(turn, ticket, other, labels.merge_into),) for other in found[:1])


def _categories(turn: Turn, ticket: Ticket) -> Keyboard:
    """What it may be about instead, by its story: one tap corrects it."""
    if not ticket.story:
        return ()
    known = correcting.choices(turn, Field.CATEGORY)
    guessed = [
        category
        for category in turn.resources.filing.guess(ticket.story).categories
        if category != ticket.category
    ]
    return tuple(
        (Key(labels.about(each), Correct(ticket.id, Field.CATEGORY, known.index(each))),)
        for each in guessed[:MOST_SUGGESTED]
    )


def _likely(turn: Turn, ticket: Ticket) -> Keyboard:
    keys = [_same_key(turn, ticket, other, labels.same_as) for other in _alike(turn, ticket)]
    return (*((key,) for key in keys), (Key(labels.OTHER_NUMBER, Merge(ticket.id, 0)),))


def _alike(turn: Turn, ticket: Ticket) -> list[Ticket]:
    """Open tickets known to be of the same reporter, then those with a similar story."""
    alike = turn.resources.clusters.likeness.alike
    found = []
    for other in turn.unit.open_tickets.perhaps_same(ticket, most=LOOKED_AT):
        if ticket.hides_words or other.hides_words:
            continue
        nameless = ticket.visibility.hides_who or other.visibility.hides_who or ticket.is_erased
        same = other.reporter_id == ticket.reporter_id and not nameless
        score = alike(ticket.story, other.story)
        if same or score >= ALIKE:
            found.append((same, score, other))
    found.sort(key=lambda row: row[:2], reverse=True)
    return [other for _, _, other in found[:MOST_LIKELY]]


def _same_key(
    turn: Turn, ticket: Ticket, other: Ticket, called: Callable[[Number, str, str], Label]
) -> Key:
    reporter = turn.unit.people.get(other.reporter_id)
    name = confidential.called(other, reporter.name if reporter else "?")
    return Key(called(other.number, name, other.story), Merge(ticket.id, other.id))


def _fields(ticket: Ticket) -> Keyboard:
    settled = ticket.status in SETTLED_STATES
    fields = [field for field in Field if settled or field is not Field.RESULT]
    return rows(
        [Key(labels.FIELDS[field], CardMenu(ticket.id, Menu(field.value))) for field in fields]
    )


def _values(turn: Turn, ticket: Ticket, field: Field) -> Keyboard:
    now = getattr(ticket, field)
    return rows(
        [
            Key(
                labels.chosen(labels.of_field(field, value), now=value == now),
                Correct(ticket.id, field, place),
            )
            for place, value in enumerate(correcting.choices(turn, field))
        ]
    )


def closing(ticket: Ticket, purpose: Purpose) -> Keyboard:
    """While a closing note is being written: what the closing led to, and the card's own."""
    results = [
        Key(
            labels.chosen(labels.RESULTS[result], now=each is purpose),
            Closing(ticket.id, result.value),
        )
        for each, result in CLOSINGS.items()
    ]
    return (*card.keys(ticket), *rows(results))


def rows(keys: Sequence[Key]) -> Keyboard:
    return tuple(tuple(keys[first : first + IN_A_ROW]) for first in range(0, len(keys), IN_A_ROW))
