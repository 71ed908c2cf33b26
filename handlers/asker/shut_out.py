"""Who is blocked hears one sentence, and is not listened to."""

from __future__ import annotations

from bot.rules.rights import is_staff
from bot.words import blocking as words
from faq.text.said.own_data import right_in
from handlers import buttons as b
from handlers.turn import Turn

RIGHTS = {"data_saya", "hapus_data"}
RIGHTS_PRESSED = (b.EraseMe, b.KeepMe)
CONTACT = "kontak-bkpsdm"  # in the book's local facts; nothing is invented where it is empty


def turned_away(turn: Turn) -> bool:
    """Whether nothing more is to be done about this update."""
    person = turn.person
    if person.blocked_at is None or turn.is_officer or _uses_a_right(turn):
        return False
    if turn.incoming.private and person.block_told_at is None:
        person.block_told_at = turn.now
        fact = turn.resources.book.local.get(CONTACT)
        turn.say(words.shut_out(contact=fact.value if fact else None))
    return True


def turned_away_as_guest(turn: Turn) -> bool:
    """Quietly: what is said there is read by a chat that has nothing to do with it. Guests are
    nobody to a turn (`handlers/serve.py`), so who it is has to be looked up."""
    who = turn.incoming.who
    person = None if who is None else turn.unit.people.get(who.id)
    return person is not None and person.blocked_at is not None and not is_staff(person.role)


def _uses_a_right(turn: Turn) -> bool:
    """To see what is kept of them, and to have it erased, everybody keeps (UU 27/2022)."""
    incoming = turn.incoming
    if not incoming.private:
        return False
    if incoming.kind == "press":
        return isinstance(b.parse(incoming.data or ""), RIGHTS_PRESSED)
    command = incoming.command(turn.resources.username)
    if command is None:
        return not incoming.not_own and right_in((incoming.text or "").strip()) is not None
    return command[0] in RIGHTS
