"""/petugas: who is on the desk; appointed, sent away and on leave by buttons or words."""

from __future__ import annotations

from typing import NamedTuple

from bot.errors import StaleButton
from bot.rules.desk_staff import LEAVES, LONGEST_LEAVE, is_away, leave_ends, may_stand_in
from bot.rules.purpose import Purpose
from bot.rules.rights import DeskAct, is_staff, may
from bot.rules.ticket import Role
from bot.words import blocking, labels
from bot.words import desk_staff as words
from bot.words.html import Html
from handlers.actions import desk_staff as actions
from handlers.buttons import (
    BackAtWork,
    DeskStaff,
    HearAbuse,
    Leave,
    LeaveFor,
    Member,
    SetRole,
    StandIn,
)
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import Person

IN_A_ROW = 2
MOST_ID = 16  # digits
VERBS = {
    **dict.fromkeys(("tambah", "angkat", "petugas"), Role.OFFICER),
    "penyelia": Role.SUPERVISOR,
    "pimpinan": Role.HEAD,
    **dict.fromkeys(("hapus", "berhentikan"), Role.ASKER),
}
LEAVE, BACK = "cuti", "masuk"


class OfficersAnswer(NamedTuple):
    text: Html
    keys: Keyboard = ()
    about: Person | None = None


def officers(turn: Turn, argument: str) -> None:
    """`/petugas`; with a verb and the person: as a reply, by @name or by id. Without a verb it
    shows who is meant."""
    verb, *rest = argument.split() or [""]
    verb = verb.casefold()
    if not argument and turn.incoming.reply_to is None:
        said = _staff(turn)
    elif verb in VERBS:
        person = _meant(turn, rest)
        said = _unknown(turn) if person is None else _set(turn, person, VERBS[verb])
    elif verb in {LEAVE, BACK}:
        said = _leave_by_words(turn, verb, rest)
    else:
        person = _meant(turn, argument.split())
        said = _unknown(turn) if person is None else _page(turn, person)
    _say(turn, said)


def _say(turn: Turn, said: OfficersAnswer) -> None:
    if said.about is None:
        turn.say(said.text, said.keys, quotes=True)
    else:
        turn.say_about(said.about, said.text, said.keys)


def _show(turn: Turn, said: OfficersAnswer) -> None:
    """In the place of what was pressed."""
    turn.toast()
    turn.edit(said.text, said.keys, quotes=True, about=said.about)


# The list, and the page of one of them


def staff(turn: Turn) -> None:
    _show(turn, _staff(turn))


def member(turn: Turn) -> None:
    _show(turn, _page(turn, _person(turn, turn.button(Member).person)))


def _staff(turn: Turn) -> OfficersAnswer:
    counts, people = turn.unit.open_tickets.counts_in_hand(), turn.unit.people.officers()
    members = [_seen(turn, person, counts.get(person.id, 0)) for person in people]
    keys = [
        Key(labels.label(person.name), Member(person.id)) for person in people[: words.MOST_LISTED]
    ]
    return OfficersAnswer(words.staff(members, zone=turn.resources.zone), _rows(keys))


def _page(turn: Turn, person: Person) -> OfficersAnswer:
    tickets = len(turn.unit.open_tickets.in_hand(person.id))
    text = words.person(_seen(turn, person, tickets), zone=turn.resources.zone)
    return OfficersAnswer(text, (*_rows(_changes(turn, person)), _back_to_list()), person)


def _seen(turn: Turn, person: Person, tickets: int) -> words.Member:
    deputy = actions.deputy_of(turn, person)
    return words.Member(
        name=person.name,
        role=person.role,
        tickets=tickets,
        away_until=person.away_until if is_away(person.away_until, turn.now) else None,
        deputy=deputy.name if deputy else None,
        hears_abuse=person.hears_abuse,
    )


