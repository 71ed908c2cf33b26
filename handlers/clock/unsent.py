"""Reports that were begun and not sent: a word after an hour in the daytime, and one more on the
next working morning. Each once for a report, however long it is written at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from bot.words import complaint as words
from handlers.actions import unsent
from handlers.context import Context, Look
from storage import drafts
from storage.agenda import Once
from storage.dialogs import Unsent
from storage.tables import AgendaKind

AFTER = timedelta(hours=1)


def remind_of_unsent(look: Look, since: datetime) -> int:
    if not look.resources.calendar.is_daytime(look.now):
        return 0
    with look.reading() as context:
        begun = context.unit.dialogs.unsent(since=since, until=look.now - AFTER, now=look.now)
        due = [*_soon(context, begun), *_this_morning(context, begun)] if begun else []
    made = 0
    for once, each in due:
        with look.writing() as context:
            made += _remind(context, once, each)
    return made


Due = tuple[Once, Unsent]


def _by_reminder(kind: AgendaKind, begun: Sequence[Unsent]) -> dict[Once, Unsent]:
    return {Once(kind, chat_id=each.person_id, name=each.key): each for each in begun}


def _soon(context: Context, begun: Sequence[Unsent]) -> Iterable[Due]:
    return context.unit.agenda.not_made(_by_reminder(AgendaKind.UNSENT_SOON, begun)).items()


def _this_morning(context: Context, begun: Sequence[Unsent]) -> Iterator[Due]:
    """Whoever was reminded, and wrote last, on an earlier day."""
    calendar, agenda = context.resources.calendar, context.unit.agenda
    today = calendar.today(context.now)
    if not calendar.is_office_hour(context.now):
        return
    earlier = [each for each in begun if calendar.today(each.updated_at) < today]
    wanted = agenda.not_made(_by_reminder(AgendaKind.UNSENT_MORNING, earlier))
    for once, each in wanted.items():
        soon = agenda.done_at(once._replace(kind=AgendaKind.UNSENT_SOON))
        if soon is not None and calendar.today(soon) < today:
            yield once, each


def _remind(context: Context, once: Once, each: Unsent) -> int:
    """Claimed though nobody is told, so that the next look need not read it again."""
    if not context.unit.agenda.claim(once, now=context.now):
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
