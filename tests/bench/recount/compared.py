"""What the product counts beside what the raw rows come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta

from bot.data.deadlines import terms
from bot.data.editions import editions
from bot.rules.handling import Facet, Measures
from bot.rules.indicator import summarise
from bot.rules.report_rows import Ending, recap
from bot.rules.ticket import Kind
from bot.rules.weekly import window
from handlers.actions import companions
from handlers.actions.report_rows import Asked, rows_of
from storage.engine import Database
from storage.unit import Unit
from tests.bench.recount import beside
from tests.bench.recount.histories import History
from tests.bench.recount.recount import recounted
from tests.rules.cases import CALENDAR

OTHERS = "Lainnya"
DAY = timedelta(days=1)
MEASURES = Measures(CALENDAR, terms())
BESIDE = 10  # of each so many'th also what stands beside the ratio: it reads all there is
SUMMARISED = 5  # each so many'th: those of the chat look at all that came later as well


def compared(database: Database, histories: Sequence[History]) -> tuple[int, int, list[str]]:
    """How many figures, of how many tickets, and what differs."""
    figures = tickets = 0
    differences = []
    for place, history in enumerate(histories):
        with database.reading() as unit:
            found = [_of_paper(unit, history)]
            if place % BESIDE == 0:
                found.append(_beside(unit, history))
            if place % SUMMARISED == 0:
                found.append(_of_summary(unit, history))
            raw = recounted(
                unit.session.connection(),
                CALENDAR.midnight(history.first).astimezone(UTC),
                CALENDAR.midnight(history.last + DAY).astimezone(UTC),
                history.as_of,
            )
            if place % BESIDE == 0:
                raw |= beside.recounted(
                    unit.session.connection(),
                    CALENDAR.midnight(history.first).astimezone(UTC),
                    CALENDAR.midnight(history.last + DAY).astimezone(UTC),
                    history.as_of,
                    CALENDAR.holidays,
                    MEASURES.terms.answered_days,
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
    found = recap(rows_of(unit, MEASURES, Asked(history.first, history.last, history.as_of)))
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
        "others": found.categories.get(OTHERS, 0),
    }


def _beside(unit: Unit, history: History) -> dict[str, int]:
    """As "Rincian" and the papers tell them."""
    asked = Asked(history.first, history.last, history.as_of)
    told = companions.of_days(unit, MEASURES, asked).now
    of, questions, served = told.handling, told.apart.questions, told.apart.served
    return {
        "received": of.received,
        "resolved": of.resolved,
        "reopened": of.reopened,
        "first_met": of.first.met,
        "first_missed": of.first.missed,
        "first_not_yet": of.first.not_yet,
        "later_met": of.later.met,
        "later_missed": of.later.missed,
        "last_met": of.last.met,
        "last_missed": of.last.missed,
        "ended": of.ended,
        "backlog": sum(of.backlog),
        "book_answered": questions.answered,
        "book_without": questions.without_ticket,
        "book_judged": questions.judged,
        "book_deflected": questions.deflected,
        "people": served.people,
        "offices": served.offices,
        "others": sum(g.received for g in of.groups.get(Facet.CATEGORY, ()) if g.name == OTHERS),
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
