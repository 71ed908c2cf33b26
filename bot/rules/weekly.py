"""The week the head reads about on Monday, and the windows reports are made for. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.rules.apart import Apart
from bot.rules.calendar import Calendar
from bot.rules.figure_lines import Line, told_by
from bot.rules.handling import by_age
from bot.rules.indicator import (
    Edition,
    Indicator,
    MeasuredTicket,
    Spent,
    Summary,
    Window,
    measure,
    summarise,
)

MOST_CATEGORIES = 5
SHOWN_UNTIL = 3  # the month until whose end the year before is shown
MOST_OLDEST = 5
WEEK = timedelta(days=7)
WEEKS_BACK = 8


@dataclass(frozen=True)
class Waiting:
    """A ticket still open, and for how long."""

    number: str
    age: timedelta
    overdue: bool
    officer: str | None = None
    """Who has it, where that may be said."""


@dataclass(frozen=True)
class WeekTook:
    """How long it took what came in a week."""

    to_first_answer: Spent
    to_resolution: Spent


@dataclass(frozen=True)
class Weekly:
    """Monday to Sunday, and what is open at `as_of`. Information requests stand apart."""

    monday: date
    as_of: datetime
    received: int
    resolved: int
    answered: int  # for the first time
    reopened: int
    open: int
    overdue: int
    information_received: int
    information_resolved: int
    information_open: int
    categories: tuple[tuple[str, int], ...]
    oldest: tuple[Waiting, ...]
    year: Summary
    year_before: Indicator | None = None
    """Until the end of March: in January the new year has nothing to show yet."""
    apart: Apart | None = None
    """Of the week, as far as it has gone by."""
    ages: tuple[int, ...] = ()
    """Open ones by age, in the bands of bot.rules.handling.AGES."""
    took: WeekTook | None = None
    before: WeekTook | None = None
    """The week before, as it stood when as much of it had gone by."""

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)


@dataclass(frozen=True)
class WeekPoint:
    """What came in and what was settled in one week, of whatever week it had come."""

    monday: date
    received: int
    resolved: int


def weekly(
    cases: Sequence[MeasuredTicket],
    week_monday: date,
    as_of: datetime,
    calendar: Calendar,
    edition: Edition,
) -> Weekly:
    """The week from Monday 00:00 to the next, out of all cases as they stood at `as_of`."""
    week = week_window(week_monday, as_of, calendar)
    counted = [case for case in cases if case.counted]
    apart = [case for case in cases if not case.counted]
    still_open = told_by(Line.OPEN, counted, week)
    return Weekly(
        monday=week_monday,
        as_of=as_of,
        received=len(told_by(Line.RECEIVED, counted, week)),
        resolved=len(told_by(Line.SETTLED, counted, week)),
        answered=len(told_by(Line.ANSWERED, counted, week)),
        reopened=len(told_by(Line.REOPENED, counted, week)),
        open=len(still_open),
        overdue=len(told_by(Line.OVERDUE, counted, week)),
        information_received=came(apart, week),
        information_resolved=settled(apart, week),
        information_open=sum(case.open for case in apart),
        categories=most_common(counted, week, MOST_CATEGORIES),
        oldest=oldest(still_open, as_of),
        year=summarise(cases, year_window(as_of, calendar), edition),
        year_before=year_before(cases, as_of, calendar, edition),
        ages=by_age([as_of - case.received_at for case in still_open]),
        took=week_took(cases, week, edition),
    )


def week_took(cases: Sequence[MeasuredTicket], week: Window, edition: Edition) -> WeekTook:
    """Out of all cases as they stood at the week's `as_of`."""
    of_week = summarise(cases, week, edition)
    return WeekTook(
        to_first_answer=of_week.to_first_answer,
        to_resolution=of_week.to_resolution,
    )


def year_before(
    cases: Sequence[MeasuredTicket], as_of: datetime, calendar: Calendar, edition: Edition
) -> Indicator | None:
    """As it stands now: what is still open of it may still be resolved."""
    today = calendar.today(as_of)
    if today.month > SHOWN_UNTIL:
        return None
    span = window(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31), as_of, calendar)
    return measure(cases, span, edition)


def history(
    cases: Sequence[MeasuredTicket], upto_monday: date, calendar: Calendar
) -> list[WeekPoint]:
    """Eight weeks, the last of them the one that begins on `upto_monday`."""
    mondays = [upto_monday - WEEK * back for back in reversed(range(WEEKS_BACK))]
    counts = in_and_out(cases, (*mondays, upto_monday + WEEK), calendar)
    return [WeekPoint(day, *count) for day, count in zip(mondays, counts, strict=True)]


def in_and_out(
    cases: Sequence[MeasuredTicket], days: Sequence[date], calendar: Calendar
) -> list[tuple[int, int]]:
    """What came in and what was settled from each of these days up to the next."""
    borders = [_midnight(day, calendar) for day in days]
    received, resolved = Counter[int](), Counter[int]()
    for case in cases:
        if case.counted:
            received[bisect_right(borders, case.received_at)] += 1
            if case.resolved and case.resolved_at is not None:
                resolved[bisect_right(borders, case.resolved_at)] += 1
    return [(received[place], resolved[place]) for place in range(1, len(borders))]


def reaches_back_to(week_monday: date, as_of: datetime, calendar: Calendar) -> datetime:
    """The earliest moment that the week, its history or the years' figures look at."""
    first = _midnight(week_monday - WEEK * (WEEKS_BACK - 1), calendar)
    return min(first, years_begin(as_of, calendar))


def years_begin(as_of: datetime, calendar: Calendar) -> datetime:
    """Of the years that a page shows."""
    today = calendar.today(as_of)
    return _midnight(date(today.year - (today.month <= SHOWN_UNTIL), 1, 1), calendar)


def week_window(monday: date, as_of: datetime, calendar: Calendar) -> Window:
    return Window(_midnight(monday, calendar), _midnight(monday + WEEK, calendar), as_of)


def year_window(as_of: datetime, calendar: Calendar) -> Window:
    """The year so far: the regency's, not that of UTC."""
    return Window(_midnight(date(calendar.today(as_of).year, 1, 1), calendar), as_of, as_of)


def window(from_: date, to: date, as_of: datetime, calendar: Calendar) -> Window:
    """Whole days, `to` included. A `to` before `from_` is the caller's to refuse: ValueError."""
    if to < from_:
        raise ValueError("the window ends before it begins")
    end = _midnight(to + timedelta(days=1), calendar)
    return Window(_midnight(from_, calendar), end, as_of)


def _midnight(day: date, calendar: Calendar) -> datetime:
    """In UTC, as cases are told: of moments in two zones a comparison takes ten times as long."""
    return calendar.midnight(day).astimezone(UTC)


def came(cases: Sequence[MeasuredTicket], window: Window) -> int:
    return sum(window.holds(case.received_at) for case in cases)


def settled(cases: Sequence[MeasuredTicket], window: Window) -> int:
    return sum(case.resolved and window.holds(case.resolved_at) for case in cases)


def most_common(
    counted: Sequence[MeasuredTicket], window: Window, most: int
) -> tuple[tuple[str, int], ...]:
    count = Counter(case.category for case in counted if window.holds(case.received_at))
    most_first = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    return tuple(most_first[:most])


def oldest(still_open: Sequence[MeasuredTicket], as_of: datetime) -> tuple[Waiting, ...]:
    by_age = sorted(still_open, key=lambda case: (case.received_at, case.number))
    return tuple(
        Waiting(case.number, as_of - case.received_at, case.overdue(as_of))
        for case in by_age[:MOST_OLDEST]
    )
