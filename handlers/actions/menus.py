"""The command menus: by place for everybody, and their own for who may do more, or less."""

from __future__ import annotations

from bot.rules.rights import may
from bot.rules.ticket import Role
from bot.words import menu
from bot.words.menu import May, Menu
from handlers import needs
from handlers.context import Context
from storage.tables import Person

USUAL = Role.OFFICER  # in the group everybody sees what an officer may; the others their own
_LANE = 1 << 61  # far from any chat, and from the answers to presses


def of_role(role: Role) -> May:
    return lambda command: may(role, needs.of_command(command))


def all_menus(context: Context) -> list[Menu]:
    """Of every place, and of everybody at the desk."""
    found = [menu.everybody()]
    if context.desk_chat is not None:
        found.append(menu.group(of_role(USUAL), chat_id=context.desk_chat))
    for person in context.unit.people.officers():
        found += _own(context, person.id, person.role)
    return found


def refresh(context: Context, person: Person, before: Role) -> None:
    """Somebody has another role: what they see that differs is set anew."""
    was = _own(context, person.id, before)
    for old, new in zip(was, _own(context, person.id, person.role), strict=True):
        if old != new:
            method = "setMyCommands" if new["commands"] else "deleteMyCommands"
            params = new if new["commands"] else {"scope": new["scope"]}
            context.unit.outbox.add(_LANE + person.id, method, params, now=context.now)


def _own(context: Context, person_id: int, role: Role) -> list[Menu]:
    found = [menu.private(of_role(role), person_id=person_id)]
    if context.desk_chat is not None:
        usual = menu.member(of_role(USUAL), chat_id=context.desk_chat, person_id=person_id)
        own = menu.member(of_role(role), chat_id=context.desk_chat, person_id=person_id)
        same = own == usual or not own["commands"]
        found.append(menu.none_of_its_own(own) if same else own)
    return found
