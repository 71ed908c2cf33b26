"""What waits at the desk: the queue, what is looked for, cards that come later, digests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True)
class Queue(Button):
    """`part` and `about` are view and about of bot.rules.queue_view.ShownView."""

    tag: ClassVar[str] = "queue"
    page: int
    part: str
    about: int


@dataclass(frozen=True)
class QueueChoices(Button):
    """The categories or offices that open tickets have."""

    tag: ClassVar[str] = "qby"
    part: str


@dataclass(frozen=True)
class SearchPage(Button):
    """What is looked for stands in the message itself."""

    tag: ClassVar[str] = "find"
    page: int


@dataclass(frozen=True)
class LateCard(Button):
    """One of those that come later, because many came at once."""

    tag: ClassVar[str] = "late"
    ticket: int


@dataclass(frozen=True)
class ChooseDigest(Button):
    """How often an officer is told alone what they have in hand."""

    tag: ClassVar[str] = "digest"
    person: int
    often: str