def _changes(turn: Turn, person: Person) -> list[Key]:
    """What can be pressed about them; whether somebody may is looked at when they press."""
    this, role = person.id, person.role
    keys = []
    if may(role, DeskAct.WORK):
        away = is_away(person.away_until, turn.now)
        keys.append(
            Key(labels.BACK_AT_WORK, BackAtWork(this))
            if away
            else Key(labels.ON_LEAVE, Leave(this))
        )
        keys.append(
            Key(labels.HEAR_NO_ABUSE, HearAbuse(this, hears=False))
            if person.hears_abuse
            else Key(labels.HEAR_ABUSE, HearAbuse(this, hears=True))
        )
    if role is not Role.ADMIN:
        keys += [
            Key(label, SetRole(this, other.value))
            for other, label in labels.APPOINT.items()
            if other is not role
        ]
    return keys


def _rows(keys: list[Key]) -> Keyboard:
    return tuple(tuple(keys[at : at + IN_A_ROW]) for at in range(0, len(keys), IN_A_ROW))


def _back_to_list() -> tuple[Key, ...]:
    return (Key(labels.DESK_STAFF, DeskStaff()),)


# Who is meant


def _person(turn: Turn, person_id: int) -> Person:
    """Raises StaleButton for somebody who was forgotten."""
    turn.must_show_what_was_pressed()
    person = turn.unit.people.get(person_id)
    if person is None or person.id < 0:
        raise StaleButton
    return person


def _meant(turn: Turn, who: list[str]) -> Person | None:
    if not who:
        return answered(turn)
    name = who[0]
    if name.isascii() and name.isdigit() and len(name) <= MOST_ID:
        return turn.unit.people.get(int(name))
    return turn.unit.people.by_username(name.removeprefix("@"))


def answered(turn: Turn) -> Person | None:
    """Whoever wrote the message that is replied to, or whose words it forwards; of most the bot
    has not seen a word."""
    incoming = turn.incoming
    who = incoming.reply_to_author if incoming.reply_to_forward else incoming.reply_to_person
    if who is None:
        return None
    return turn.unit.people.seen(who.id, name=who.name, username=who.username, now=turn.now)


def _unknown(turn: Turn) -> OfficersAnswer:
    hidden = turn.incoming.reply_to_forward and turn.incoming.reply_to_author is None
    return OfficersAnswer(words.hidden_forward() if hidden else words.unknown())


# Roles


def set_role(turn: Turn) -> None:
    pressed = turn.button(SetRole)
    person = _person(turn, pressed.person)
    if pressed.role not in {role.value for role in labels.APPOINT}:
        raise StaleButton
    _show(turn, _set(turn, person, Role(pressed.role)))


def _set(turn: Turn, person: Person, role: Role) -> OfficersAnswer:
    turn.must(DeskAct.APPOINT)
    if person.role is Role.ADMIN:
        return OfficersAnswer(words.admin_stays(person.name), (_back_to_list(),), person)
    if person.role is role:
        return OfficersAnswer(words.is_already(person.name, role), (_back_to_list(),), person)
    if is_staff(role) and person.blocked_at is not None:
        return OfficersAnswer(blocking.unblock_first(person.name), (), person)
    before = person.role
    released = actions.set_role(turn, person, role)
    again = SetRole(person.id, before.value) if role is Role.ASKER else Member(person.id)
    key = Key(labels.APPOINT_AGAIN if role is Role.ASKER else labels.label(person.name), again)
    said = words.is_now(person.name, role, released=released)
    return OfficersAnswer(said, ((key,), _back_to_list()), person)


def hear_abuse(turn: Turn) -> None:
    """An admin names who gets reports that no group sees; they hear of it privately."""
    pressed = turn.button(HearAbuse)
    person = _person(turn, pressed.person)
    if not may(person.role, DeskAct.WORK):
        raise StaleButton
    if pressed.hears and not person.hears_abuse:
        turn.tell(person.id, words.you_hear_abuse(), purpose=Purpose.RELAY)
    actions.hear_abuse(turn, person, hears=pressed.hears)
    said = words.hears_abuse(person.name, hears=pressed.hears)
    _show(turn, OfficersAnswer(said, (_back_to_list(),), person))


# Leave


def leave(turn: Turn) -> None:
    person = _on_duty(turn, turn.button(Leave).person)
    keys = [Key(labels.days(days), LeaveFor(person.id, days)) for days in LEAVES]
    back = Key(labels.BACK, Member(person.id))
    _show(turn, OfficersAnswer(words.how_long(person.name), (*_rows(keys), (back,)), person))


