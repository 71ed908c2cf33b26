"""/petugas: who may act at the desk. Admins come from ADMIN_IDS and appoint the others."""

from __future__ import annotations

from bot.rules.purpose import Purpose
from bot.rules.ticket import Role
from bot.words import blocking, desk
from handlers.turn import Turn
from storage.tables import Person


def officers(turn: Turn, argument: str) -> None:
    """`/petugas`, or `/petugas tambah|hapus` as a reply to the person or with @name or id."""
    turn.officer()
    verb, _, who = argument.partition(" ")
    match verb.casefold():
        case "tambah" | "angkat":
            _set(turn, who, Role.OFFICER)
        case "hapus" | "berhentikan":
            _set(turn, who, Role.ASKER)
        case _:
            known = [(each.name, each.role is Role.ADMIN) for each in turn.unit.people.officers()]
            turn.say(desk.officers(known), purpose=Purpose.QUOTES)


def _set(turn: Turn, who: str, role: Role) -> None:
    turn.admin()
    person = _meant(turn, who.strip())
    if person is None:
        turn.say(desk.person_unknown())
    elif person.role is Role.ADMIN:
        turn.say_about(person, desk.admin_stays(person.name))
    elif role is Role.OFFICER and person.blocked_at is not None:
        turn.say_about(person, blocking.unblock_first(person.name))
    elif person.role is role:
        words = desk.officer_already if role is Role.OFFICER else desk.no_officer
        turn.say_about(person, words(person.name))
    else:
        person.role = role
        words = desk.appointed if role is Role.OFFICER else desk.dismissed
        turn.say_about(person, words(person.name))


def _meant(turn: Turn, who: str) -> Person | None:
    if who.isascii() and who.isdigit() and len(who) <= 16:
        return turn.unit.people.get(int(who))
    if who:
        return turn.unit.people.by_username(who.removeprefix("@"))
    return answered(turn)


def answered(turn: Turn) -> Person | None:
    """Whoever wrote the message that is replied to; of most the bot has not seen a word."""
    who = turn.incoming.reply_to_person
    if who is None:
        return None
    return turn.unit.people.seen(who.id, name=who.name, username=who.username, now=turn.now)
