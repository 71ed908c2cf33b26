"""Who says to be whom: how often it may be tried, and what proves it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

TRIES = 5
TRIES_WITHIN = timedelta(minutes=15)
TRIES_ON_ONE = 5
ON_ONE_WITHIN = timedelta(days=1)
"""One NIP may be tried so often by one account, and by so many others. The others' accounts are
counted and not their tries: else a single stranger who knows a NIP, and it stands on every letter,
locks its owner out for the day. Behind that the number of the account itself still counts, for
nobody can guess it: Telegram vouches for it, and it is in the list or not. What is closed then is
the way to the desk, which somebody could be worn down on."""
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


def may_ask_desk(own_tries: int, others: int) -> bool:
    """Of those before this one, on its NIP."""
    return max(own_tries, others) < TRIES_ON_ONE


def waits(status: ClaimStatus, at: datetime, now: datetime) -> bool:
    """For a second proof; the desk may also be asked where the number was another."""
    return status in {ClaimStatus.TYPED, ClaimStatus.FAILED} and now - at <= LASTS


def proves(shared: str | None, listed: Collection[str] | None) -> bool:
    """Whether the number that was shared is one of those in the list."""
    return shared is not None and shared in (listed or ())
