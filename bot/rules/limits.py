"""How much one person may ask for: more than anybody's fingers can, less than a machine's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

MINUTE = timedelta(minutes=1)
PUT_OFF = timedelta(seconds=10)  # by which what comes too fast is put off, at a time
MOST_WAITING = 100  # of one person's: as many as Telegram lets anybody forward at once
MOST_STORED = 3 * MOST_WAITING  # of one chat with us: more than any limit serves or keeps
SAID_AGAIN = timedelta(minutes=10)  # who goes on is not told each time


@dataclass(frozen=True)
class Limits:
    """Of one person; each may be set."""

    turns_a_minute: int = 60  # as many at once, too; then one a second
    open_tickets: int = 10
    files_a_day: int = 30  # from the reporter to one ticket


class BlockReason(StrEnum):
    """Why somebody is blocked, where the admin writes no reason of their own."""

    FLOOD = "flood"
    ABUSE = "abuse"
    FAKE = "fake"
    OTHER = "other"


MOST_REASON = 120  # letters
