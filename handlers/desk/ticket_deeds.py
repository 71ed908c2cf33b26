"""The presses behind a card's "Lainnya…". Each deed checks who does it."""

from __future__ import annotations

from datetime import date

from bot.errors import StaleButton
from bot.rules.purpose import Purpose
from bot.rules.ticket import Deed
from bot.words import desk
from handlers.actions import assigning, card, correcting, deferring, merging
from handlers.actions.correcting import Field
from handlers.actions.moving import must_be_possible
from handlers.buttons import (
    Correct,
    Defer,
    HandOver,
    Merge,
    OutOfScope,
    Release,
    Resume,
    Split,
    Unmerge,
    Verify,
)
from handlers.desk.ticket_card import at_once, prompt
from handlers.turn import Turn


def verify(turn: Turn) -> None:
    at_once(turn, turn.button(Verify).ticket, assigning.verify, desk.verified_toast)


def release(turn: Turn) -> None:
    at_once(turn, turn.button(Release).ticket, assigning.release, desk.released_toast)


def hand_over(turn: Turn) -> None:
    pressed = turn.button(HandOver)
    ticket = turn.ticket(pressed.ticket)
    colleague = turn.unit.people.get(pressed.person)
    if colleague is None:
        raise StaleButton
    assigning.hand_over(turn, ticket, colleague)
    turn.toast(desk.handed_over_toast(ticket.number))


def defer(turn: Turn) -> None:
    """To a day on a button, or to one that is asked for."""
    pressed = turn.button(Defer)
    ticket = turn.ticket(pressed.ticket)
    must_be_possible(turn, ticket, Deed.DEFER)
    if not pressed.until:
        prompt(turn, ticket, Purpose.DEFER)
        return
    try:
        day = date.fromisoformat(pressed.until)
    except ValueError:
        raise StaleButton from None
    if day <= turn.resources.calendar.today(turn.now):  # a button of a day that is over
        raise StaleButton
    until = deferring.defer(turn, ticket, day)
    zone = turn.resources.zone
    turn.toast(desk.deferred_toast(ticket.number, until=until, zone=zone))


def resume(turn: Turn) -> None:
    at_once(turn, turn.button(Resume).ticket, deferring.resume, desk.resumed_toast)


def out_of_scope(turn: Turn) -> None:
    ticket = turn.ticket(turn.button(OutOfScope).ticket)
    must_be_possible(turn, ticket, Deed.OUT_OF_SCOPE)
    prompt(turn, ticket, Purpose.SCOPE)


def merge(turn: Turn) -> None:
    pressed = turn.button(Merge)
    ticket = turn.ticket(pressed.ticket)
    must_be_possible(turn, ticket, Deed.MERGE)
    if not pressed.master:
        prompt(turn, ticket, Purpose.MERGE)
        return
    master = merging.merge(turn, ticket, turn.ticket(pressed.master))
    turn.toast(desk.merged_toast(ticket.number, master.number))


def unmerge(turn: Turn) -> None:
    at_once(turn, turn.button(Unmerge).ticket, merging.unmerge, desk.unmerged_toast)


def split(turn: Turn) -> None:
    ticket = turn.ticket(turn.button(Split).ticket)
    must_be_possible(turn, ticket, Deed.SPLIT)
    prompt(turn, ticket, Purpose.SPLIT)


def correct(turn: Turn) -> None:
    pressed = turn.button(Correct)
    ticket = turn.ticket(pressed.ticket)
    try:
        field = Field(pressed.what)
        value = correcting.choices(turn, field)[pressed.option]
    except (ValueError, IndexError):
        raise StaleButton from None
    if correcting.correct(turn, ticket, field, value):
        turn.toast(desk.corrected_toast(ticket.number))
    else:
        turn.show_keys(card.keys(ticket))
        turn.toast(desk.same_already_toast())
