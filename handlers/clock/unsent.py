"""Reports that were begun and not sent: a word after an hour in the daytime, and one more on the
next working morning. Each once for a report, however long it is written at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.words import complaint as words
from handlers.actions import unsent
from handlers.context import Context, Look
from storage import drafts
from storage.dialogs import Unsent

SOON, MORNING = "unsent", "unsent-morning"  # in the agenda, by person and report
AFTER = timedelta(hours=1)


def remind_of_unsent(look: Look, since: datetime) -> int:
    if not look.resources.calendar.is_daytime(look.now):
        return 0
    with look.reading() as context:
        begun = context.unit.dialogs.unsent(since=since, until=look.now - AFTER, now=look.now)
        due = [*_soon(context, begun), *_this_morning(context, begun)] if begun else []
    made = 0
    for kind, each in due:
        with look.writing() as context:
            made += _remind(context, kind, each)
    return made


def _soon(context: Context, begun: Sequence[Unsent]) -> list[tuple[str, Unsent]]:
    told = context.unit.agenda.made(SOON, [each.period for each in begun])
    return [(SOON, each) for each in begun if each.period not in told]


def _this_morning(context: Context, begun: Sequence[Unsent]) -> list[tuple[str, Unsent]]:
    """Whoever was reminded, and wrote last, on an earlier day."""
    calendar, agenda = context.resources.calendar, context.unit.agenda
    today = calendar.today(context.now)
    if not calendar.is_office_hour(context.now):
        return []
    earlier = [each for each in begun if calendar.today(each.updated_at) < today]
    told = agenda.made(MORNING, [each.period for each in earlier])
    due = []
    for each in earlier:
        soon = agenda.done_at(SOON, each.period)
        if each.period not in told and soon is not None and calendar.today(soon) < today:
            due.append((MORNING, each))
    return due


def _remind(context: Context, kind: str, each: Unsent) -> int:
    """Claimed though nobody is told, so that the next look need not read it again."""
    if not context.unit.agenda.claim(kind, each.period, now=context.now):
        return 0
    row = context.unit.dialogs.unsent_of(each, now=context.now)
    person = context.unit.people.get(each.person_id)
    if row is None or person is None or person.blocked_at is not None or not person.reachable:
        return 0
    try:
        draft = drafts.read_draft(row.draft)
    except drafts.Unreadable:
        return 0
    if not unsent.is_worth_telling(draft):
        return 0
    context.tell(
        person.id, words.unsent(draft.story, files=len(draft.files)), unsent.keys(each.key)
    )
    return 1
