"""Whom the desk reached in some days, out of the rows. For a reading connection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.data.proofs import proofs as held_against
from bot.data.reach import bands
from bot.papers.evidence.proofs import Proof
from bot.papers.evidence.reach import Reached, reach_page
from bot.rules.calendar import Calendar
from bot.rules.dates.vocabulary import months_on
from bot.rules.offices import Offices
from bot.rules.reach import Contact, Network, Others, Personnel, Reach, reach
from bot.rules.weekly import window
from handlers.actions.report_rows import Asked
from storage.unit import Unit

YEARS_BEFORE = 2
DAY = timedelta(days=1)


def page(unit: Unit, calendar: Calendar, offices: Offices, asked: Asked) -> Proof:
    return reach_page(reached(of_days(unit, calendar, offices, asked), calendar))


def reached(found: Reach, calendar: Calendar) -> Reached:
    return Reached(found, bands(), held_against(), str(calendar.zone))


def of_days(unit: Unit, calendar: Calendar, offices: Offices, asked: Asked) -> Reach:
    """Months that are still to come are left out."""
    span = window(asked.first, asked.last, asked.as_of, calendar)
    end = min(span.end, asked.as_of)
    last = max(asked.first, min(asked.last, calendar.today(asked.as_of)))
    months = _months(asked.first, last)
    names = _Names(offices)
    contacts = []
    for first, after in zip(months, [*months[1:], last + DAY], strict=True):
        until = min(calendar.midnight(after), asked.as_of)
        for each in unit.reach.came(calendar.midnight(first), until):
            office = names.of(each.office)
            listed, shown = each.listed, each.shown
            contacts.append(Contact(each.person, each.way, first, office, listed, shown))
    network = _network(unit, calendar, names, replace(asked, last=last), contacts)
    others = _others(unit, calendar, asked.last, span.start, end)
    return reach(contacts, months, _personnel(unit, names), others, network)


def _network(
    unit: Unit, calendar: Calendar, names: _Names, asked: Asked, contacts: Sequence[Contact]
) -> Network:
    """What the report's own days have shown is not read again."""
    last = asked.last
    first = months_on(last, -12 * bands().offices_years) + DAY
    found = {each.office for each in contacts} if asked.first >= first else set()
    until = asked.first if asked.first >= first else last + DAY
    end = min(calendar.midnight(until), asked.as_of)
    came = unit.reach.came(calendar.midnight(first), end)
    found |= {names.of(each.office) for each in came}
    return Network(first, last, len(found - {None}))


class _Names:
    """As the list of offices spells each; what was once read is known."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices
        self._known: dict[str, str] = {}

    def of(self, written: str | None) -> str | None:
        name = " ".join((written or "").split())
        if not name:
            return None
        key = name.casefold()
        if key not in self._known:
            self._known[key] = self._offices.today(name)
        return self._known[key]


def _months(first: date, last: date) -> list[date]:
    """The first day of each within the days."""
    found, day = [], first
    while day <= last:
        found.append(day)
        day = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return found


def _personnel(unit: Unit, names: _Names) -> Personnel | None:
    newest = unit.roster.newest()
    if newest is None:
        return None
    offices: dict[str, int] = {}
    for written, count in unit.reach.personnel():
        name = names.of(written) or ""
        offices[name] = offices.get(name, 0) + count
    return Personnel(offices, newest.at)


def _others(unit: Unit, calendar: Calendar, last: date, start: datetime, end: datetime) -> Others:
    years = range(last.year - YEARS_BEFORE, last.year + 1)
    trainings = tuple((year, unit.reach.trainings(*_year(calendar, year, end))) for year in years)
    news, arrived = unit.reach.news(start, end)
    closed = unit.reach.surveys(start, end)
    answers = sum(len(unit.surveys.sheets(number)) for number in closed)
    return Others(
        guests=unit.reach.guests(start, end),
        erased=unit.reach.erased(start, end),
        trainings=trainings,
        news=news,
        news_arrived=arrived,
        surveys=len(closed),
        survey_answers=answers,
    )


def _year(calendar: Calendar, year: int, end: datetime) -> tuple[datetime, datetime]:
    return calendar.midnight(date(year, 1, 1)), min(calendar.midnight(date(year + 1, 1, 1)), end)
