"""Requests to be erased have an end in law: who may confirm them hears of it before, and each
day after."""

from __future__ import annotations

from datetime import datetime

from bot.rules.rights import DeskAct
from bot.words import privacy as words
from bot.words.html import Html
from handlers.actions import erasure
from handlers.context import Context, Look
from storage.agenda import Once
from storage.tables import AgendaKind, ErasureRow, ErasureStatus


def remind(look: Look, _since: datetime) -> int:
    """What a downtime made late is said all the same, once."""
    with look.reading() as context:
        due = [
            once
            for row in context.unit.erasures.undecided()
            if (once := _reminder(look, row)) is not None
        ]
        made = context.unit.agenda.made(due)
    told = 0
    for once in due:
        if once not in made:
            with look.writing() as context:
                if context.unit.agenda.claim(once, now=look.now):
                    told += _tell(context, once.subject_id)
    return told


def _reminder(look: Look, row: ErasureRow) -> Once | None:
    if look.now >= row.due_at:
        day = look.resources.calendar.today(look.now).isoformat()
        return Once(AgendaKind.ERASURE_LATE, subject_id=row.id, period=day)
    if look.now >= row.due_at - look.resources.privacy.remind_before:
        return Once(AgendaKind.ERASURE_SOON, subject_id=row.id)
    return None


def _tell(context: Context, number: int) -> int:
    row = context.unit.erasures.get(number)
    assert row is not None
    if row.status is not ErasureStatus.OPEN:  # decided just now
        return 0
    person = context.unit.people.get(row.person_id) if row.person_id else None
    if person is not None and (
        row.card_message_id is None or row.card_chat_id != context.desk_chat
    ):
        erasure.post(context, row, person)  # the group was set, or moved, since
    said = _words(context, row)
    confirm = [each.id for each in context.unit.people.who_may(DeskAct.ERASE)]
    for chat_id in dict.fromkeys([context.desk_chat, *context.resources.admin_ids, *confirm]):
        if chat_id is not None:
            context.tell(chat_id, said)
    return 1


def _words(context: Context, row: ErasureRow) -> Html:
    say = words.erasure_overdue if context.now >= row.due_at else words.erasure_reminder
    return say(request=row.id, due=row.due_at, zone=context.resources.zone)
