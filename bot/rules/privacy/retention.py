"""How long what people entrust to us is kept, and when it must be erased on request. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Kept(StrEnum):
    """What has a period of its own."""

    DELIVERED = "delivered"  # updates served, messages sent, jobs done
    PARKED = "parked"
    QUESTIONS = "questions"
    GUESTS = "guests"  # the NIP of whom an officer noted in a session, till it is linked
    RECIPIENTS = "recipients"  # whom an announcement went to, counted from its end
    TICKETS = "tickets"  # words and files, counted from the last thing that happened


@dataclass(frozen=True)
class Privacy:
    """As bot/data/privacy.toml has it."""

    erase_within: timedelta
    remind_before: timedelta
    keep: Mapping[Kept, timedelta]

    def erase_by(self, asked_at: datetime) -> datetime:
        return asked_at + self.erase_within

    def days(self, what: Kept) -> int:
        return self.keep[what].days


MOST_A_DAY = 3  # requests of one person, called off again and again
