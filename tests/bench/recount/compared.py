"""What the product counts beside what the raw rows come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta

from bot.data.editions import editions
from bot.rules.indicator import summarise
from bot.rules.report_rows import Ending, recap
from bot.rules.ticket import Kind
from bot.rules.weekly import window
from handlers.actions.evidence import Asked, rows_of
from storage.engine import Database
from storage.unit import Unit
from tests.bench.recount.histories import History
from tests.bench.recount.recount import recounted
from tests.rules.cases import CALENDAR

DAY = timedelta(days=1)
SUMMARISED = 5  # each so many'th: those of the chat look at all that came later as well


def compared(database: Database, histories: Sequence[History]) -> tuple[int, int, list[str]]:
    """How many figures, of how many tickets, and what differs."""
    figures = tickets = 0
    differences = []
    for place, history in enumerate(histories):
        with database.reading() as unit:
            found = [_of_paper(unit, history)]
            if place % SUMMARISED == 0:
                found.append(_of_summary(unit, history))
            raw = recounted(
                unit.session.connection(),
                CALENDAR.midnight(history.first).astimezone(UTC),
                CALENDAR.midnight(history.last + DAY).astimezone(UTC),
                history.as_of,
            )
        tickets += raw["received"] + raw["information"]
        for counted in found:
            figures += len(counted)
            differences += [
                f"{history}: {name} is {count}, the raw rows say {raw[name]}"
                for name, count in counted.items()
                if count != raw[name]
            ]
    return figures, tickets, differences


def _of_paper(unit: Unit, history: History) -> dict[str, int]:
    """As the evidence pack tells them, from its rows."""
    found = recap(rows_of(unit, CALENDAR, Asked(history.first, history.last, history.as_of)))
    return {
        "received": found.received,
        "resolved": found.resolved,
        "confirmed": found.endings[Ending.CONFIRMED],
        "unanswered": found.endings[Ending.UNANSWERED],
        "awaited": found.endings[Ending.AWAITED],
        "otherwise": found.endings[Ending.OTHERWISE],
        "open": found.endings[Ending.OPEN],
        "answered": found.answered,
        "reopened": found.reopened,
        "merged": found.merged,
        "information": found.information,
        "complaints": found.kinds[Kind.COMPLAINT],
        "others": found.categories.get("Lainnya", 0),
    }


def _of_summary(unit: Unit, history: History) -> dict[str, int]:
    """As the chat tells them."""
    span = window(history.first, history.last, history.as_of, CALENDAR)
    cases = unit.figures.cases(as_of=history.as_of, since=span.start)
    found = summarise(cases, span, editions().default)
    return {
        "received": found.indicator.received,
        "resolved": found.indicator.resolved,
        "open": found.open,
        "answered": found.answered,
        "reopened": found.reopened,
        "information": found.information_received,
    }
