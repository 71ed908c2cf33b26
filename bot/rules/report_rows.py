"""A report's rows, one a ticket, and what they come to. Pure.

Every total on a paper is counted here, from the rows that stand in its list and from nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from bot.rules.calendar import Calendar
from bot.rules.indicator import COUNTED, AsItStood
from bot.rules.ticket import (
    OPEN_STATES,
    SETTLED_STATES,
    Channel,
    DeadlineClass,
    Kind,
    Status,
)

LONGEST_BY_WEEKS = 100  # days of a window that is drawn week by week
LONGEST_BY_DAYS = 15
A_YEAR = 366
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


class Ending(StrEnum):
    """How a ticket ended."""

    CONFIRMED = "confirmed"  # the reporter said yes
    UNANSWERED = "unanswered"  # resolved, and the reporter said nothing
    AWAITED = "awaited"  # resolved, and the reporter may still say something
    OTHERWISE = "otherwise"  # ended without being resolved
    OPEN = "open"


def ending_of(status: Status) -> Ending:
    if status is Status.CLOSED:
        return Ending.CONFIRMED
    if status in SETTLED_STATES:
        return Ending.AWAITED if status is Status.RESOLVED else Ending.UNANSWERED
    return Ending.OPEN if status in OPEN_STATES else Ending.OTHERWISE


ENDING = {status: ending_of(status) for status in Status}


@dataclass(slots=True)
class TicketRow(AsItStood):
    """One ticket as it stood at the moment of the report. Nobody's name, nobody's words.

    Not frozen: a year may have 100,000, and each would be made twice.
    """

    number: str
    received_at: datetime
    channel: Channel
    kind: Kind
    category: str
    office: str | None
    status: Status
    first_answer_at: datetime | None
    done_at: datetime | None
    reopened: int = 0
    master: str | None = None
    """The ticket that it was merged into."""
    lapor_number: str | None = None
    working_days: int | None = None
    """To its end; see bot.rules.handling."""
    deadline_class: DeadlineClass | None = None
    due_at: datetime | None = None
    paused_at: datetime | None = None
    waits_since: datetime | None = None
    """Its reporter wrote again then, and was not answered."""
    first_in_time: bool | None = None
    """Of these, see bot.rules.handling; records of earlier releases have none of them."""
    later_in_time: tuple[int, int] | None = None
    """How often, how often not."""
    last_in_time: bool | None = None
    work_to_first: timedelta | None = None
    was_ended: bool = False
    """Once, also where it went on without being opened again: parted from its master, or answered
    after silence."""

    @property
    def of_abuse(self) -> bool:
        """No group hears of it, and no paper says which it is."""
        return self.deadline_class is DeadlineClass.SUPERVISORY

    @property
    def ending(self) -> Ending:
        return ENDING[self.status]

    @property
    def settled_at(self) -> datetime | None:
        return self.done_at if self.resolved else None

    @property
    def was_reopened(self) -> bool:
        return self.reopened > 0

    def overdue(self, at: datetime) -> None:
        """Not kept."""


@dataclass(frozen=True)
class Recap:
    """What the rows come to. Beside `information`, all of it leaves requests for information
    out."""

    received: int
    resolved: int
    endings: dict[Ending, int]
    kinds: dict[Kind, int]
    statuses: dict[Status, int]
    categories: dict[str, int]
    """Most first, then by name."""
    channels: dict[Channel, int]
    answered: int
    reopened: int
    merged: int
    information: int
    information_resolved: int

    @property
    def ratio(self) -> Fraction | None:
        """In per cent; None where nothing was received."""
        return Fraction(100 * self.resolved, self.received) if self.received else None


def recap(rows: Iterable[TicketRow]) -> Recap:
    endings, kinds, statuses = Counter[Ending](), Counter[Kind](), Counter[Status]()
    categories, channels = Counter[str](), Counter[Channel]()
    received = resolved = answered = reopened = merged = information = information_resolved = 0
    for row in rows:
        if not row.counted:
            information += 1
            information_resolved += row.resolved
            continue
        received += 1
        resolved += row.resolved
        answered += row.first_answer_at is not None
        reopened += row.was_reopened
        merged += row.master is not None
        endings[row.ending] += 1
        kinds[row.kind] += 1
        statuses[row.status] += 1
        categories[row.category] += 1
        channels[row.channel] += 1
    return Recap(
        received=received,
        resolved=resolved,
        endings={ending: endings[ending] for ending in Ending},
        kinds={kind: kinds[kind] for kind in Kind if kind in COUNTED},
        statuses={status: statuses[status] for status in Status if statuses[status]},
        categories=_most_first(categories),
        channels={channel: channels[channel] for channel in Channel if channels[channel]},
        answered=answered,
        reopened=reopened,
        merged=merged,
        information=information,
        information_resolved=information_resolved,
    )


def _most_first(counted: Counter[str]) -> dict[str, int]:
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


class WorkingDays:
    """Counts them between two moments; a year's 100,000 tickets would else ask the calendar for
    each day of each."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._first = self._last = date.max.toordinal()
        self._before = [0]  # working days from the first day up to, not including, each

    def between(self, start: datetime, end: datetime) -> int:
        """Those after the day of `start`, up to and with the day of `end`."""
        zone = self._calendar.zone
        first, last = start.astimezone(zone).date(), end.astimezone(zone).date()
        if last <= first:
            return 0
        before = self._upto(first + DAY)  # first: the later one is then among those known
        return self._upto(last + DAY) - before

    def _upto(self, day: date) -> int:
        wanted = day.toordinal()
        if wanted < self._first:
            # As far back again, for the next may be older still.
            known = self._last - self._first
            self._first = self._last = max(1, wanted - max(known, A_YEAR))
            self._before = [0]
        while self._last < wanted:
            works = self._calendar.is_working_day(date.fromordinal(self._last))
            self._before.append(self._before[-1] + works)
            self._last += 1
        return self._before[wanted - self._first]


