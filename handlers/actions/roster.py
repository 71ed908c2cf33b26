"""Who of the bot's people is who in the list of personnel: linked, told, known by it."""

from __future__ import annotations

from bot.rules.roster.nip import tail
from bot.rules.roster.people import State
from bot.wire.log import record
from bot.wire.log_actions import Action
from handlers.context import Context
from storage.tables import Person, RosterEntry


def active(context: Context, nip: str) -> RosterEntry | None:
    """Whom the list has today."""
    entry = context.unit.roster.get(nip)
    return entry if entry is not None and entry.state is State.ACTIVE else None


def link(
    context: Context, person: Person, nip: str, *, by: int | None = None
) -> RosterEntry | None:
    """By what it was proved is the caller's to know. None where it cannot be theirs."""
    entry = active(context, nip)
    if entry is None:
        return None
    if not context.unit.roster.link(person.id, nip, by_id=by, now=context.now):
        return None
    if entry.office:
        person.office = entry.office
    for guest in context.unit.clinic_seats.guests_by_nip(nip):
        context.unit.clinic_seats.become(guest, person.id)
    record(Action.NIP_LINKED, person=person.id, by=by)
    return entry


def called(context: Context, person: Person) -> str:
    """By the list, where they are in it; else as they call themselves."""
    found = context.unit.roster.of_person(person.id)
    if found is None or found.entry is None:
        return person.name
    return f"{found.entry.name} (NIP {tail(found.link.nip)})"
