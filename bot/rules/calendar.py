"""Working days, due dates and week borders, in the regency's own time zone. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

MONDAY, FRIDAY, SATURDAY = 0, 4, 5
SUMMARY_AT = time(8, 0)  # Monday morning, when the head reads it
RUNS_OUT = timedelta(days=61)
DAYS_KEPT = 4_096  # a dozen years
EVE = timedelta(microseconds=1)  # a due date is the midnight that ends its last day


Span = tuple[time, time]
Moments = tuple[datetime, datetime]


@dataclass(frozen=True)
class OfficeHours:
    opens: time
    closes: time
    rest: Span | None = None  # at midday, longer on Fridays

    def has(self, moment: time) -> bool:
        return any(begins <= moment < ends for begins, ends in self.spans)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The periods of work, in order."""
        if self.rest is None:
            return ((self.opens, self.closes),)
        return ((self.opens, self.rest[0]), (self.rest[1], self.closes))


USUAL = OfficeHours(time(8, 0), time(17, 0))  # when people at the desk may be spoken to
DAYTIME = OfficeHours(time(8, 0), time(20, 0))  # when anybody may be reminded of something


@dataclass(frozen=True)
class SpecialPeriod:
    """Days, both ends included, on which the office works otherwise, or not at all."""

    name: str
    first: date
    last: date
    hours: OfficeHours | None  # None: closed
    friday: OfficeHours | None = None  # where Fridays are otherwise

    def has(self, day: date) -> bool:
        return self.first <= day <= self.last

    def on(self, day: date) -> OfficeHours | None:
        return _on(day, self.hours, self.friday)


@dataclass(frozen=True)
class Week:
    """The usual hours, from a day on."""

    first: date
    hours: OfficeHours
    friday: OfficeHours | None = None

    def on(self, day: date) -> OfficeHours | None:
        return _on(day, self.hours, self.friday)


def _on(day: date, hours: OfficeHours | None, friday: OfficeHours | None) -> OfficeHours | None:
    return friday if friday is not None and day.weekday() == FRIDAY else hours


@dataclass(frozen=True)
class Calendar:
    """Holidays (HOLIDAYS_FILE) and special periods are data with a source; Saturday and Sunday
    are free."""

    zone: ZoneInfo
    holidays: frozenset[date]
    periods: tuple[SpecialPeriod, ...] = ()
    known_until: date = date.max  # later holidays are not yet known, or not all of them
    weeks: tuple[Week, ...] = ()  # the usual hours, oldest first; USUAL before them

    def is_working_day(self, day: date) -> bool:
        return (
            day.weekday() < SATURDAY
            and day not in self.holidays
            and self.office_hours(day) is not None
        )

    @cached_property
    def office_hours(self) -> Callable[[date], OfficeHours | None]:
        """Of a day, whatever weekday it is; None in a period in which the office is closed. A
        report asks for the same days thousands of times."""
        return lru_cache(DAYS_KEPT)(self._office_hours)

    def _office_hours(self, day: date) -> OfficeHours | None:
        period = next((period for period in self.periods if period.has(day)), None)
        if period is not None:
            return period.on(day)
        week = next((week for week in reversed(self.weeks) if week.first <= day), None)
        return USUAL if week is None else week.on(day)

    def work_on(self, day: date) -> tuple[Moments, ...]:
        """The day's periods of work, in order; none where the office is closed."""
        hours = self.office_hours(day) if self.is_working_day(day) else None
        return tuple(
            (datetime.combine(day, opens, self.zone), datetime.combine(day, closes, self.zone))
            for opens, closes in (() if hours is None else hours.spans)
        )

    def is_office_hour(self, moment: datetime) -> bool:
        """When the desk works."""
        return any(opens <= moment < closes for opens, closes in self.work_on(self.today(moment)))

    def is_daytime(self, moment: datetime) -> bool:
        """Whatever day it is: nobody's phone is to ring at night."""
        return DAYTIME.has(moment.astimezone(self.zone).time())

    def runs_out(self, now: datetime, last_due: datetime | None) -> bool:
        """Whether holidays must be added soon: in two months at the latest, or before a ticket's
        due date, which may be wrong already."""
        soon = self.today(now) + RUNS_OUT
        beyond = last_due is not None and self.known_until < self.today(last_due - EVE)
        return self.known_until <= soon or beyond

    def due(self, received: datetime, working_days: int) -> datetime:
        """The end of the n-th working day after the day of receipt."""
        day = received.astimezone(self.zone).date()
        left = working_days
        while left:
            day += timedelta(days=1)
            left -= self.is_working_day(day)
        return datetime.combine(day + timedelta(days=1), time(), self.zone)

    def received_by(self, now: datetime, working_days: int) -> datetime:
        """What came before this midnight has been due after so many working days by now."""
        day = self.today(now)
        left = working_days
        while left:
            day -= timedelta(days=1)
            left -= self.is_working_day(day)
        return self.midnight(day)

    def worked(self, since: datetime, until: datetime) -> timedelta:
        """How long the desk worked between the two."""
        spans = self._spans(since)
        total = timedelta()
        for begins, ends, _ in spans:
            if begins >= until:
                return total
            total += min(ends, until) - begins
        raise AssertionError("days end")

    def after_work(self, moment: datetime, length: timedelta) -> datetime:
        """When the desk has worked so long since; the end of a day's work is the midnight after
        it, as with `due`."""
        if not length:
            return moment
        for begins, ends, last in self._spans(moment):
            if ends - begins >= length:
                reached = begins + length
                over = last and reached == ends
                return self.midnight(ends.date() + timedelta(days=1)) if over else reached
            length -= ends - begins
        raise AssertionError("days end")

    def _spans(self, since: datetime) -> Iterator[tuple[datetime, datetime, bool]]:
        """Periods of work, what is left of the first one included; and whether it is a day's
        last."""
        since = since.astimezone(self.zone)
        day = since.date()
        while True:
            periods = self.work_on(day)
            for opens, closes in periods:
                begins = max(since, opens)
                if begins < closes:
                    yield begins, closes, closes == periods[-1][1]
            day += timedelta(days=1)

    def next_morning(self, now: datetime) -> datetime:
        """The next time that a day's work begins."""
        today = self.today(now)
        opens = self.opening(today)
        return opens if opens > now else self.opening(today + timedelta(days=1))

    def opening(self, day: date) -> datetime:
        """When work begins on that day, or on the next that has any."""
        while not (periods := self.work_on(day)):
            day += timedelta(days=1)
        return periods[0][0]

    def midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.zone)

    def today(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()

    def monday_of(self, now: datetime) -> date:
        today = self.today(now)
        return today - timedelta(days=today.weekday())

    def summaries_due(self, since: datetime, now: datetime) -> Iterator[datetime]:
        """Every Monday 08:00 after `since` and not later than `now`, oldest first."""
        moment = datetime.combine(self.monday_of(since), SUMMARY_AT, self.zone)
        while moment <= now:
            if moment > since:
                yield moment
            moment = datetime.combine(moment.date() + timedelta(days=7), SUMMARY_AT, self.zone)


def summary_due(monday: date, zone: ZoneInfo) -> datetime:
    """When the page of the week that began on `monday` goes out."""
    return datetime.combine(monday + timedelta(days=7), SUMMARY_AT, zone)


def week_number(day: date) -> str:
    """The ISO week a day lies in, as a key: 2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
