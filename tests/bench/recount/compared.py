"""What the product counts beside what the raw rows come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from bot.data.deadlines import terms
from bot.data.editions import editions
from bot.data.proofs import proofs as held_against
from bot.rules.apart import Apart
from bot.rules.handling import AGES, Group, Handling, Measures
from bot.rules.indicator import summarise
from bot.rules.proofs import Handled, handled
from bot.rules.report_rows import Ending, recap
from bot.rules.ticket import Kind
from bot.rules.weekly import window
from handlers.actions import companions
from handlers.actions.report_rows import Asked, rows_of
from storage.engine import Database
from storage.unit import Unit
from tests.bench.recount import beside
from tests.bench.recount.histories import CALENDAR, History
from tests.bench.recount.recount import recounted

OTHERS = "Lainnya"
DAY = timedelta(days=1)
MEASURES = Measures(CALENDAR, terms())
HELD = held_against()
SUMMARISED = 5  # each so many'th: those of the chat look at all that came later as well
Figures = dict[str, object]


def compared(database: Database, histories: Sequence[History]) -> tuple[int, int, list[str]]:
    """How many figures, of how many tickets, and what differs."""
    figures = tickets = 0
    differences = []
    with database.reading() as unit:
        days = MEASURES.terms.answered_days
        everything = beside.Raw(unit.session.connection(), CALENDAR.holidays, days)
    for place, history in enumerate(histories):
        with database.reading() as unit:
            span = _window(history.first, history.last, history.as_of)
            raw: Figures = {
                **recounted(unit.session.connection(), span.since, span.until, span.as_of)
            }
            pairs = [(_of_paper(unit, history), raw)]
            if place % SUMMARISED == 0:
                pairs.append((_of_summary(unit, history), raw))
            pairs += _beside(unit, history, everything)
        tickets += int(str(raw["received"])) + int(str(raw["information"]))
        for counted, told in pairs:
            figures += len(counted)
            differences += [
                f"{history}: {name} is {counted.get(name)}, the raw rows say {told.get(name)}"
                for name in counted | told
                if told is not raw or name in counted
                if counted.get(name) != told.get(name)
            ]
    return figures, tickets, differences


def _window(first: date, last: date, as_of: datetime) -> beside.Window:
    return beside.Window(
        CALENDAR.midnight(first).astimezone(UTC),
        CALENDAR.midnight(last + DAY).astimezone(UTC),
        as_of,
    )


def _of_paper(unit: Unit, history: History) -> Figures:
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


def _beside(
    unit: Unit, history: History, everything: beside.Raw
) -> Iterator[tuple[Figures, Figures]]:
    """As "Rincian" and the papers tell them, and against them all that the raw rows come to; of
    the days, and of the period before."""
    asked = Asked(history.first, history.last, history.as_of)
    found = companions.of_days(unit, MEASURES, asked, officers=True)
    for told in (found.now, found.before):
        as_of = history.as_of - (history.first - told.first)
        rows = rows_of(unit, MEASURES, Asked(told.first, told.last, as_of))
        counted = _of_handling(told.handling) | _of_form(handled(rows, as_of, HELD))
        # Nothing is named there of which there is none.
        some = {name: number for name, number in counted.items() if number}
        raw = beside.recounted(
            everything, _window(told.first, told.last, as_of), HELD.full_hours, HELD.most_hours
        )
        yield some | _took(told.handling) | _of_apart(told.apart), raw


def _of_handling(of: Handling) -> Figures:
    whole = Group("", of.received, of.resolved, of.first, of.later, of.last)
    figures = _of_group("", whole)
    for facet, groups in of.groups.items():
        for group in groups:
            figures |= _of_group(f"{facet} {group.name}: ", group)
    figures |= {"- reopened": of.reopened, "- ended": of.ended}
    since = (0, *AGES)
    return figures | {
        f"- open from {days} days": count for days, count in zip(since, of.backlog, strict=True)
    }


def _of_group(name: str, of: Group) -> Figures:
    figures: Figures = {f"{name}received": of.received, f"{name}resolved": of.resolved}
    for which, in_time in (("first", of.first), ("later", of.later), ("last", of.last)):
        figures[f"{name}{which} met"] = in_time.met
        figures[f"{name}{which} missed"] = in_time.missed
        figures[f"{name}{which} not yet"] = in_time.not_yet
    return figures


def _took(of: Handling) -> Figures:
    figures: Figures = {}
    for name, took in (("first answer", of.to_first), ("resolution", of.to_last)):
        figures |= {
            f"{name}: have": took.have,
            f"{name}: median": took.median,
            f"{name}: nine in ten": took.most,
            f"{name}: lack": took.lack,
            f"{name}: oldest": took.longest,
        }
    return figures


def _of_form(of: Handled) -> Figures:
    """F-02."""
    return {
        "- F-02 full": of.within_full,
        "- F-02 most": of.within_most,
        "- F-02 later": of.later,
        "- F-02 lapor": of.in_lapor,
    }


def _of_apart(of: Apart) -> Figures:
    return {
        "book: answered": of.questions.answered,
        "book: without a ticket": of.questions.without_ticket,
        "book: judged": of.questions.judged,
        "book: deflected": of.questions.deflected,
        "people": of.served.people,
        "offices": of.served.offices,
        "satisfaction: asked": of.satisfaction.asked,
        "satisfaction: answers": of.satisfaction.answers,
        "satisfaction: mean x 25": of.satisfaction.index,
        "down": of.watched.down,
        "down: times": of.watched.times,
    }


def _of_summary(unit: Unit, history: History) -> Figures:
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
