"""In office hours: what is nearly late, late, late again, or has long been waited for.

Each look tells what crossed one of the lines since the last one; when that was is kept in the same
commit, so that nothing is told twice and nothing lost while the bot is down. First the officer who
has it, then the group, then the supervisors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bot.rules.deadline import ReminderKind, owing_lines
from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import DeskAct, may
from bot.words import reminders as words
from bot.words.html import Html
from handlers.actions import card, confidential, desk_staff
from handlers.context import Context, Look
from storage.agenda import Once
from storage.reminders import DueReminder
from storage.tables import AgendaKind, Person

LOOKED = Once(AgendaKind.DEADLINES_LOOKED)
PAUSE = timedelta(minutes=5)
# What each hears of. The group hears of the rest as well where no officer can.
TO_OFFICER = frozenset(ReminderKind) - {ReminderKind.UNTOUCHED}
TO_DESK = frozenset(ReminderKind) - {ReminderKind.SOON, ReminderKind.UNANSWERED}
TO_SUPERVISOR = frozenset({ReminderKind.LATE_AGAIN, ReminderKind.LONG_UNANSWERED})

Found = Mapping[ReminderKind, Sequence[DueReminder]]


def remind(look: Look, _since: datetime) -> int:
    if not look.resources.calendar.is_office_hour(look.now):
        return 0
    with look.reading() as context:
        last = context.unit.agenda.done_at(LOOKED)
        if last is not None and timedelta() <= look.now - last < PAUSE:
            return 0
        found = {} if last is None or last > look.now else _crossed(context, last)
        told = [*_to_officers(context, found), *_to_desk(context, found)]
        told += _to_supervisors(context, found)
    with look.writing() as context:
        if context.unit.agenda.done_at(LOOKED) != last:  # somebody else did it
            return 0
        context.unit.agenda.note(LOOKED, now=look.now)
        for chat_id, said, officer in told:
            alone = None if officer is None else Subject(Purpose.ALONE)
            context.tell(chat_id, said, subject=alone, quotes=True, prompted_id=officer)
    return len(told)


def _crossed(context: Context, last: datetime) -> Found:
    """What each line passed over since the last look."""
    resources, unit = context.resources, context.unit
    lines = owing_lines(resources.terms, last, context.now, resources.calendar)
    return {
        ReminderKind.LATE: unit.reminders.due(lines.late),
        ReminderKind.LATE_AGAIN: unit.reminders.due(*lines.late_again) if lines.late_again else [],
        ReminderKind.LONG_UNANSWERED: unit.reminders.unanswered(lines.long_unanswered),
        ReminderKind.SOON: unit.reminders.due(lines.soon),
        ReminderKind.UNANSWERED: unit.reminders.unanswered(lines.unanswered),
        ReminderKind.UNTOUCHED: unit.reminders.untouched(lines.untouched),
    }


Told = tuple[int, Html, int | None]
"""To which chat, what, and to which officer alone."""


def _to_officers(context: Context, found: Found) -> list[Told]:
    by_officer: defaultdict[int, dict[ReminderKind, list[DueReminder]]] = defaultdict(dict)
    names: dict[int, str] = {}
    for owing, rows in found.items():
        for each in rows:
            officer = _in_charge(context, each)
            if owing in TO_OFFICER and officer is not None and _hears(officer):
                names[officer.id] = officer.name
                by_officer[officer.id].setdefault(owing, []).append(each)
    now, resources = context.now, context.resources
    return [
        (
            officer,
            words.to_officer(names[officer], _shown(owed), resources.terms, now, resources.zone),
            officer,
        )
        for officer, owed in by_officer.items()
    ]


def _in_charge(context: Context, owed: DueReminder) -> Person | None:
    """Who has it, or stands in for them."""
    if owed.officer is None:
        return None
    return desk_staff.deputy_of(context, owed.officer) or owed.officer


def _to_desk(context: Context, found: Found) -> list[Told]:
    owed = {
        owing: [
            each
            for each in rows
            if not confidential.is_of_abuse(each.ticket)
            and (owing in TO_DESK or each.officer is None or not _hears(each.officer))
        ]
        for owing, rows in found.items()
    }
    if context.desk_chat is None or not any(owed.values()):
        return []
    now, resources = context.now, context.resources
    said = words.to_desk(_shown(owed), resources.terms, now, resources.zone)
    return [(context.desk_chat, said, None)]


def _to_supervisors(context: Context, found: Found) -> list[Told]:
    owed = {owing: rows for owing, rows in found.items() if owing in TO_SUPERVISOR}
    if not any(owed.values()):
        return []
    return [
        (person.id, _to_supervisor(context, shown), person.id)
        for person, shown in _by_supervisor(context, owed)
        if any(shown.values())
    ]


def _to_supervisor(context: Context, found: Found) -> Html:
    resources = context.resources
    return words.to_supervisor(_shown(found), resources.terms, context.now, resources.zone)


def _by_supervisor(context: Context, found: Found) -> Iterator[tuple[Person, Found]]:
    """Reports of abuse of authority only to those who hear of them."""
    hear_abuse = {each.id: each for each in confidential.hear_abuse(context)}
    lead = {each.id: each for each in context.unit.people.who_may(DeskAct.CONFIDENTIAL)}
    for person in (lead | hear_abuse).values():
        if _hears(person):
            tells = {True: person.id in hear_abuse, False: person.id in lead}
            yield (
                person,
                {
                    owing: [each for each in rows if tells[confidential.is_of_abuse(each.ticket)]]
                    for owing, rows in found.items()
                },
            )


def _hears(officer: Person) -> bool:
    works = may(officer.role, DeskAct.WORK)
    return works and officer.reachable and officer.blocked_at is None


def _shown(found: Found) -> list[tuple[ReminderKind, list[words.ReminderLine]]]:
    return [
        (
            owing,
            [
                words.ReminderLine(
                    number=each.ticket.number,
                    card=card.address(each.ticket),
                    officer=each.officer.name if each.officer else None,
                    clock=each.ticket.clock,
                )
                for each in rows
            ],
        )
        for owing, rows in found.items()
        if rows
    ]
