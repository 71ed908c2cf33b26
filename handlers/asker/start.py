"""/start, /bantuan, and deep links that open an entry or a session, or tell who is there."""

from __future__ import annotations

from collections.abc import Collection

from bot.rules.clinic import looks_like_a_code
from bot.rules.privacy.retention import Kept
from bot.words import asker, manners
from faq.text.typos import nearest
from handlers.asker import clinic, clinic_day, manual, puzzled
from handlers.turn import Turn

MOST_DIGITS = 12


def start(turn: Turn, payload: str) -> None:
    """The payload of t.me/<bot>?start=… is anybody's text: only an entry's id means something, a
    session's number and a code of attendance."""
    kind, _, rest = payload.partition("_")
    if kind == "hadir" and looks_like_a_code(rest):
        clinic_day.by_code(turn, rest)
        return
    if kind == "sesi" and rest.isascii() and rest.isdigit() and len(rest) <= MOST_DIGITS:
        clinic.show(turn, int(rest))
        return
    found = turn.resources.book.get(payload) if payload else None
    if found is not None:
        manual.show(turn, found)
        return
    kept = turn.resources.privacy
    turn.say(
        asker.welcome(
            turn.person.name,
            question_days=kept.days(Kept.QUESTIONS),
            ticket_days=kept.days(Kept.TICKETS),
            backup_days=turn.resources.backups_kept,
            erase_within=kept.erase_within,
        )
    )


def help_page(turn: Turn) -> None:
    turn.say(asker.help_page())


def unknown(turn: Turn, name: str, known: Collection[str]) -> None:
    near = nearest(name, known)
    if near is not None:
        turn.say(manners.did_you_mean_command(near))
    else:
        puzzled.say(turn, asker.unknown_command())


def unreadable(turn: Turn) -> None:
    puzzled.say(turn, asker.cannot_read(turn.incoming.other))
