"""Who says to be whom: how often it may be tried, and what proves it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

TRIES = 5
TRIES_WITHIN = timedelta(minutes=15)
TRIES_ON_ONE = 5
ON_ONE_WITHIN = timedelta(days=1)
LASTS = timedelta(hours=1)  # within which the second proof is to come
ASKED_AGAIN = timedelta(days=3)  # the desk, where it said nothing: then cards are too old to press
KEPT = timedelta(days=30)  # a claim, whatever came of it


class ClaimStatus(StrEnum):
    TYPED = "typed"  # the second proof is awaited
    ASKED = "asked"  # the desk is asked for it
    MOVING = "moving"  # from another account: an officer is for it, another is asked
    LINKED = "linked"
    FAILED = "failed"  # the number was another
    REFUSED = "refused"  # by the desk
    DROPPED = "dropped"


def may_try(tries: int) -> bool:
    return tries < TRIES


def may_try_on(tries: int) -> bool:
    return tries < TRIES_ON_ONE


def waits(status: ClaimStatus, at: datetime, now: datetime) -> bool:
    """For a second proof; the desk may also be asked where the number was another."""
    return status in {ClaimStatus.TYPED, ClaimStatus.FAILED} and now - at <= LASTS


def proves(shared: str | None, listed: str | None) -> bool:
    """Whether the number that was shared is one of those in the list."""
    return shared is not None and shared in (listed or "").split()
