"""What the product counts beside what the raw rows come to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta
from typing import Any

from bot.data.deadlines import terms
from bot.data.editions import editions
from bot.data.proofs import proofs
from bot.rules.handling import HandledGroup, Handling, Measures, Took
from bot.rules.indicator import summarise
from bot.rules.proofs import handled
from bot.rules.report_rows import Ending, recap
from bot.rules.ticket import Kind
from bot.rules.weekly import window
from handlers.actions import companions
from handlers.actions.report_rows import DaysAsked, rows_of
from storage.engine import Database
from storage.unit import Unit
from tests.bench.recount import beside
from tests.bench.recount.histories import History
from tests.bench.recount.office import CALENDAR
from tests.bench.recount.recount import recounted

OTHERS = "Lainnya"
UNTOLD = ("reopened", "ended", "backlog")  # of one group
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
            found: list[dict[str, Any]] = [_of_paper(unit, history)]
            if place % BESIDE == 0:
                found.append(_beside(unit, history))
            if place % SUMMARISED == 0:
                found.append(_of_summary(unit, history))
            raw: dict[str, Any] = recounted(
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
                    MEASURES.terms.answered_days,
                )
        tickets += raw["received"] + raw["information"]
        for counted in found:
            figures += len(counted)
            differences += [
                f"{history}: {name} is {count}, the raw rows say {raw.get(name, 0)}"
                for name, count in counted.items()
                if count != raw.get(name, 0)
            ]
        if place % BESIDE == 0:
            told = found[1].keys()
            differences += [
                f"{history}: {name} is told nowhere, the raw rows say {count}"
                for name, count in raw.items()
                if ": " in name and name not in told and name.split(": ")[1] not in UNTOLD
            ]
    return figures, tickets, differences


def _of_paper(unit: Unit, history: History) -> dict[str, int]:
    """As the evidence pack tells them, from its rows."""
    found = recap(rows_of(unit, MEASURES, DaysAsked(history.first, history.last, history.as_of)))
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


def _beside(unit: Unit, history: History) -> dict[str, Any]:
    """As "Rincian" and the papers tell them."""
    asked = DaysAsked(history.first, history.last, history.as_of)
    told = companions.of_days(unit, MEASURES, asked, officers=True).now
    of, apart = told.handling, told.apart
    questions, rated = apart.questions, apart.satisfaction
    return {
        **_tallied("", of),
        "reopened": of.reopened,
        "last_not_yet": of.last.not_yet,
        "ended": of.ended,
        **_took("to_first", of.to_first),
        **_took("to_last", of.to_last),
        **{f"backlog {band}": count for band, count in enumerate(of.backlog)},
        "backlog": sum(of.backlog),
        "book_answered": questions.answered,
        "book_without": questions.without_ticket,
        "book_judged": questions.judged,
        "book_deflected": questions.deflected,
        "people": apart.served.people,
        "offices": apart.served.offices,
        "was asked": rated.asked,
        "rated": rated.answers,
        "satisfaction": rated.index,
        "down": apart.watched.down,
        "down times": apart.watched.times,
        **_sheet(unit, asked),
        **{
            name: count
            for facet, groups in of.groups.items()
            for group in groups
            for name, count in _tallied(f"{facet} {group.name}: ", group).items()
        },
    }


def _tallied(before: str, of: Handling | HandledGroup) -> dict[str, int]:
    return {
        f"{before}received": of.received,
        f"{before}resolved": of.resolved,
        f"{before}first_met": of.first.met,
        f"{before}first_missed": of.first.missed,
        f"{before}first_not_yet": of.first.not_yet,
        f"{before}later_met": of.later.met,
        f"{before}later_missed": of.later.missed,
        f"{before}last_met": of.last.met,
        f"{before}last_missed": of.last.missed,
        f"{before}last_not_yet": of.last.not_yet,
    }


def _took(name: str, of: Took) -> dict[str, Any]:
    return {
        f"{name} have": of.have,
        f"{name} median": of.median,
        f"{name} most": of.most,
        f"{name} lack": of.lack,
        f"{name} longest": of.longest,
    }


def _sheet(unit: Unit, asked: DaysAsked) -> dict[str, Any]:
    """The F-02 sheet."""
    found = handled(rows_of(unit, MEASURES, asked), asked.as_of, proofs())
    names = ("f02 day", "f02 days", "f02 more")
    return {
        "f02 full": found.within_full,
        "f02 most": found.within_most,
        "f02 later": found.later,
        "f02 unanswered": found.unanswered,
        "f02 oldest": found.oldest,
        "f02 lapor": found.in_lapor,
        **{name: count for name, (_, count) in zip(names, found.days, strict=True)},
        "f02 median": found.median_days,
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
