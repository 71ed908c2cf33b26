"""Indicator 13, the settlement of complaints. Pure; thresholds come in as data.

Definition (indicator row "penyelesaian layanan pengaduan", 2024-2026 wording): complaints handled
divided by all complaints received in the window, counting complaints, constructive criticism and
suggestions. Requests for information are not named there and stand apart. "Handled" is read
strictly: resolved with a closing answer. Counted by date received; the state is as at a moment.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from statistics import median

from bot.rules.deadline import TicketClock
from bot.rules.ticket import OPEN_STATES, SETTLED_STATES, Channel, Kind, Status

COUNTED = frozenset({Kind.COMPLAINT, Kind.CRITICISM, Kind.SUGGESTION})


@dataclass(frozen=True)
class Edition:
    """Thresholds in per cent. `level3_exclusive`: the level begins above the figure, not at it.
    `sure`: how far they can be trusted; `numbers`: the indicator's own in whose lists."""

    name: str
    level2: Fraction
    level3: Fraction
    source: str
    level3_exclusive: bool = False
    sure: str = ""
    numbers: str = ""


class AsItStood(ABC):
    """A ticket at a moment, whatever else is kept of it: what every report asks of it."""

    __slots__ = ()
    kind: Kind
    channel: Channel
    status: Status
    received_at: datetime
    first_answer_at: datetime | None

    @property
    def counted(self) -> bool:
        """In the ratio at all: requests for information stand apart."""
        return self.kind in COUNTED

    @property
    def resolved(self) -> bool:
        return self.status in SETTLED_STATES

    @property
    def open(self) -> bool:
        """Those that ended without an answer are neither open nor resolved; they stay counted."""
        return self.status in OPEN_STATES

    @property
    @abstractmethod
    def settled_at(self) -> datetime | None:
        """Since when it is resolved."""

    @property
    @abstractmethod
    def was_reopened(self) -> bool: ...

    @abstractmethod
    def overdue(self, at: datetime) -> bool | None:
        """None where it is not kept when it was due."""


@dataclass(slots=True, unsafe_hash=True)
class MeasuredTicket(AsItStood):
    """One ticket as it stood at the moment of the report. Nobody changes it; not frozen, for of
    20,000 for a week's page that takes as long as to fetch them."""

    number: str
    kind: Kind
    category: str
    received_at: datetime
    due_at: datetime
    status: Status
    first_answer_at: datetime | None
    resolved_at: datetime | None
    reopened_at: tuple[datetime, ...] = ()
    paused_at: datetime | None = None
    channel: Channel = Channel.TELEGRAM

    @property
    def settled_at(self) -> datetime | None:
        return self.resolved_at

    @property
    def was_reopened(self) -> bool:
        return bool(self.reopened_at)

    def overdue(self, at: datetime) -> bool:
        return self.open and TicketClock(self.due_at, self.paused_at).is_late(at)


@dataclass(frozen=True)
class Window:
    """From `start` up to, not including, `end`; the state is as at `as_of`."""

    start: datetime
    end: datetime
    as_of: datetime

    def holds(self, moment: datetime | None) -> bool:
        return moment is not None and self.start <= moment < self.end


@dataclass(frozen=True)
class Indicator:
    window: Window
    edition: Edition
    received: int
    resolved: int
    level: int
    still_needed: int

    @property
    def may_fail(self) -> int:
        """Of all received, how many may stay unresolved and the top level be reached still."""
        return self.received - enough(self.received, self.edition)

    @property
    def ratio(self) -> Fraction | None:
        """In per cent; None where nothing was received, which is not the same as 0."""
        return Fraction(100 * self.resolved, self.received) if self.received else None


@dataclass(frozen=True)
class Spent:
    """How long something took those that have it, and how long the others wait for it already:
    a median alone hides whom nobody has answered."""

    have: int
    median: timedelta | None
    most: timedelta | None
    """Nine in ten took no longer."""
    lack: int
    longest: timedelta | None
    """Of those who lack it, the oldest."""


