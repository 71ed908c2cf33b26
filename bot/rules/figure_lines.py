"""The figures that a report prints, and the tickets that each counts. Pure."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256

from bot.rules.handling import AGES, age_band
from bot.rules.indicator import MeasuredTicket, Window
from bot.rules.ticket import SIDE_ENDS, Status

MARK = 5  # letters; a button's data has room for no more


class Line(StrEnum):
    RECEIVED = "in"
    SETTLED = "ended"  # in the window, of whatever time it came
    ANSWERED = "first"
    REOPENED = "again"
    OPEN = "open"  # of whatever time it came
    OVERDUE = "late"
    # Of those received in the window:
    RESOLVED = "done"
    UNRESOLVED = "left"
    CONFIRMED = "yes"
    UNCONFIRMED = "mute"  # resolved, and the reporter said nothing
    AWAITED = "await"  # resolved, and the reporter may still say something
    OTHERWISE = "other"  # ended without being resolved
    UNHEARD = "unheard"  # open, and without any answer
    STILL_OPEN = "still"
    # Requests for information, which stand apart:
    ASKED = "info"
    INFORMED = "told"
    ASKING = "asking"
    # Of several, one:
    CAUSE = "C"
    AGE = "A"


APART = {Line.ASKED: Line.RECEIVED, Line.INFORMED: Line.SETTLED, Line.ASKING: Line.OPEN}
PARTED = {Line.CAUSE: Line.RECEIVED, Line.AGE: Line.OPEN}

_BEHIND: dict[Line, Callable[[MeasuredTicket, Window], bool]] = {
    Line.RECEIVED: lambda case, window: window.holds(case.received_at),
    Line.SETTLED: lambda case, window: case.resolved and window.holds(case.resolved_at),
    Line.ANSWERED: lambda case, window: window.holds(case.first_answer_at),
    Line.REOPENED: lambda case, window: any(map(window.holds, case.reopened_at)),
    Line.OPEN: lambda case, _: case.open,
    Line.OVERDUE: lambda case, window: case.overdue(window.as_of),
    Line.RESOLVED: lambda case, window: window.holds(case.received_at) and case.resolved,
    Line.UNRESOLVED: lambda case, window: window.holds(case.received_at) and not case.resolved,
    Line.CONFIRMED: lambda case, window: _came_and_is(case, window, (Status.CLOSED,)),
    Line.UNCONFIRMED: lambda case, window: _came_and_is(case, window, (Status.LAPSED,)),
    Line.AWAITED: lambda case, window: _came_and_is(case, window, (Status.RESOLVED,)),
    Line.OTHERWISE: lambda case, window: _came_and_is(case, window, SIDE_ENDS),
    Line.STILL_OPEN: lambda case, window: window.holds(case.received_at) and case.open,
    Line.UNHEARD: lambda case, window: (
        window.holds(case.received_at) and case.open and case.first_answer_at is None
    ),
}


def _came_and_is(case: MeasuredTicket, window: Window, states: Sequence[Status]) -> bool:
    return case.status in states and window.holds(case.received_at)


@dataclass(frozen=True)
class Figure:
    """One that stands on a page. `of`: which of several, see `cause` and `age`."""

    line: Line
    of: str = ""

    @property
    def written(self) -> str:
        return f"{self.line.value}{self.of}"


def read(said: str) -> Figure:
    """What `written` says. Raises ValueError."""
    if said[:1] not in PARTED:
        return Figure(Line(said))
    figure = Figure(Line(said[0]), said[1:])
    if figure.line is Line.AGE and figure.of not in _BANDS:
        raise ValueError(repr(said))
    return figure


_BANDS = {str(band) for band in range(len(AGES) + 1)}


def cause(category: str) -> Figure:
    """Its name may be longer than a button's data."""
    return Figure(Line.CAUSE, b32encode(sha256(category.encode()).digest()).decode()[:MARK])


def age(band: int) -> Figure:
    return Figure(Line.AGE, str(band))


def behind(
    figure: Figure, cases: Iterable[MeasuredTicket], window: Window
) -> list[MeasuredTicket]:
    """The tickets that a figure counts, as they came."""
    line, apart = figure.line, figure.line in APART
    asked = [case for case in cases if case.counted is not apart]
    found = told_by(APART.get(line) or PARTED.get(line) or line, asked, window)
    if line is Line.CAUSE:
        return [case for case in found if cause(case.category) == figure]
    if line is Line.AGE:
        return [case for case in found if age(age_band(_age(case, window))) == figure]
    return found


def _age(case: MeasuredTicket, window: Window) -> timedelta:
    return window.as_of - case.received_at


def told_by(line: Line, counted: Sequence[MeasuredTicket], window: Window) -> list[MeasuredTicket]:
    counts = _BEHIND[line]
    return [case for case in counted if counts(case, window)]


class LineGroup(StrEnum):
    """Figures of the head's page that are looked for together."""

    CAUSES = "cause"
    AGES = "age"
    OWN = "own"  # what came in its days
    YEAR = "year"  # the year so far
    BEFORE = "past"  # the year before
    INFORMATION = "info"
