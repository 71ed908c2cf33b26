"""/ringkasan: how often an officer is told alone what they have in hand."""

from __future__ import annotations

from bot.errors import StaleButton
from bot.rules.digest import SAID, Digest
from bot.words import digest as words
from bot.words import labels
from handlers.buttons import ChooseDigest
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn

NEVER = "never"


def digest(turn: Turn, argument: str) -> None:
    officer = turn.person
    said = " ".join(argument.casefold().split())
    wanted = [often for often, ways in SAID.items() if said in ways]
    if wanted:
        turn.unit.digests.choose(officer.id, wanted[0])
        turn.say_about(officer, words.chosen(officer.name, wanted[0]))
        return
    turn.say_about(
        officer, words.choice(officer.name, turn.unit.digests.of(officer.id)), _keys(officer.id)
    )


def _keys(person_id: int) -> Keyboard:
    return (
        (
            Key(labels.DAILY, ChooseDigest(person_id, Digest.DAILY.value)),
            Key(labels.WEEKLY, ChooseDigest(person_id, Digest.WEEKLY.value)),
        ),
        (Key(labels.NO_DIGEST, ChooseDigest(person_id, NEVER)),),
    )


def choose(turn: Turn) -> None:
    """One's own; a colleague who presses is told how to choose for themselves."""
    officer = turn.person
    pressed = turn.button(ChooseDigest)
    if pressed.person != officer.id or pressed.often not in {*Digest, NEVER}:
        raise StaleButton
    often = None if pressed.often == NEVER else Digest(pressed.often)
    turn.toast()
    turn.edit(words.chosen(officer.name, often), quotes=True, about=officer)
    turn.unit.digests.choose(officer.id, often)
