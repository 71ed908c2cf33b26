"""A page that the clock owes the head: claimed and made as a job, once, also after downtime."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from handlers.context import Context, Look
from storage.agenda import Once
from storage.tables import JobKind

LATE = timedelta(hours=1)


def ask_once(
    look: Look,
    wanted: Mapping[Once, date],
    kind: JobKind,
    *,
    begins: str,
    due: Callable[[Context, date], datetime],
) -> int:
    """How many were claimed. The newest is made as ever; what else was missed, it offers.

    `wanted`: the first day of each, the earliest first; `begins` is its name among the job's
    arguments. `due`: when that one was.
    """
    if not wanted:
        return 0
    with look.reading() as context:
        left = context.unit.agenda.not_made(wanted)
        chat_id = context.report_chat
    if chat_id is None or not left:
        return 0
    with look.writing() as context:
        claimed = context.unit.agenda.claim_each(left, now=look.now)
        if not claimed:
            return 0
        *missed, newest = claimed
        context.unit.jobs.ask(
            kind,
            f"{kind.value}:{newest}",
            chat_id=chat_id,
            arguments={
                begins: str(newest),
                "missed": [*map(str, missed)],
                "late": look.now - due(context, newest) > LATE,
            },
            now=look.now,
        )
    return len(claimed)
