"""/ringkasan: how often an officer is told alone what they have in hand."""

from __future__ import annotations

from bot.errors import StaleButton
from bot.rules.digest import Digest
from bot.words import digest as words
from bot.words import labels
from faq.text.said.rhythm import NEVER, digest_said
from handlers.buttons import ChooseDigest
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn


def digest(turn: Turn, argument: str) -> None:
    officer = turn.person
    said = digest_said(argument)
    if said is not None:
        turn.unit.digests.choose(officer.id, _often(said))
        turn.say_about(officer, words.chosen(officer.name, _often(said)))
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
    often = _often(pressed.often)
    turn.toast()
    turn.edit(words.chosen(officer.name, often), quotes=True, about=officer)
    turn.unit.digests.choose(officer.id, often)


def _often(said: str) -> Digest | None:
    return None if said == NEVER else Digest(said)
