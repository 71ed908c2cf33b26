"""/start, /bantuan, /jadwal, and deep links that open an entry."""

from __future__ import annotations

from bot.words import asker, labels, own
from handlers.asker import manual
from handlers.buttons import Key, StartComplaint
from handlers.turn import Turn


def start(turn: Turn, payload: str) -> None:
    """The payload of t.me/<bot>?start=… is anybody's text: only an entry's id means something."""
    found = turn.resources.book.get(payload) if payload else None
    if found is not None:
        manual.show(turn, found)
        return
    turn.say(asker.welcome(turn.person.name))


def help_page(turn: Turn) -> None:
    turn.say(asker.help_page())


def clinic(turn: Turn) -> None:
    turn.say(own.clinic_unknown(), ((Key(labels.START_COMPLAINT, StartComplaint()),),))


def unknown(turn: Turn) -> None:
    turn.say(asker.unknown_command())


def unreadable(turn: Turn) -> None:
    turn.say(asker.cannot_read(turn.incoming.other))
