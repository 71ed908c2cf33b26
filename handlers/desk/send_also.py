"""Whether an answer that was held back is sent after all."""

from __future__ import annotations

from bot.errors import NotYours, StaleButton
from bot.words import desk
from handlers.buttons import SendAlso
from handlers.desk import album, ticket_card
from handlers.turn import Turn
from storage.albums import files_of


def press(turn: Turn) -> None:
    """Only by whoever wrote it. Pressed twice, it is sent once."""
    pressed = turn.button(SendAlso)
    row = turn.unit.held_answers.get(turn.incoming.chat_id, pressed.message)
    if row is None:
        raise StaleButton
    if row.person_id != turn.person.id:
        raise NotYours
    turn.must_show_what_was_pressed()
    turn.unit.held_answers.let_go(row)
    if pressed.yes:
        writer, ref = album.answering(turn, row, row.text)
        ticket_card.reply(writer, ref, files_of(row), sure=True)
    turn.toast()
    turn.edit(desk.sent_also() if pressed.yes else desk.not_sent())
