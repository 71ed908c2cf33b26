"""The rows of a report's days, with all that is counted out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.handling import Measures, judged, waited
from bot.rules.report_rows import TicketRow
from bot.rules.weekly import window
from storage.unit import Unit


@dataclass(frozen=True)
class DaysAsked:
    """Which days, both included, as they stand at which moment."""

    first: date
    last: date
    as_of: datetime


Watch = Callable[[Iterator[TicketRow], DaysAsked, int], Iterator[TicketRow]]
"""Gives the same rows, of which there are so many, and sees how they are read."""


def rows_of(
    unit: Unit, by: Measures, asked: DaysAsked, watch: Watch | None = None
) -> Iterator[TicketRow]:
    """Each with its days, and with what of it was in time; the oldest first."""
    as_of = asked.as_of
    span = window(asked.first, asked.last, as_of, by.calendar)
    talked = unit.report_rows.talked(span.start, span.end, as_of=as_of)
    again = dict(waited(talked, by))
    found = unit.report_rows.received(span.start, span.end, as_of=as_of, waited=again)
    rows = judged(found, by, as_of)
    if watch is None:
        return rows
    return watch(rows, asked, unit.report_rows.count(span.start, min(span.end, as_of)))
