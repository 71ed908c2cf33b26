""" "Saya juga": somebody whom an incident hit is counted, once, and hears of its end."""

from __future__ import annotations

from bot.words import incident as words
from handlers.actions import incident
from handlers.buttons import MeToo
from handlers.turn import Turn


def me_too(turn: Turn) -> None:
    pressed = turn.button(MeToo)
    row = turn.unit.incidents.get(pressed.incident)
    if row is None or row.closed_at is not None:
        turn.toast(words.over_toast())
        if row is not None:
            turn.edit(words.over(row.title))
        return
    if turn.unit.incidents.join(row, turn.person.id, now=turn.now):
        incident.redraw_later(turn, row)
    turn.toast(words.counted_toast())
    turn.edit(words.counted(row.title))
