"""What was not understood: nobody is told so twice in a row; then a person is offered."""

from __future__ import annotations

from datetime import timedelta

from bot.words import labels
from bot.words import manners as words
from bot.words.html import Html
from handlers.actions import manners
from handlers.buttons import StartComplaint
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn

IN_A_ROW = timedelta(minutes=30)
TO_OFFICER: Keyboard = ((Key(labels.START_COMPLAINT, StartComplaint()),),)


def say(turn: Turn, first: Html, to_officer: Keyboard = TO_OFFICER) -> None:
    """`first`, unless the last thing they heard was that already."""
    before, turn.person.puzzled_at = turn.puzzled_before, turn.now
    twice = before is not None and turn.now - before < IN_A_ROW
    turn.say(manners.kindly(turn, words.person_instead() if twice else first), to_officer)
