"""When somebody at the desk reads what is sent now. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.calendar import Calendar

LOOKED_AHEAD = 60  # days; no holidays are longer


@dataclass(frozen=True)
class Reading:
    """Now, and until when; or from when on. None where no working day is known."""

    now: bool
    until: datetime | None = None
    opens: datetime | None = None


def reading(calendar: Calendar, now: datetime) -> Reading:
    day = calendar.today(now)
    for ahead in range(LOOKED_AHEAD):
        hours = calendar.office_hours(day + timedelta(days=ahead))
        if hours is None or not calendar.is_working_day(day + timedelta(days=ahead)):
            continue
        midnight = calendar.midnight(day + timedelta(days=ahead))
        opens, closes = (
            midnight.replace(hour=each.hour, minute=each.minute)
            for each in (hours.opens, hours.closes)
        )
        if opens <= now < closes:
            return Reading(now=True, until=closes)
        if now < opens:
            return Reading(now=False, opens=opens)
    return Reading(now=False)
