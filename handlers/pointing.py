"""What is passed on of a message: its words, below what they point at, and whose they are."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.pointing import Pointed
from bot.words import pointing as words
from handlers.turn import Turn


def told(turn: Turn, text: str | None) -> str | None:
    """Into a report: the bot's own question, answered by a swipe, need not be told again. What is
    no words stays none: a story is asked for all the same."""
    if not (text or "").strip():
        return text
    return _above(turn, text, _worth_telling(turn.incoming.pointed))


def answered(turn: Turn, text: str | None) -> str:
    """To the desk: with what it answers, be that an officer's words or the bot's."""
    pointed = turn.incoming.pointed
    if pointed is not None and pointed.ours and not pointed.quoted:
        pointed = _of_ours(turn, pointed)
    return _above(turn, text, pointed) or ""


def to_reporter(turn: Turn, text: str) -> str:
    """From the desk: what the officer quotes, or which of the files is meant. That a card or the
    newest words are answered goes without saying."""
    pointed = _worth_telling(turn.incoming.pointed)
    if pointed is None and turn.incoming.pointed is not None and turn.incoming.pointed.kind:
        pointed = replace(turn.incoming.pointed, words=None)
    return _above(turn, text, pointed) or ""


def _above(turn: Turn, text: str | None, pointed: Pointed | None) -> str | None:
    """Every part of an album points at the same: it is told above the words."""
    if turn.incoming.in_album and not text:
        return text
    above = words.above(text, pointed, turn.incoming.forwarded)
    return text if above is None else above


def _worth_telling(pointed: Pointed | None) -> Pointed | None:
    plain = pointed is not None and pointed.ours and not pointed.quoted and pointed.by is None
    return None if plain else pointed


def _of_ours(turn: Turn, pointed: Pointed) -> Pointed | None:
    """Officers' words stand between ours; what else we say of a ticket is no matter of theirs."""
    said = words.said_by_officer(pointed.words or "")
    if said is not None:
        return replace(pointed, words=said)
    number = turn.incoming.reply_to
    known = number is not None and turn.unit.refs.get(turn.incoming.chat_id, number) is not None
    if known and pointed.kind is None:
        return None
    return replace(pointed, words=(pointed.words or "").partition("\n")[0] or None)
