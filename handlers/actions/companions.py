"""What stands beside the ratio, of some days and of the period before."""

from __future__ import annotations

from collections.abc import Iterable

from bot.data.survey import survey
from bot.rules.apart import graded
from bot.rules.companions import Companions, Compared
from bot.rules.handling import Measures, handling
from bot.rules.period_before import days_before
from bot.rules.report_rows import TicketRow
from bot.rules.weekly import window
from handlers.actions.report_rows import DaysAsked, Watch, rows_of
from storage.unit import Unit


def of_days(
    unit: Unit,
    by: Measures,
    asked: DaysAsked,
    *,
    found: Iterable[TicketRow] | None = None,
    officers: bool = False,
    watch: Watch | None = None,
) -> Compared:
    """`found`: the rows of these days, where they are at hand. `officers`: with their names, of
    these days alone."""
    was = DaysAsked(*days_before(asked.first, asked.last, asked.as_of, by.calendar))
    found = rows_of(unit, by, asked, watch) if found is None else found
    return Compared(
        _told(unit, by, asked, found, officers=officers),
        _told(unit, by, was, rows_of(unit, by, was, watch)),
        by.terms.answered_days,
    )


def _told(
    unit: Unit,
    by: Measures,
    asked: DaysAsked,
    rows: Iterable[TicketRow],
    *,
    officers: bool = False,
) -> Companions:
    span = window(asked.first, asked.last, asked.as_of, by.calendar)
    names = unit.report_rows.officers(span.start, span.end) if officers else None
    counted = handling(rows, asked.as_of, names)
    beside = graded(unit.apart.of(span.start, span.end, as_of=asked.as_of), asked.last, survey())
    return Companions(asked.first, asked.last, counted, beside)
