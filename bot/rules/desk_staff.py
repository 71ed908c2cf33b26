"""Who is on the desk: on leave until when, and who stands in. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.rules.calendar import Calendar
from bot.rules.rights import DeskAct, may
from bot.rules.ticket import Role

LEAVES = (1, 3, 7, 14, 30)  # days that a button offers, today among them
LONGEST_LEAVE = 366


def leave_ends(calendar: Calendar, now: datetime, days: int) -> datetime:
    """The midnight after the last of so many days, today being the first."""
    return calendar.midnight(calendar.today(now) + timedelta(days=days))


def is_away(away_until: datetime | None, now: datetime) -> bool:
    return away_until is not None and now < away_until


def may_stand_in(role: Role, away_until: datetime | None, now: datetime) -> bool:
    return may(role, DeskAct.WORK) and not is_away(away_until, now)
