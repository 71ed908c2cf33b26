"""Somebody asked to be forgotten; an admin or a supervisor says yes, in the group. Whoever was
only noted down asks by letter or by telephone: they write that down, too."""

from __future__ import annotations

from bot.errors import NotNotedDown, StaleButton
from bot.rules.rights import is_staff
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import privacy as words
from handlers.actions import erasure as actions
from handlers.buttons import CallOffForget, ErasePerson, ForgetNoted
from handlers.turn import Turn
from storage.tables import JobKind


def ask_for_noted(turn: Turn) -> None:
    """From then on like anybody's: a card, a deadline, a button that confirms it."""
    ticket = turn.ticket(turn.button(ForgetNoted).ticket)
    person = turn.unit.people.get(ticket.reporter_id)
    if not ticket.is_noted_down or person is None:
        raise NotNotedDown(number=str(ticket.number))
    if turn.unit.erasures.of(person.id) is None:
        due = turn.resources.privacy.erase_by(turn.now)
        row = turn.unit.erasures.ask(person.id, now=turn.now, due=due)
        actions.post(turn, row, person)
    turn.toast(words.erasure_asked_toast())


def call_off_for_noted(turn: Turn) -> None:
    turn.must_show_what_was_pressed()
    row = turn.unit.erasures.get(turn.button(CallOffForget).number)
    person = turn.unit.people.get(row.person_id) if row and row.person_id else None
    if row is None or person is None or not person.is_noted_down:
        raise StaleButton
    if not turn.unit.erasures.cancel(row):
        turn.toast(words.erasure_decided_toast())
        return
    turn.toast()
    actions.redraw(turn, row, words.erasure_withdrawn(request=row.id, by=turn.person.name))


def confirm(turn: Turn) -> None:
    """There is no way back: so not for every officer, and only on the card that shows whom."""
    pressed = turn.button(ErasePerson)
    officer = turn.person
    if turn.incoming.shown_keys is not None:  # of an old card Telegram may not tell the button
        turn.must_show_what_was_pressed()
    row = turn.unit.erasures.get(pressed.number)
    if row is None:
        raise StaleButton
    asker = turn.unit.people.get(row.person_id) if row.person_id is not None else None
    if asker is not None and is_staff(asker.role):
        turn.toast(words.erasure_of_officer_toast(), alert=True)
        return
    if not turn.unit.erasures.confirm(row, by=officer.id, now=turn.now):
        turn.toast(words.erasure_decided_toast())
        return
    turn.unit.jobs.ask(
        JobKind.ERASE,
        f"erase:{row.id}",
        chat_id=turn.incoming.chat_id,
        arguments={"erasure": row.id},
        now=turn.now,
    )
    record(Action.ERASURE_CONFIRMED, erasure=row.id, by=officer.id)
    turn.toast(words.erasure_confirmed_toast())
    actions.redraw(turn, row, words.erasure_confirmed(request=row.id, by=officer.name))
