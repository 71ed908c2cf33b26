"""Announcements: what becomes of one, to whom it goes, and when it goes again. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.calendar import OfficeHours
from bot.rules.rights import DeskAct, may
from bot.rules.ticket import Role


class NewsStatus(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"  # a second officer is to look at it
    PLANNED = "planned"  # approved, and goes out at its hours, each time as one of its own
    APPROVED = "approved"  # it is being listed whom it goes to
    SENDING = "sending"
    STOPPED = "stopped"
    DONE = "done"
    DROPPED = "dropped"


WRITTEN_AT = frozenset({NewsStatus.DRAFT, NewsStatus.PROPOSED})
"""When its words, and whom it goes to, may still change."""
UNDER_WAY = frozenset({NewsStatus.APPROVED, NewsStatus.SENDING})


INVITATIONS = 0
"""In place of an announcement's number: invitations to a survey, which go out as those do. Whom
they went to is not kept with the recipients: it is forgotten when the survey is closed."""


class Audience(StrEnum):
    ALL = "all"
    OFFICES = "offices"
    CLINIC = "clinic"  # who joined sessions of Coaching Clinic, or some of them
    CATEGORY = "category"  # who has an open ticket of it


NARROWED = frozenset({Audience.OFFICES, Audience.CATEGORY})
"""Those of which something must be chosen."""


class RecipientStatus(StrEnum):
    """What became of one whom an announcement is for."""

    WAITING = "waiting"
    QUEUED = "queued"
    SENT = "sent"
    LOST = "lost"  # blocked the bot, never began with it, or left Telegram
    FAILED = "failed"  # Telegram refused the message itself
    OFF = "off"  # wants no news
    GONE = "gone"  # erased, or shut out


TO_COME = frozenset({RecipientStatus.WAITING, RecipientStatus.QUEUED})
NOT_REACHED = frozenset({RecipientStatus.LOST, RecipientStatus.FAILED})


class Rhythm(StrEnum):
    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


WEEK = timedelta(days=7)
MONTHS: Mapping[Rhythm, int] = {Rhythm.MONTHLY: 1, Rhythm.QUARTERLY: 3, Rhythm.YEARLY: 12}
LATE = timedelta(days=1)
"""What could not go out for so long nobody waits for."""
MOST_PLANNED = 24


@dataclass(frozen=True)
class NewsRules:
    """When people may be told what is no answer to them."""

    hours: OfficeHours

    def may_go(self, now: datetime, zone: ZoneInfo) -> bool:
        return self.hours.has(now.astimezone(zone).time())

    def ends(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Of a moment at which it may go, when that is over."""
        return datetime.combine(now.astimezone(zone).date(), self.hours.closes, zone)

    def takes(self, at: time) -> bool:
        return self.hours.has(at)


def may_approve(role: Role, *, person_id: int, writer_id: int) -> bool:
    """Nobody their own."""
    return may(role, DeskAct.APPROVE_NEWS) and person_id != writer_id


def occurrence(first: date, every: Rhythm, place: int) -> date:
    """The n-th; where a month is shorter its last day."""
    if every is Rhythm.WEEKLY:
        return first + place * WEEK
    months = first.month - 1 + MONTHS.get(every, 0) * place
    year, month = first.year + months // 12, months % 12 + 1
    return date(year, month, min(first.day, calendar.monthrange(year, month)[1]))


def next_time(first: datetime, every: Rhythm, after: datetime, zone: ZoneInfo) -> datetime | None:
    """The first of its times that is later; None where there is none. The hour is that of the
    zone, whatever the day."""
    begins = first.astimezone(zone)
    if every is Rhythm.ONCE:
        return first if first > after else None
    if every is Rhythm.WEEKLY:
        place = max(0, (after - first) // WEEK)
    else:
        months = (after.astimezone(zone).year - begins.year) * 12
        place = max(0, (months - 12) // MONTHS[every])
    while True:
        day = occurrence(begins.date(), every, place)
        at = datetime.combine(day, begins.time(), zone)
        if at > after:
            return at
        place += 1
