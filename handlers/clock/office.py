"""What is done once a day in office hours, one small unit after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from handlers.context import Context, Look
from storage.agenda import Once
from storage.tables import AgendaKind

AT_ONCE = 5  # in one unit
T = TypeVar("T")


def day(look: Look, since: datetime) -> str | None:
    """Today, where it is a working day whose office hours have begun and not ended."""
    calendar = look.resources.calendar
    if not calendar.is_office_hour(look.now):
        return None
    today = calendar.today(look.now)
    return today.isoformat() if calendar.opening(today) > since else None


def once_a_day(
    look: Look,
    since: datetime,
    kind: AgendaKind,
    find: Callable[[Context], Sequence[T]],
    each: Callable[[Context, T], int],
) -> int:
    """`find` reads what there is to do, `each` does it and claims what must not be done twice."""
    today = day(look, since)
    if today is None:
        return 0
    once = Once(kind, period=today)
    with look.reading() as context:
        if context.unit.agenda.done_at(once) is not None:
            return 0
        found = find(context)
    made = 0
    for first in range(0, len(found), AT_ONCE):
        with look.writing() as context:
            made += sum(each(context, one) for one in found[first : first + AT_ONCE])
    with look.writing() as context:  # only now: after a kill the rest is done
        context.unit.agenda.claim(once, now=look.now)
    return made