def leave_for(turn: Turn) -> None:
    pressed = turn.button(LeaveFor)
    person = _on_duty(turn, pressed.person)
    _show(turn, _ask_deputy(turn, person, _fitting(pressed.days)))


def stand_in(turn: Turn) -> None:
    pressed = turn.button(StandIn)
    person, days = _on_duty(turn, pressed.person), _fitting(pressed.days)
    deputy = turn.unit.people.get(pressed.deputy) if pressed.deputy else None
    if pressed.deputy and (deputy is None or deputy not in _deputies(turn, person)):
        _show(turn, _ask_deputy(turn, person, days))  # gone, or away, since it was offered
        return
    until = leave_ends(turn.resources.calendar, turn.now, days)
    moved = actions.go_on_leave(turn, person, until=until, deputy=deputy)
    said = words.on_leave(
        person.name,
        until=until,
        deputy=deputy.name if deputy else None,
        moved=moved,
        zone=turn.resources.zone,
    )
    back = Key(labels.BACK_AT_WORK, BackAtWork(person.id))
    _show(turn, OfficersAnswer(said, ((back,), _back_to_list()), person))


def back_at_work(turn: Turn) -> None:
    person = _person(turn, turn.button(BackAtWork).person)
    _show(turn, _back(turn, person))


def _leave_by_words(turn: Turn, verb: str, rest: list[str]) -> OfficersAnswer:
    """`/petugas cuti 5 @dewi`, or about oneself where nobody is named."""
    days = [each for each in rest if each.isascii() and each.isdigit() and len(each) <= 3]
    who = [each for each in rest if each not in {*days, "hari"}]
    if verb == LEAVE and not (days and 1 <= int(days[0]) <= LONGEST_LEAVE):
        return OfficersAnswer(words.no_such_leave(LONGEST_LEAVE))
    named = bool(who) or turn.incoming.reply_to is not None
    person = _meant(turn, who) if named else turn.person
    if person is None:
        return OfficersAnswer(words.no_such_officer()) if who else _unknown(turn)
    if verb == BACK:
        return _back(turn, person)
    return _ask_deputy(turn, _may_be_sent(turn, person), int(days[0]))


def _ask_deputy(turn: Turn, person: Person, days: int) -> OfficersAnswer:
    until = leave_ends(turn.resources.calendar, turn.now, days)
    keys = [
        Key(labels.label(each.name), StandIn(person.id, days, each.id))
        for each in _deputies(turn, person)
    ]
    queue = Key(labels.TO_QUEUE, StandIn(person.id, days, 0))
    text = words.who_stands_in(
        person.name,
        until=until,
        zone=turn.resources.zone,
        tickets=len(turn.unit.open_tickets.in_hand(person.id)),
    )
    return OfficersAnswer(text, (*_rows(keys), (queue,)), person)


def _deputies(turn: Turn, person: Person) -> list[Person]:
    return [
        each
        for each in turn.unit.people.officers()
        if each.id != person.id and may_stand_in(each.role, each.away_until, turn.now)
    ]


def _back(turn: Turn, person: Person) -> OfficersAnswer:
    _may_be_sent(turn, person)
    if not is_away(person.away_until, turn.now):
        return OfficersAnswer(words.not_away(person.name), (_back_to_list(),), person)
    actions.come_back(person)
    return OfficersAnswer(words.back(person.name), (_back_to_list(),), person)


def _on_duty(turn: Turn, person_id: int) -> Person:
    return _may_be_sent(turn, _person(turn, person_id))


def _may_be_sent(turn: Turn, person: Person) -> Person:
    """Everybody for themselves, who leads the desk for all. Raises what Turn.must raises, or
    StaleButton for somebody who has no tickets to have."""
    turn.must(DeskAct.OWN_LEAVE if person.id == turn.person.id else DeskAct.APPOINT)
    if not may(person.role, DeskAct.WORK):
        raise StaleButton
    return person


def _fitting(days: int) -> int:
    if not 1 <= days <= LONGEST_LEAVE:
        raise StaleButton
    return days
