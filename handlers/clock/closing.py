"""Each ended week, month and year is closed in its first working hours: its figures, definition
and rows are kept as they stand then, and are never changed."""

from __future__ import annotations

from datetime import date, datetime

from bot.papers.evidence.record import packed
from bot.rules.closing import Period, PeriodKind, closes_at, closing, holding
from handlers.actions.evidence import Office, of_days
from handlers.actions.job_answers import Say
from handlers.actions.report_rows import DaysAsked
from handlers.context import Context, Look
from storage.agenda import Once
from storage.jobs import arguments_of
from storage.tables import AgendaKind, JobKind, JobRow

NOWHERE = 0
"""What is closed says nothing to anybody."""


def close_ended(look: Look, since: datetime) -> int:
    """Claimed here and made as a job; also what was missed, as it stood at its moment."""
    calendar = look.resources.calendar
    ended = {once(period): period for period in closing(since, look.now, calendar)}
    if not ended:
        return 0
    with look.reading() as context:
        wanted = context.unit.agenda.not_made(ended)
    if not wanted:
        return 0
    with look.writing() as context:
        claimed = context.unit.agenda.claim_each(wanted, now=look.now)
        for period in claimed:
            context.unit.jobs.ask(
                JobKind.CLOSE,
                f"close:{period.span}:{period.key}",
                chat_id=NOWHERE,
                arguments={"span": period.span, "first": period.first.isoformat()},
                now=look.now,
            )
    return len(claimed)


def once(period: Period) -> Once:
    return Once(AgendaKind.CLOSED, period=period.key)


def close(context: Context, job: JobRow) -> list[Say]:
    given = arguments_of(job)
    period = holding(date.fromisoformat(given["first"]), PeriodKind(given["span"]))
    at = closes_at(period, context.resources.calendar)
    asked = DaysAsked(period.first, period.last, at)
    pack = of_days(context.unit, Office.of(context.resources), asked, samples=False)
    record, mark = packed(pack)

    def say(context: Context) -> None:
        context.unit.closed_periods.close(period, at=at, mark=mark, record=record)

    return [say]
