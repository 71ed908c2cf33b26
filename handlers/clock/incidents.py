"""While something hits many: once an hour the group is told how many more, not each time."""

from __future__ import annotations

from datetime import datetime

from bot.words import incident as words
from handlers.actions import incident
from handlers.context import Context, Look
from storage.agenda import Once
from storage.tables import AgendaKind, IncidentRow


def digest(look: Look, _since: datetime) -> int:
    with look.reading() as context:
        due = [row.id for row in context.unit.incidents.open() if _is_due(context, row)]
    made = 0
    for number in due:
        with look.writing() as context:
            row = context.unit.incidents.get(number)
            if row is not None and row.closed_at is None:
                made += _tell(context, row)
    return made


def _this_hour(context: Context, row: IncidentRow) -> Once:
    """Counted from its beginning."""
    hour = (context.now - row.begun_at) // incident.HOUR
    return Once(AgendaKind.INCIDENT_TOLD, subject_id=row.id, part_id=hour)


def _is_due(context: Context, row: IncidentRow) -> bool:
    if context.now - row.begun_at < incident.HOUR:
        return False
    told = context.unit.agenda.done_at(_this_hour(context, row)) is not None
    return not told and context.unit.incidents.counts(row)[0] > row.digested


def _tell(context: Context, row: IncidentRow) -> int:
    if not context.unit.agenda.claim(_this_hour(context, row), now=context.now):
        return 0
    people, tickets = context.unit.incidents.counts(row)
    more, row.digested = people - row.digested, people
    if context.desk_chat is not None:
        said = words.digest(row.id, row.title, people=people, more=more, tickets=tickets)
        context.tell(context.desk_chat, said)
        incident.redraw(context, row)
    return 1
