"""By which key a message that waits is rewritten, instead of joined by a second one.

Nobody reads in a key what it is about: for that a message has a purpose.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

CoalesceKey = NewType("CoalesceKey", str)


class Waiting(StrEnum):
    """What is said once, however often it changes before it goes out."""

    # Of a ticket.
    CARD = "card"
    OWN_CARD = "own"  # and of whom alone
    ANSWER = "answer"  # and of the message that an officer wrote
    PASSED_ON = "passed"
    GONE = "gone"  # its reporter
    FOLLOWED = "follow"  # and by whom
    # Of a person.
    FILES = "files"
    LOOSE_FILES = "loose"
    # Of something else, with its number.
    BOARD = "board"
    ERASURE = "erasure"
    INCIDENT = "incident"
    INCIDENT_EDIT = "incident:edit"
    NEWS = "news"
    NEWS_EDIT = "news:edit"
    NEWS_VOID = "news-void"
    PROGRESS = "making"
    PROGRESS_EDIT = "edit:making"
    SESSION_FILES = "clinic-files"
    # Of the desk.
    BURST = "burst"
    PARKED = "parked"
    PAGE_DELAYED = "page-delayed"  # and which


def coalesce_key(what: Waiting, *of: int | str) -> CoalesceKey:
    return CoalesceKey(":".join((what, *map(str, of))))


def also_of(key: CoalesceKey, of: int) -> CoalesceKey:
    """The same, said to several."""
    return CoalesceKey(f"{key}:{of}")