@dataclass(frozen=True)
class Summary:
    """The figures of a window beside the indicator. All counts leave information requests out."""

    indicator: Indicator
    open: int
    states: dict[Status, int]
    """How many of those received stand in which; who ended without an answer is among them."""
    overdue: int | None
    """None of a closed period: in its rows it is not kept when they were due."""
    reopened: int
    answered: int
    information_received: int
    information_resolved: int
    to_first_answer: Spent
    to_resolution: Spent
    channels: tuple[tuple[Channel, int], ...] = ()
    """How many of those received came by which, most first."""


def measure(cases: Sequence[AsItStood], window: Window, edition: Edition) -> Indicator:
    """The ratio by the printed definition."""
    counted = [case for case in cases if case.counted and window.holds(case.received_at)]
    resolved = sum(case.resolved for case in counted)
    return Indicator(
        window=window,
        edition=edition,
        received=len(counted),
        resolved=resolved,
        level=level_of(len(counted), resolved, edition),
        still_needed=still_needed(len(counted), resolved, edition),
    )


def level_of(received: int, resolved: int, edition: Edition) -> int:
    """1, 2 or 3; nothing received is level 1 ("belum ada pengaduan"). Exact, never rounded up."""
    if received == 0:
        return 1
    ratio = Fraction(100 * resolved, received)
    if _reaches_top(ratio, edition):
        return 3
    return 2 if ratio >= edition.level2 else 1


def _reaches_top(ratio: Fraction, edition: Edition) -> bool:
    return ratio > edition.level3 if edition.level3_exclusive else ratio >= edition.level3


def still_needed(received: int, resolved: int, edition: Edition) -> int:
    """How many more of those received must be resolved to reach the top level."""
    return max(0, enough(received, edition) - resolved)


def enough(received: int, edition: Edition) -> int:
    """How many of those received must be resolved for the top level."""
    least = int(-(-edition.level3 * received // 100))
    short = edition.level3_exclusive and Fraction(least * 100) == edition.level3 * received
    return least + 1 if short and received else least


def summarise(cases: Sequence[AsItStood], window: Window, edition: Edition) -> Summary:
    """Everything a report prints about a window."""
    received = [case for case in cases if window.holds(case.received_at)]
    counted = [case for case in received if case.counted]
    apart = [case for case in received if not case.counted]
    return Summary(
        indicator=measure(received, window, edition),
        open=sum(case.open for case in counted),
        states=dict(Counter(case.status for case in counted)),
        overdue=_late(counted, window.as_of),
        reopened=sum(case.was_reopened for case in counted),
        answered=sum(case.first_answer_at is not None for case in counted),
        information_received=len(apart),
        information_resolved=sum(case.resolved for case in apart),
        to_first_answer=_spent(counted, [case.first_answer_at for case in counted], window.as_of),
        to_resolution=_spent(counted, [case.settled_at for case in counted], window.as_of),
        channels=tuple(Counter(case.channel for case in counted).most_common()),
    )


def _late(cases: Sequence[AsItStood], at: datetime) -> int | None:
    known = [late for case in cases if (late := case.overdue(at)) is not None]
    return sum(known) if len(known) == len(cases) else None


def _spent(cases: Sequence[AsItStood], done: Sequence[datetime | None], as_of: datetime) -> Spent:
    """From when each was received to when it was `done`; who is open still waits for that."""
    took = sorted(
        (end - case.received_at).total_seconds()
        for case, end in zip(cases, done, strict=True)
        if end
    )
    waiting = [
        as_of - case.received_at
        for case, end in zip(cases, done, strict=True)
        if end is None and case.open
    ]
    return Spent(
        have=len(took),
        median=timedelta(seconds=median(took)) if took else None,
        most=timedelta(seconds=took[-(-9 * len(took) // 10) - 1]) if took else None,
        lack=len(waiting),
        longest=max(waiting, default=None),
    )