# --- what is drawn ---------------------------------------------------------------------------


class Grain(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Point:
    """One stretch of the window; `backlog` and the ratio are as they were at its end."""

    first: date
    received: int
    resolved: int
    backlog: int
    ratio: Fraction | None
    """Of all received from the window's beginning to here: resolved by then."""


@dataclass(frozen=True)
class Series:
    grain: Grain
    points: tuple[Point, ...]
    days_taken: tuple[tuple[str, int], ...]
    """Working days to the end, in bands."""
    hours: tuple[tuple[int, ...], ...]
    """Received by weekday, Monday first, and hour of the day."""


BANDS = (("0", 0), ("1", 1), ("2–3", 3), ("4–5", 5), ("6–10", 10), ("11–14", 14))
BEYOND = "> 14"


def series(rows: Iterable[TicketRow], first: date, last: date, calendar: Calendar) -> Series:
    """Of what counts in the ratio, with its days; `last`: the last day there are figures of."""
    grain = _grain(first, last)
    begins = _stretches(first, last, grain)
    zone = calendar.zone
    received, resolved, ended = ([0] * len(begins) for _ in range(3))
    bands = [0] * (len(BANDS) + 1)
    hours = [[0] * 24 for _ in range(7)]
    limits = [limit for _, limit in BANDS]
    for row in rows:
        if not row.counted:
            continue
        came = row.received_at.astimezone(zone)
        received[bisect_right(begins, came.date()) - 1] += 1
        hours[came.weekday()][came.hour] += 1
        if row.done_at is None:
            continue
        done = row.done_at.astimezone(zone).date()
        if done <= last:
            stretch = bisect_right(begins, done) - 1
            ended[stretch] += 1
            resolved[stretch] += row.resolved
        if row.resolved and (taken := row.working_days) is not None:
            bands[next((n for n, most in enumerate(limits) if taken <= most), len(limits))] += 1
    names = [*(name for name, _ in BANDS), BEYOND]
    return Series(
        grain,
        tuple(_points(begins, received, resolved, ended)),
        tuple(zip(names, bands, strict=True)),
        tuple(map(tuple, hours)),
    )


def _points(
    begins: Sequence[date], received: list[int], resolved: list[int], ended: list[int]
) -> Iterable[Point]:
    came = settled = over = 0
    for place, first in enumerate(begins):
        came += received[place]
        settled += resolved[place]
        over += ended[place]
        ratio = Fraction(100 * settled, came) if came else None
        yield Point(first, received[place], resolved[place], came - over, ratio)


def _grain(first: date, last: date) -> Grain:
    length = (last - first).days + 1
    if length <= LONGEST_BY_DAYS:
        return Grain.DAY
    return Grain.WEEK if length <= LONGEST_BY_WEEKS else Grain.MONTH


def _stretches(first: date, last: date, grain: Grain) -> list[date]:
    """The first day of each: the window's own, then Mondays or firsts of the month."""
    begins = [first]
    while (following := _next(begins[-1], grain)) <= last:
        begins.append(following)
    return begins


def _next(day: date, grain: Grain) -> date:
    if grain is Grain.DAY:
        return day + DAY
    if grain is Grain.WEEK:
        return day - timedelta(days=day.weekday()) + WEEK
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


# --- what changed after a period was closed --------------------------------------------------


@dataclass(frozen=True)
class Correction:
    """What is different now from what a closed period's report says."""

    was: Recap
    now: Recap
    changed: tuple[tuple[str, Ending | None, Ending | None], ...]
    """Ticket, how it stood, how it stands; None: not in the list."""


def correction(was: Sequence[TicketRow], now: Sequence[TicketRow]) -> Correction:
    """Of the same days. That a reporter confirmed what was resolved already is no change."""
    before = {row.number: row for row in was}
    after = {row.number: row for row in now}
    changed = tuple(
        (number, _end(before.get(number)), _end(after.get(number)))
        for number in sorted(before.keys() | after.keys())
        if _told(before.get(number)) != _told(after.get(number))
    )
    return Correction(recap(was), recap(now), changed)


def _end(row: TicketRow | None) -> Ending | None:
    return None if row is None else row.ending


def _told(row: TicketRow | None) -> tuple[object, ...] | None:
    return None if row is None else (row.resolved, row.done_at is None, row.kind)
