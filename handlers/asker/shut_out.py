"""Who is blocked hears one sentence, and is not listened to."""

from __future__ import annotations

from bot.words import blocking as words
from handlers.turn import Turn

CONTACT = "kontak-bkpsdm"  # in the book's local facts; nothing is invented where it is empty


def turned_away(turn: Turn) -> bool:
    """Whether nothing more is to be done about this update."""
    person = turn.person
    if person.blocked_at is None or turn.is_officer:
        return False
    if turn.incoming.private and person.block_told_at is None:
        person.block_told_at = turn.now
        fact = turn.resources.book.local.get(CONTACT)
        turn.say(words.shut_out(contact=fact.value if fact else None))
    return True
