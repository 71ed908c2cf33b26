"""Working hours and due dates of a hundred thousand tickets: the calendar is asked once for each
day, not once for each ticket. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.rules.calendar import Calendar

DAY = timedelta(days=1)


class WorkingTime:
    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._first = self._end = date.max  # until a day is asked for
        self._before = [0.0]  # seconds of work from the first day up to each
        self._periods: dict[date, tuple[tuple[float, float], ...]] = {}
        self._due: dict[tuple[date, int], datetime] = {}

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How long the desk worked; as Calendar.worked."""
        if end <= start:
            return timedelta()
        begun = self._upto(start)  # first, as it may reset what is known
        return timedelta(seconds=self._upto(end) - begun)

    def due(self, received: datetime, working_days: int) -> datetime:
        """As Calendar.due, in UTC: to compare moments of two zones takes ten times as long."""
        key = self._calendar.today(received), working_days
        known = self._due.get(key)
        if known is None:
            known = self._calendar.due(received, working_days).astimezone(UTC)
            self._due[key] = known
        return known

    def _upto(self, moment: datetime) -> float:
        day = self._calendar.today(moment)
        if day < self._first:
            self._first = self._end = day
            self._before = [0.0]
        while self._end < day:
            whole = sum(closes - opens for opens, closes in self._of(self._end))
            self._before.append(self._before[-1] + whole)
            self._end += DAY
        at = moment.timestamp()
        today = 0.0
        for opens, closes in self._of(day):
            if at > opens:
                today += min(at, closes) - opens
        return self._before[(day - self._first).days] + today

    def _of(self, day: date) -> tuple[tuple[float, float], ...]:
        known = self._periods.get(day)
        if known is None:
            spans = self._calendar.work_on(day)
            known = tuple((opens.timestamp(), closes.timestamp()) for opens, closes in spans)
            self._periods[day] = known
        return known
