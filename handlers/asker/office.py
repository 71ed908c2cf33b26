"""The office is asked once, under the receipt of the first report: chosen, typed, or skipped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from hashlib import sha256

from bot.errors import StaleButton
from bot.rules.dialog import DialogKind
from bot.words import labels, own, roster
from faq.text.said.office_named import is_an_office, office_named, skips
from handlers.actions import office_names
from handlers.asker import dialog
from handlers.buttons import Button, OfficeList, PickOffice, SetOffice, SkipOffice
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn

FEW = 6  # offices under the receipt itself
ON_A_PAGE = 10
ANSWERED_WITHIN = timedelta(hours=1)
MARK = 6  # hexadecimal digits

Pick = Callable[[int, str], Button]  # by place in the list, and mark


def is_to_be_asked(turn: Turn) -> bool:
    """True once: whoever does not answer is not asked again."""
    person = turn.person
    if person.office is not None or person.office_asked_at is not None:
        return False
    person.office_asked_at = turn.now
    return True


def keys(turn: Turn) -> Keyboard:
    named = turn.resources.offices.names
    skip = Key(labels.SKIP, SkipOffice())
    if not named:
        return ((Key(labels.SET_OFFICE, SetOffice()), skip),)
    if len(named) <= FEW:
        rows = each_row(named, pick=PickOffice, first=0, most=FEW)
        return (*rows, (Key(labels.OTHER_OFFICE, SetOffice()), skip))
    return ((Key(labels.CHOOSE_OFFICE, OfficeList(0)), skip),)


def turn_page(turn: Turn) -> None:
    """From the receipt the list is a message of its own; from the list it is another page."""
    page, named = turn.button(OfficeList).page, turn.resources.offices.names
    rows, pages = page_of(named, page, pick=PickOffice, turn_to=OfficeList)
    turn.toast()
    other = (Key(labels.OTHER_OFFICE, SetOffice()), Key(labels.SKIP, SkipOffice()))
    turn.say(own.which_office(page + 1, pages), (*rows, other))


def page_of(
    named: tuple[str, ...], page: int, *, pick: Pick, turn_to: Callable[[int], Button]
) -> tuple[Keyboard, int]:
    """And of how many. Raises StaleButton where the list has become shorter."""
    pages = -(-len(named) // ON_A_PAGE)
    if page >= pages:
        raise StaleButton
    beside = (
        *([Key(labels.PREVIOUS_PAGE, turn_to(page - 1))] if page else []),
        *([Key(labels.NEXT_PAGE, turn_to(page + 1))] if page + 1 < pages else []),
    )
    rows = each_row(named, pick=pick, first=page * ON_A_PAGE, most=ON_A_PAGE)
    return ((*rows, beside) if beside else rows), pages


def each_row(named: tuple[str, ...], *, pick: Pick, first: int, most: int) -> Keyboard:
    return tuple(
        (Key(labels.label(name), pick(at, _mark(name))),)
        for at, name in enumerate(named[first : first + most], first)
    )


def nearly(named: tuple[str, ...], like: Sequence[str], *, pick: Pick) -> Keyboard:
    """Offices that what was written may mean."""
    places = [named.index(each) for each in like]
    return tuple(row for at in places for row in each_row(named, pick=pick, first=at, most=1))


def at_place(named: tuple[str, ...], place: int, mark: str) -> str:
    """Raises StaleButton where another office stands there by now."""
    if place >= len(named) or _mark(named[place]) != mark:
        raise StaleButton
    return named[place]


def _mark(name: str) -> str:
    """The list may have changed since the button was shown."""
    return sha256(name.encode()).hexdigest()[:MARK]


def pick(turn: Turn) -> None:
    pressed = turn.button(PickOffice)
    name = at_place(turn.resources.offices.names, pressed.place, pressed.mark)
    turn.toast()
    turn.take_buttons_away()
    if not is_listed(turn):
        keep(turn, name)


def skip(turn: Turn) -> None:
    turn.toast(own.office_skipped_toast())
    turn.take_buttons_away()


def heard(turn: Turn, text: str) -> bool:
    """What is typed soon after it was asked, if it can be nothing but an office, or "lewati"."""
    person = turn.person
    asked = person.office_asked_at
    if person.office is not None or asked is None or turn.now - asked > ANSWERED_WITHIN:
        return False
    if skips(text):
        turn.say(own.office_skipped())
        return True
    name = office_named(text)
    if office_names.listed(turn.resources, name) is None and not is_an_office(text):
        return False
    keep(turn, name)
    return True


def keep(turn: Turn, written: str) -> None:
    """By today's name where it is plain which is meant; else as written, and what it is like is
    offered."""
    found = turn.resources.offices.read(written)
    turn.person.office = found.name or written
    if DialogKind.OFFICE in dialog.open_now(turn):
        dialog.end(turn, DialogKind.OFFICE)
    keys = nearly(turn.resources.offices.names, found.like, pick=PickOffice)
    turn.say(own.office_kept(turn.person.office, or_else=bool(keys)), keys)


def is_listed(turn: Turn) -> bool:
    """Whether the list of personnel tells their office; then it is said, and not asked."""
    linked = turn.unit.roster.of_person(turn.person.id)
    office = None if linked is None or linked.entry is None else linked.entry.office
    if office is not None:
        turn.say(roster.office_is_listed(office=office))
    return office is not None
