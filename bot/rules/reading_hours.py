"""When somebody at the desk reads what is sent now. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.calendar import Calendar

LOOKED_AHEAD = 60  # days; no holidays are longer


@dataclass(frozen=True)
class DeskHours:
    """Now, and until when; or from when on. None where no working day is known."""

    now: bool
    until: datetime | None = None
    opens: datetime | None = None
    rests: bool = False
    """It is midday: the day's work goes on then."""


def reading(calendar: Calendar, now: datetime) -> DeskHours:
    today = calendar.today(now)
    for ahead in range(LOOKED_AHEAD):
        periods = calendar.work_on(today + timedelta(days=ahead))
        for place, (opens, closes) in enumerate(periods):
            if opens <= now < closes:
                return DeskHours(now=True, until=periods[-1][1])
            if now < opens:
                return DeskHours(now=False, opens=opens, rests=place > 0)
    return DeskHours(now=False)
