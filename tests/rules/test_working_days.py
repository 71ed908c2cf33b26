"""Working days counted for many rows are those that the calendar has, whatever row comes first."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.rules.report_rows import WorkingDays
from tests.rules.test_calendar import REAL

MOMENTS = st.datetimes(datetime(1999, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
TAKEN = st.integers(-2, 900).map(timedelta)


@given(st.lists(st.tuples(MOMENTS, TAKEN), min_size=1, max_size=8))
def test_they_are_the_calendars(rows: list[tuple[datetime, timedelta]]) -> None:
    working = WorkingDays(REAL)
    for start, taken in rows:
        assert working.between(start, start + taken) == counted(start, start + taken)


def counted(start: datetime, end: datetime) -> int:
    first, last = (moment.astimezone(REAL.zone).toordinal() for moment in (start, end))
    days = map(date.fromordinal, range(first + 1, last + 1))
    return sum(map(REAL.is_working_day, days))
