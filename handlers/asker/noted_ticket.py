"""Whether a ticket that an officer noted down is theirs: yes, no, and no after all."""

from __future__ import annotations

from bot.errors import StaleButton
from handlers.actions import linking
from handlers.buttons import IsMine, NotMine
from handlers.turn import Turn


def answer(turn: Turn) -> None:
    """By whoever was asked, and nobody else."""
    pressed = turn.button(IsMine)
    link = turn.unit.links.get(pressed.link)
    if link is None or link.person_id != turn.person.id:
        raise StaleButton
    turn.must_show_what_was_pressed()
    turn.toast()
    decide = linking.accept if pressed.mine else linking.refuse
    decide(turn, link)


def undo(turn: Turn) -> None:
    ticket = turn.own_ticket(turn.button(NotMine).ticket)
    linking.undo(turn, ticket)
    turn.toast()
