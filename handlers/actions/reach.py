"""Whom the desk reached in some days, out of the rows. For a reading connection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.data.proofs import proofs as held_against
from bot.data.reach import bands
from bot.papers.evidence.proofs import Proof
from bot.papers.evidence.reach import ReachPaper, reach_page
from bot.rules.calendar import Calendar
from bot.rules.offices import Offices
from bot.rules.reach import Contact, OfficeNetwork, OtherReach, Personnel, Reach, reach
from bot.rules.report_days import months_on
from bot.rules.weekly import window
from handlers.actions.report_rows import DaysAsked
from storage.unit import Unit

YEARS_BEFORE = 2
DAY = timedelta(days=1)


def page(unit: Unit, calendar: Calendar, offices: Offices, asked: DaysAsked) -> Proof:
    return reach_page(reached(of_days(unit, calendar, offices, asked), calendar))


def reached(found: Reach, calendar: Calendar) -> ReachPaper:
    return ReachPaper(found, bands(), held_against(), str(calendar.zone))


def of_days(unit: Unit, calendar: Calendar, offices: Offices, asked: DaysAsked) -> Reach:
    """Months that are still to come are left out."""
    span = window(asked.first, asked.last, asked.as_of, calendar)
    end = min(span.end, asked.as_of)
    last = max(asked.first, min(asked.last, calendar.today(asked.as_of)))
    months = _months(asked.first, last)
    names = _Names(offices)
    homes = _Homes(unit, names)
    contacts: list[Contact] = []
    for first, after in zip(months, [*months[1:], last + DAY], strict=True):
        until = min(calendar.midnight(after), asked.as_of)
        contacts += homes.contacts(first, calendar.midnight(first), until)
    network = _network(calendar, homes, replace(asked, last=last), contacts)
    others = _others(unit, calendar, asked.last, span.start, end)
    return reach(contacts, months, _personnel(unit, names), others, network)


def _network(
    calendar: Calendar, homes: _Homes, asked: DaysAsked, contacts: Sequence[Contact]
) -> OfficeNetwork:
    """What the report's own days have shown is not read again."""
    last = asked.last
    first = months_on(last, -12 * bands().offices_years) + DAY
    found = {each.office for each in contacts} if asked.first >= first else set()
    until = asked.first if asked.first >= first else last + DAY
    end = min(calendar.midnight(until), asked.as_of)
    found |= {each.office for each in homes.contacts(first, calendar.midnight(first), end)}
    return OfficeNetwork(first, last, len(found - {None}))


class _Homes:
    """Where each is, looked up once however often they come."""

    def __init__(self, unit: Unit, names: _Names) -> None:
        self._unit, self._names = unit, names
        self._of = {
            person: (home.office is not None, names.of(home.office), home.listed)
            for person, home in unit.reach.homes().items()
        }

    def contacts(self, month: date, start: datetime, end: datetime) -> Iterator[Contact]:
        homes, names = self._of, self._names
        for way, some in self._unit.reach.came(start, end).items():
            for person, told, shown in some:
                home = homes.get(person)
                if home is not None:
                    known, office, listed = home
                    if told is not None and not known:
                        office = names.of(told)
                    yield Contact(person, way, month, office if shown else None, listed, shown)


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


def _others(
    unit: Unit, calendar: Calendar, last: date, start: datetime, end: datetime
) -> OtherReach:
    years = range(last.year - YEARS_BEFORE, last.year + 1)
    trainings = tuple((year, unit.reach.trainings(*_year(calendar, year, end))) for year in years)
    news, arrived = unit.reach.news(start, end)
    closed = unit.reach.surveys(start, end)
    answers = sum(len(unit.surveys.sheets(number)) for number in closed)
    return OtherReach(
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
