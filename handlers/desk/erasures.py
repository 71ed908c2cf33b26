"""Somebody asked to be forgotten; an admin or a supervisor says yes, in the group."""

from __future__ import annotations

from bot.errors import StaleButton
from bot.rules.rights import is_staff
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import privacy as words
from handlers.actions import erasure as actions
from handlers.buttons import ErasePerson
from handlers.turn import Turn
from storage.tables import JobKind


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
